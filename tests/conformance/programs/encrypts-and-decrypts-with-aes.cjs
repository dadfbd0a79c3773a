// It encrypts and decrypts with AES. Differs: nothing.
const c = require('crypto');
const key = Buffer.alloc(32, 7);
const text = 'The quick brown fox jumps over the lazy dog. '.repeat(3);
for (const name of [
	'aes-128-cbc',
	'aes-192-cbc',
	'aes-256-cbc',
	'aes-128-ctr',
	'aes-256-ctr',
	'aes-256-ecb',
	'aes-128-gcm',
	'aes-256-gcm',
	'aes256'
]) {
	const size = c.getCipherInfo(name).keyLength;
	const iv = name.includes('ecb') ? null : Buffer.alloc(name.includes('gcm') ? 12 : 16, 255);
	const e = c.createCipheriv(name, key.subarray(0, size), iv);
	if (name.includes('gcm')) e.setAAD(Buffer.from('header'));
	const parts = [e.update(text.slice(0, 5), 'utf8'), e.update(text.slice(5), 'utf8'), e.final()];
	const sealed = Buffer.concat(parts);
	console.log(
		name,
		parts.map((p) => p.length),
		sealed.toString('hex')
	);
	const d = c.createDecipheriv(name, key.subarray(0, size), iv);
	if (name.includes('gcm')) {
		console.log(e.getAuthTag().toString('hex'));
		d.setAAD(Buffer.from('header'));
		d.setAuthTag(e.getAuthTag());
	}
	console.log(d.update(sealed, null, 'utf8') + d.final('utf8') === text, c.getCipherInfo(name));
}
const t = (f) => {
	try {
		console.log(f());
	} catch (e) {
		console.log(e.name, e.code, e.message);
	}
};
t(() => c.createCipheriv('aes-256-cbc', Buffer.alloc(3), Buffer.alloc(16)));
t(() => c.createCipheriv('aes-256-cbc', key, Buffer.alloc(3)));
t(() => c.createCipheriv('foo', key, Buffer.alloc(3)));
t(() => {
	const d = c.createDecipheriv('aes-256-cbc', key, Buffer.alloc(16));
	d.update(Buffer.alloc(16));
	d.final();
});
t(() => {
	const d = c.createDecipheriv('aes-256-cbc', key, Buffer.alloc(16));
	d.update(Buffer.alloc(15));
	d.final();
});
t(() => {
	const d = c.createDecipheriv('aes-256-gcm', key, Buffer.alloc(12));
	d.setAuthTag(Buffer.alloc(16));
	d.update(Buffer.alloc(15));
	d.final();
});
t(() => c.createCipheriv('aes-256-gcm', key, Buffer.alloc(12)).getAuthTag());
t(() => c.timingSafeEqual(Buffer.from('a'), Buffer.from('ab')));
console.log(
	c.createCipheriv('aes-256-gcm', key, Buffer.alloc(16, 1)).update('abc', 'utf8', 'hex'),
	Buffer.from(c.hkdfSync('sha512', 'key', 'salt', 'info', 64)).toString('hex')
);
