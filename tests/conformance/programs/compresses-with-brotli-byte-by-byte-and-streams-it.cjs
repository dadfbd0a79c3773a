// It compresses with Brotli byte by byte, and streams it. Differs: nothing.
const z = require('zlib');
const text = 'The quick brown fox jumps over the lazy dog. '.repeat(500) + Math.PI;
for (const quality of [4, 11]) {
	const sealed = z.brotliCompressSync(text, { params: { [z.constants.BROTLI_PARAM_QUALITY]: quality } });
	console.log(sealed.toString('hex'), z.brotliDecompressSync(sealed).toString() === text);
}
console.log(
	z.brotliDecompressSync(z.brotliCompressSync('')).length,
	z.brotliDecompressSync(z.brotliCompressSync(Buffer.alloc(300000, 7))).length
);
for (const bad of [z.brotliCompressSync(text).subarray(0, 20), Buffer.alloc(0)])
	try {
		z.brotliDecompressSync(bad);
	} catch (e) {
		console.log(e.name, e.code, e.errno, e.message);
	}
z.brotliCompress(text, (e, sealed) =>
	z.brotliDecompress(sealed, (e, plain) => {
		console.log(plain.toString() === text);
		const c = z.createBrotliCompress();
		const d = z.createBrotliDecompress();
		let out = '';
		c.pipe(d)
			.on('data', (p) => (out += p))
			.on('end', () => console.log(out.length, out.slice(-5)));
		c.write('a'.repeat(70000));
		c.flush(() => {
			c.write('middle');
			c.end('end');
		});
	})
);
