import { concatBytes } from '../joined-bytes';
import { der, derOid, DerTag } from './der';
import type { FillRandom } from './rsa';

/** A hash function of @noble/hashes, and its name as OpenSSL writes it. */
export interface NamedDigest {
	name: string;
	hash: ((data: Uint8Array) => Uint8Array) & { outputLen: number };
}

const DIGEST_OIDS: Record<string, string> = {
	md5: '1.2.840.113549.2.5',
	sha1: '1.3.14.3.2.26',
	ripemd160: '1.3.36.3.2.1',
	sha224: '2.16.840.1.101.3.4.2.4',
	sha256: '2.16.840.1.101.3.4.2.1',
	sha384: '2.16.840.1.101.3.4.2.2',
	sha512: '2.16.840.1.101.3.4.2.3',
	'sha512-256': '2.16.840.1.101.3.4.2.6',
	'sha3-224': '2.16.840.1.101.3.4.2.7',
	'sha3-256': '2.16.840.1.101.3.4.2.8',
	'sha3-384': '2.16.840.1.101.3.4.2.9',
	'sha3-512': '2.16.840.1.101.3.4.2.10'
};

/** `0 type FF... 0 data` of PKCS #1 v1.5: type 1 for private operations, 2 (random filling) for public ones. */
export function padPkcs1(data: Uint8Array, size: number, fillRandom?: FillRandom): Uint8Array {
	const filling = new Uint8Array(size - data.length - 3);
	if (!fillRandom) filling.fill(0xff);
	else {
		fillRandom(filling);
		for (let index = 0; index < filling.length; index++) filling[index] ||= 1;
	}
	return concatBytes([Uint8Array.of(0, fillRandom ? 2 : 1), filling, Uint8Array.of(0), data]);
}

/** The data, or null when the padding is not of `type`. */
export function unpadPkcs1(padded: Uint8Array, type: 1 | 2): Uint8Array | null {
	if (padded[0] !== 0 || padded[1] !== type) return null;
	const end = padded.indexOf(0, 2);
	const filling = padded.subarray(2, end);
	if (end < 10 || (type === 1 && filling.some((byte) => byte !== 0xff))) return null;
	return padded.subarray(end + 1);
}

export function digestInfo({ name, hash }: NamedDigest, digest: Uint8Array): Uint8Array {
	const oid = DIGEST_OIDS[name];
	if (!oid || digest.length !== hash.outputLen) throw new TypeError('Invalid digest');
	return der(DerTag.sequence, der(DerTag.sequence, derOid(oid), der(DerTag.null)), der(DerTag.octetString, digest));
}

export interface PssOptions {
	digest: NamedDigest;
	mgf: NamedDigest;
	/** Bits of the modulus. */
	bits: number;
}

/** EMSA-PSS (RFC 8017, 9.1.1). */
export function padPss(digest: Uint8Array, salt: Uint8Array, { digest: { hash }, mgf, bits }: PssOptions): Uint8Array {
	const size = Math.ceil((bits - 1) / 8);
	const zeros = size - digest.length - salt.length - 2;
	if (zeros < 0) throw new RangeError('data too large for key size');
	const h = hash(concatBytes([new Uint8Array(8), digest, salt]));
	const block = concatBytes([new Uint8Array(zeros), Uint8Array.of(1), salt]);
	const masked = xor(block, mgf1(h, block.length, mgf));
	masked[0] = (masked[0] ?? 0) & (0xff >> (8 * size - bits + 1));
	return concatBytes([masked, h, Uint8Array.of(0xbc)]);
}

/** @param saltLength in bytes, or -1 to take what is there */
export function verifyPss(padded: Uint8Array, digest: Uint8Array, saltLength: number, options: PssOptions): boolean {
	const {
		digest: { hash },
		mgf,
		bits
	} = options;
	const size = Math.ceil((bits - 1) / 8);
	const bytes = padded.subarray(padded.length - size);
	const hashStart = size - hash.outputLen - 1;
	if (hashStart < 0 || bytes[size - 1] !== 0xbc) return false;
	const h = bytes.subarray(hashStart, size - 1);
	const block = xor(bytes.subarray(0, hashStart), mgf1(h, hashStart, mgf));
	block[0] = (block[0] ?? 0) & (0xff >> (8 * size - bits + 1));
	const start = block.findIndex((byte) => byte !== 0);
	if (start < 0 || block[start] !== 1) return false;
	const salt = block.subarray(start + 1);
	if (saltLength >= 0 && salt.length !== saltLength) return false;
	return isSame(hash(concatBytes([new Uint8Array(8), digest, salt])), h);
}

/** EME-OAEP (RFC 8017, 7.1.1). */
export function padOaep(
	data: Uint8Array,
	size: number,
	{ digest, label, fillRandom }: { digest: NamedDigest; label: Uint8Array; fillRandom: FillRandom }
): Uint8Array {
	const { hash } = digest;
	const zeros = size - data.length - 2 * hash.outputLen - 2;
	if (zeros < 0) throw new RangeError('data too large for key size');
	const block = concatBytes([hash(label), new Uint8Array(zeros), Uint8Array.of(1), data]);
	const seed = new Uint8Array(hash.outputLen);
	fillRandom(seed);
	const maskedBlock = xor(block, mgf1(seed, block.length, digest));
	const maskedSeed = xor(seed, mgf1(maskedBlock, seed.length, digest));
	return concatBytes([Uint8Array.of(0), maskedSeed, maskedBlock]);
}

/** The data, or null when it was not padded so. */
export function unpadOaep(padded: Uint8Array, digest: NamedDigest, label: Uint8Array): Uint8Array | null {
	const { hash } = digest;
	const size = hash.outputLen;
	if (padded.length < 2 * size + 2 || padded[0] !== 0) return null;
	const maskedBlock = padded.subarray(1 + size);
	const seed = xor(padded.subarray(1, 1 + size), mgf1(maskedBlock, size, digest));
	const block = xor(maskedBlock, mgf1(seed, maskedBlock.length, digest));
	if (!isSame(block.subarray(0, size), hash(label))) return null;
	const start = block.findIndex((byte, index) => index >= size && byte !== 0);
	return start < 0 || block[start] !== 1 ? null : block.subarray(start + 1);
}

function mgf1(seed: Uint8Array, length: number, { hash }: NamedDigest): Uint8Array {
	const parts: Uint8Array[] = [];
	for (let counter = 0; counter * hash.outputLen < length; counter++) {
		const number = new Uint8Array(4);
		new DataView(number.buffer).setUint32(0, counter);
		parts.push(hash(concatBytes([seed, number])));
	}
	return concatBytes(parts).subarray(0, length);
}

function xor(a: Uint8Array, b: Uint8Array): Uint8Array {
	return a.map((byte, index) => byte ^ (b[index] ?? 0));
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
