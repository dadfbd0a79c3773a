// It refuses a unix socket that nobody serves. Differs: nothing.
require('fs').writeFileSync('dead.sock', '');
require('net')
	.connect('dead.sock')
	.on('error', (e) => console.log(e.code));
require('net')
	.createServer()
	.listen('no/such/x.sock')
	.on('error', (e) => console.log(e.code));
