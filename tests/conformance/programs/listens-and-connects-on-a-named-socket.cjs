// It listens and connects on a named socket. Differs: nothing.
const net = require('net');
const fs = require('fs');
const http = require('http');
const server = net
	.createServer((socket) => socket.on('data', (data) => socket.end('echo ' + data)))
	.listen('./s.sock', () => {
		console.log(
			server.address(),
			fs.statSync('s.sock').isSocket(),
			fs
				.readdirSync('.', { withFileTypes: true })
				.find((e) => e.name === 's.sock')
				.isSocket()
		);
		net
			.createServer()
			.on('error', (e) => console.log(e.code, e.syscall))
			.listen('./s.sock');
		net
			.connect('s.sock')
			.on('data', (data) => console.log(String(data)))
			.on('close', () =>
				server.close(() => {
					console.log(fs.existsSync('s.sock'));
					net.connect('s.sock').on('error', (e) => console.log(e.code, e.address));
					fs.writeFileSync('s.sock', '');
					net.connect('s.sock').on('error', (e) => {
						console.log(e.code);
						fs.unlinkSync('s.sock');
						const web = http
							.createServer((q, r) => r.end(q.url))
							.listen('w.sock', () =>
								http.get({ socketPath: 'w.sock', path: '/x' }, (r) =>
									r.on('data', (d) => console.log(String(d))).on('end', () => web.close())
								)
							);
					});
				})
			)
			.write('hi');
	});
