import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';

export interface RsaPrivate {
	d: bigint;
	p: bigint;
	q: bigint;
	dp: bigint;
	dq: bigint;
	qi: bigint;
}
export interface RsaKey {
	type: 'rsa' | 'rsa-pss';
	n: bigint;
	e: bigint;
	private?: RsaPrivate;
}
export interface EcKey {
	type: 'ec';
	curve: Curve;
	/** Uncompressed. */
	point: Uint8Array;
	secret?: Uint8Array;
}
/** A curve of its own key type (RFC 8410). */
export interface EdwardsKey {
	type: 'ed25519' | 'x25519';
	point: Uint8Array;
	secret?: Uint8Array;
}
export type AsymmetricKey = RsaKey | EcKey | EdwardsKey;

export interface Curve {
	/** OpenSSL's name. */
	name: string;
	/** Name in a JWK. */
	jwk: string;
	oid: string;
	/** Bytes of a coordinate and of a secret. */
	size: number;
	noble: typeof p256;
}

export const CURVES: readonly Curve[] = [
	{ name: 'prime256v1', jwk: 'P-256', oid: '1.2.840.10045.3.1.7', size: 32, noble: p256 },
	{ name: 'secp384r1', jwk: 'P-384', oid: '1.3.132.0.34', size: 48, noble: p384 },
	{ name: 'secp521r1', jwk: 'P-521', oid: '1.3.132.0.35', size: 66, noble: p521 },
	{ name: 'secp256k1', jwk: 'secp256k1', oid: '1.3.132.0.10', size: 32, noble: secp256k1 }
];

export const EDWARDS = {
	ed25519: { jwk: 'Ed25519', oid: '1.3.101.112', noble: ed25519 },
	x25519: { jwk: 'X25519', oid: '1.3.101.110', noble: x25519 }
} as const;

/** A curve by any of its names, or undefined. */
export function curveNamed(name: string): Curve | undefined {
	return CURVES.find((curve) => curve.name === name || curve.jwk === name || (name === 'P-256K' && curve.jwk === 'secp256k1'));
}

export function ecKeyOf(curve: Curve, secret: Uint8Array): EcKey {
	return { type: 'ec', curve, secret, point: curve.noble.getPublicKey(secret, false) };
}

/** @throws when `bytes`, compressed or not, is no point of the curve */
export function ecPublicOf(curve: Curve, bytes: Uint8Array): EcKey {
	return { type: 'ec', curve, point: curve.noble.Point.fromBytes(bytes).toBytes(false) };
}

export function edwardsKeyOf(type: EdwardsKey['type'], secret: Uint8Array): EdwardsKey {
	return { type, secret, point: EDWARDS[type].noble.getPublicKey(secret) };
}

export function isRsa(key: AsymmetricKey): key is RsaKey {
	return key.type === 'rsa' || key.type === 'rsa-pss';
}

export function publicOf(key: AsymmetricKey): AsymmetricKey {
	if (isRsa(key)) return { type: key.type, n: key.n, e: key.e };
	if (key.type === 'ec') return { type: 'ec', curve: key.curve, point: key.point };
	return { type: key.type, point: key.point };
}
