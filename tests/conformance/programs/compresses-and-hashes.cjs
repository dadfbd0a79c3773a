// It compresses and hashes. Differs: nothing.
const z = require('zlib');
console.log(z.gunzipSync(z.gzipSync('hello')).toString(), require('crypto').createHash('sha256').update('a').digest('hex'));
z.deflate('abc', (e, d) => console.log(z.inflateSync(d).toString()));
