// It signs, verifies and exchanges with keys of all kinds. Differs: nothing.
const c = require('crypto');
const data = Buffer.from('message');
const t = (f) => {
	try {
		console.log(f());
	} catch (e) {
		console.log(e.name, e.code, e.message);
	}
};
for (const [type, options] of [
	['ec', { namedCurve: 'P-256' }],
	['ec', { namedCurve: 'secp384r1' }],
	['ec', { namedCurve: 'P-521' }],
	['ec', { namedCurve: 'secp256k1' }],
	['ed25519'],
	['rsa', { modulusLength: 1024 }]
]) {
	const { publicKey, privateKey } = c.generateKeyPairSync(type, options);
	console.log(publicKey.type, privateKey.asymmetricKeyType, publicKey.asymmetricKeyDetails, privateKey);
	const digest = type === 'ed25519' ? null : 'sha256';
	const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
	const publicPem = publicKey.export({ format: 'pem', type: 'spki' });
	console.log(
		pem
			.split('\n')
			.slice(1, -3)
			.every((l) => l.length === 64),
		publicPem.split('\n')[0],
		Object.keys(privateKey.export({ format: 'jwk' }))
	);
	const signature = c.sign(digest, data, pem);
	console.log(c.verify(digest, data, publicPem, signature), c.verify(digest, Buffer.from('other'), publicPem, signature));
	const again = c.createPrivateKey({ key: privateKey.export({ format: 'jwk' }), format: 'jwk' });
	console.log(again.equals(privateKey), c.createPublicKey(again).equals(publicKey), c.createPublicKey(pem).equals(publicKey));
	const der = c.createPrivateKey({ key: privateKey.export({ format: 'der', type: 'pkcs8' }), format: 'der', type: 'pkcs8' });
	console.log(der.equals(privateKey));
	const locked = privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' });
	console.log(c.createPrivateKey({ key: locked, passphrase: 'x' }).equals(privateKey));
	t(() => c.createPrivateKey(locked));
	if (digest) {
		const s = c.createSign('RSA-SHA256').update('mess').update('age').sign(privateKey);
		console.log(c.createVerify('sha256').update(data).verify(publicKey, s));
	}
	if (type === 'ec')
		console.log(
			c.sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' }).length,
			c.createPrivateKey(privateKey.export({ format: 'pem', type: 'sec1' })).equals(privateKey)
		);
	if (type === 'rsa') {
		const pss = c.sign('sha256', data, { key: privateKey, padding: c.constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 });
		console.log(c.verify('sha256', data, { key: publicKey, padding: c.constants.RSA_PKCS1_PSS_PADDING }, pss), pss.length);
		console.log(
			c.privateDecrypt(privateKey, c.publicEncrypt(publicKey, data)).toString(),
			c.publicDecrypt(publicKey, c.privateEncrypt(privateKey, data)).toString()
		);
		t(() => c.privateDecrypt(privateKey, Buffer.alloc(128)));
		console.log(
			c.privateDecrypt({ key: privateKey, padding: 1 }, c.publicEncrypt({ key: publicKey, padding: 1 }, data)).toString(),
			c.createPublicKey(publicKey.export({ format: 'pem', type: 'pkcs1' })).equals(publicKey)
		);
	}
}
t(() => c.createPublicKey('nope'));
t(() => c.createPrivateKey('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----'));
t(() => c.createSign('nope'));
t(() => c.generateKeyPairSync('ec', { namedCurve: 'P-999' }));
t(() => c.createPrivateKey({ key: { kty: 'EC' }, format: 'jwk' }));
console.log(
	c.createSecretKey('abc', 'utf8').export({ format: 'jwk' }),
	c.createSecretKey(Buffer.from('k')).symmetricKeySize,
	c
		.createHmac('sha256', c.createSecretKey(Buffer.from('k')))
		.update('a')
		.digest('hex')
);
const a = c.createECDH('prime256v1');
const b = c.createECDH('prime256v1');
a.generateKeys();
b.generateKeys();
console.log(a.computeSecret(b.getPublicKey()).equals(b.computeSecret(a.getPublicKey(null, 'compressed'))));
const x = c.generateKeyPairSync('x25519');
const y = c.generateKeyPairSync('x25519');
console.log(
	c
		.diffieHellman({ privateKey: x.privateKey, publicKey: y.publicKey })
		.equals(c.diffieHellman({ privateKey: y.privateKey, publicKey: x.publicKey }))
);
c.generateKeyPair(
	'rsa',
	{
		modulusLength: 2048,
		publicKeyEncoding: { type: 'spki', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs1', format: 'pem' }
	},
	(e, pub, priv) => console.log(e, pub.length, priv.split('\n')[0], c.verify('sha512', data, pub, c.sign('sha512', data, priv)))
);
