// It serves over unix sockets. Differs: nothing.
const net = require('net');
const http = require('http');
const fs = require('fs');
const path = require('path').join(process.cwd(), 'x y.sock');
const s = net
	.createServer((c) => {
		console.log(s.address() === path);
		c.on('data', (d) => c.end(String(d).toUpperCase()));
	})
	.listen(path, () => {
		console.log(fs.existsSync(path));
		net
			.createServer()
			.on('error', (e) => console.log(e.code, e.syscall))
			.listen(path);
		net
			.connect('x y.sock')
			.on('data', (d) => console.log(String(d)))
			.on('end', () =>
				s.close(() => {
					console.log(fs.existsSync(path));
					net.connect(path).on('error', (e) => {
						console.log(e.code, e.syscall);
						const w = http
							.createServer((q, r) => r.end(q.url))
							.listen('w.sock', () =>
								http.get({ socketPath: 'w.sock', path: '/p' }, (r) => {
									r.on('data', (d) => console.log(r.statusCode, String(d)));
									r.on('end', () => w.close());
								})
							);
					});
				})
			)
			.write('hello');
	});
