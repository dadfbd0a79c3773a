import { md5, ripemd160, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512, sha512_256 } from '@noble/hashes/sha2.js';
import { sha3_224, sha3_256, sha3_384, sha3_512 } from '@noble/hashes/sha3.js';

export const DIGESTS = {
	md5,
	ripemd160,
	sha1,
	sha224,
	sha256,
	sha384,
	sha512,
	'sha512-256': sha512_256,
	'sha3-224': sha3_224,
	'sha3-256': sha3_256,
	'sha3-384': sha3_384,
	'sha3-512': sha3_512
};
export type Digest = (typeof DIGESTS)[keyof typeof DIGESTS];

/** OpenSSL's names: `RSA-SHA256`, `sha-256`, `ecdsa-with-SHA256`. */
export function digestName(name: string): string {
	return String(name)
		.toLowerCase()
		.replace(/^(rsa-|ecdsa-with-)/, '')
		.replace(/withrsaencryption$/, '')
		.replace(/^sha-(\d)/, 'sha$1')
		.replace('rmd160', 'ripemd160')
		.replace('sha512/256', 'sha512-256');
}

/** The digest of that name, or undefined. */
export function findDigest(name: string): Digest | undefined {
	return (DIGESTS as Record<string, Digest>)[digestName(name)];
}

/** @throws ERR_OSSL_EVP_UNSUPPORTED */
export function digestNamed(name: string): Digest {
	const digest = findDigest(name);
	if (!digest) throw Object.assign(new Error('Digest method not supported'), { code: 'ERR_OSSL_EVP_UNSUPPORTED' });
	return digest;
}
