// It signals a process group and finds it empty afterwards. Differs: nothing.
const { spawn } = require('child_process');
const errno = (f) => {
	try {
		return f();
	} catch (error) {
		return error.code;
	}
};
const grand =
	"process.on('SIGTERM', () => { console.log('grandchild told'); process.exit() }); console.log('up'); setInterval(() => {}, 1e5)";
const child = spawn(
	process.execPath,
	[
		'-e',
		`require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grand)}], { stdio: 'inherit' }).on('exit', () => {}); setInterval(() => {}, 1e5)`
	],
	{ detached: true, stdio: ['ignore', 'pipe', 'inherit'] }
);
child.stdout.setEncoding('utf8').on('data', (text) => {
	console.log(text.trim());
	if (text.includes('up'))
		console.log(
			errno(() => process.kill(-child.pid, 0)),
			errno(() => process.kill(-child.pid))
		);
});
child.on('close', (code, signal) => {
	console.log(code, signal);
	const alone = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e5)'], { detached: true });
	alone
		.on('exit', (code, signal) =>
			console.log(
				code,
				signal,
				errno(() => process.kill(-alone.pid, 0)),
				errno(() => process.kill(process.pid, 999))
			)
		)
		.kill();
});
