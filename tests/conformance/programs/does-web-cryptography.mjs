// It does web cryptography. Differs: nothing.
import c from 'node:crypto';
const { subtle } = globalThis.crypto;
const data = new TextEncoder().encode('message');
const hex = (b) => Buffer.from(b).toString('hex');
console.log(
	c.webcrypto === globalThis.crypto,
	hex(await subtle.digest('SHA-256', data)),
	globalThis.crypto.randomUUID().length,
	c.randomUUID().length,
	c.randomInt(5) < 5,
	globalThis.crypto.getRandomValues(new Uint8Array(3)).length
);
for (const algorithm of [
	{ name: 'ECDSA', namedCurve: 'P-256' },
	{ name: 'Ed25519' },
	{ name: 'RSASSA-PKCS1-v1_5', modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
	{ name: 'RSA-PSS', modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
	{ name: 'HMAC', hash: 'SHA-256' }
]) {
	const made = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
	const [priv, pub] = made.privateKey ? [made.privateKey, made.publicKey] : [made, made];
	console.log(priv);
	const how = { name: algorithm.name, hash: 'SHA-256', saltLength: 20 };
	const s = await subtle.sign(how, priv, data);
	console.log(await subtle.verify(how, pub, s, data), await subtle.verify(how, pub, s, new Uint8Array(1)));
	const jwk = await subtle.exportKey('jwk', priv);
	console.log(Object.keys(jwk).sort().join());
	console.log((await subtle.importKey('jwk', jwk, algorithm, false, ['sign'])).extractable, c.KeyObject.from(pub).type);
}
const aes = await subtle.importKey('raw', new Uint8Array(32), 'AES-GCM', true, ['encrypt', 'decrypt']);
const sealed = await subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12), additionalData: data }, aes, data);
console.log(
	hex(sealed),
	hex(await subtle.decrypt({ name: 'AES-GCM', iv: new Uint8Array(12), additionalData: data }, aes, sealed))
);
await subtle.decrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, aes, sealed).catch((e) => console.log(e.name, e.message));
const base = await subtle.importKey('raw', data, 'PBKDF2', false, ['deriveBits']);
console.log(hex(await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: data, iterations: 1000 }, base, 256)));
const [p, q] = [
	await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']),
	await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits'])
];
console.log(
	hex(await subtle.deriveBits({ name: 'ECDH', public: q.publicKey }, p.privateKey, 256)) ===
		hex(await subtle.deriveBits({ name: 'ECDH', public: p.publicKey }, q.privateKey, 256))
);
const oaep = await subtle.generateKey(
	{ name: 'RSA-OAEP', modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
	true,
	['encrypt', 'decrypt']
);
console.log(hex(await subtle.decrypt('RSA-OAEP', oaep.privateKey, await subtle.encrypt('RSA-OAEP', oaep.publicKey, data))));
