// It talks to a child over a unix socket. Differs: nothing.
const net = require('net');
const path = process.cwd() + '/child.sock';
const s = net
	.createServer((c) =>
		c.on('data', (d) => {
			console.log(String(d));
			s.close();
			c.end();
		})
	)
	.listen(path, () =>
		require('child_process')
			.spawn(process.execPath, ['-e', 'require("net").connect(process.argv[1]).write("from the child")', path], {
				stdio: 'ignore'
			})
			.on('exit', (code) => console.log(code))
	);
