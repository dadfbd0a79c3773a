// It tells how a child ended. Differs: nothing.
require('child_process')
	.spawn(process.execPath, ['-e', 'process.exit(9)'])
	.on('exit', (code, signal) => console.log(code, signal));
