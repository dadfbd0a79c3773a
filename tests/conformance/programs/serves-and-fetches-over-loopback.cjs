// It serves and fetches over loopback. Differs: nothing.
const http = require('http');
const s = http
	.createServer((q, r) => r.end(q.method + q.url))
	.listen(0, async () => {
		const r = await fetch('http://localhost:' + s.address().port + '/x', { method: 'POST', body: 'y' });
		console.log(r.status, await r.text());
		s.close();
		s.closeAllConnections();
	});
