import { concatBytes } from '../joined-bytes';
import { curveNamed, EDWARDS, ecKeyOf, ecPublicOf, edwardsKeyOf, type AsymmetricKey, type EdwardsKey } from './asymmetric-key';
import { bigintToBytes, bytesToBigint } from './der';

export type Jwk = Record<string, unknown>;

/** base64url both ways: the host hands in Node's Buffer. */
export interface Base64 {
	decode(text: string): Uint8Array;
	encode(bytes: Uint8Array): string;
}

/** @throws TypeError naming the key type when members are missing or wrong; `isPrivate` asks for a private key */
export function parseJwk(jwk: Jwk, isPrivate: boolean, { decode }: Base64): AsymmetricKey {
	const invalid = (kind: string) => Object.assign(new TypeError(`Invalid JWK ${kind}`), { code: 'ERR_CRYPTO_INVALID_JWK' });
	const bytes = (name: string, kind: string): Uint8Array => {
		const value = jwk[name];
		if (typeof value !== 'string') throw invalid(kind);
		return decode(value);
	};
	const number = (name: string) => bytesToBigint(bytes(name, 'RSA key'));
	switch (jwk.kty) {
		case 'RSA': {
			const key: AsymmetricKey = { type: 'rsa', n: number('n'), e: number('e') };
			if (!isPrivate) return key;
			const [d, p, q, dp, dq, qi] = ['d', 'p', 'q', 'dp', 'dq', 'qi'].map(number) as [
				bigint,
				bigint,
				bigint,
				bigint,
				bigint,
				bigint
			];
			return { ...key, private: { d, p, q, dp, dq, qi } };
		}
		case 'EC': {
			const curve = curveNamed(typeof jwk.crv === 'string' ? jwk.crv : '');
			if (!curve || typeof jwk.x !== 'string') throw invalid('EC key');
			if (isPrivate) return ecKeyOf(curve, bytes('d', 'EC key'));
			try {
				return ecPublicOf(curve, concatBytes([Uint8Array.of(4), bytes('x', 'EC key'), bytes('y', 'EC key')]));
			} catch {
				throw invalid('EC key');
			}
		}
		case 'OKP': {
			const type = edwardsTypeOf(jwk.crv);
			if (!type) throw invalid('OKP key');
			return isPrivate ? edwardsKeyOf(type, bytes('d', 'OKP key')) : { type, point: bytes('x', 'OKP key') };
		}
		default:
			throw Object.assign(new TypeError('Unsupported JWK Key Type.'), { code: 'ERR_CRYPTO_INVALID_JWK' });
	}
}

/** Fills `target`; members come in the order of Node's. */
export function fillJwk(target: Jwk, key: AsymmetricKey, { encode }: Base64): Jwk {
	switch (key.type) {
		case 'rsa':
		case 'rsa-pss': {
			const numbers = { n: key.n, e: key.e, ...key.private };
			target.kty = 'RSA';
			for (const [name, value] of Object.entries(numbers)) target[name] = encode(bigintToBytes(value));
			return target;
		}
		case 'ec': {
			const { size } = key.curve;
			target.kty = 'EC';
			target.x = encode(key.point.subarray(1, 1 + size));
			target.y = encode(key.point.subarray(1 + size));
			target.crv = key.curve.jwk;
			if (key.secret) target.d = encode(key.secret);
			return target;
		}
		default:
			target.crv = EDWARDS[key.type].jwk;
			if (key.secret) target.d = encode(key.secret);
			target.x = encode(key.point);
			target.kty = 'OKP';
			return target;
	}
}

function edwardsTypeOf(curve: unknown): EdwardsKey['type'] | undefined {
	return (['ed25519', 'x25519'] as const).find((type) => EDWARDS[type].jwk === curve);
}
