// It fetches what a server compressed with Brotli. Differs: nothing.
const z = require('zlib');
const s = require('http')
	.createServer((q, r) => {
		r.setHeader('content-encoding', 'br');
		const c = z.createBrotliCompress();
		c.pipe(r);
		c.end('x'.repeat(1000));
	})
	.listen(0, async () => {
		const r = await fetch('http://localhost:' + s.address().port);
		console.log((await r.text()).length);
		s.close();
		s.closeAllConnections();
	});
