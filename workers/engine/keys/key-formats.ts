import { concatBytes } from '../joined-bytes';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { cbc } from '@noble/ciphers/aes.js';
import {
	CURVES,
	EDWARDS,
	ecKeyOf,
	ecPublicOf,
	edwardsKeyOf,
	isRsa,
	type AsymmetricKey,
	type Curve,
	type EcKey,
	type RsaKey
} from './asymmetric-key';
import { contentOf, der, derBits, derInteger, derOid, DerTag, integerOf, membersOf, oidOf, readDer, type DerValue } from './der';
import type { FillRandom } from './rsa';

export type Encoding = 'pkcs1' | 'pkcs8' | 'spki' | 'sec1';

const OID_RSA = '1.2.840.113549.1.1.1';
const OID_RSA_PSS = '1.2.840.113549.1.1.10';
const OID_EC = '1.2.840.10045.2.1';
const OID_PBES2 = '1.2.840.113549.1.5.13';
const OID_PBKDF2 = '1.2.840.113549.1.5.12';
const OID_HMAC_SHA256 = '1.2.840.113549.2.9';
const HMACS: Record<string, typeof sha256 | typeof sha1 | typeof sha512> = {
	'1.2.840.113549.2.7': sha1,
	[OID_HMAC_SHA256]: sha256,
	'1.2.840.113549.2.11': sha512
};
/** AES in CBC mode: bytes of the key by object identifier. */
const PBES2_CIPHERS: Record<string, number> = {
	'2.16.840.1.101.3.4.1.2': 16,
	'2.16.840.1.101.3.4.1.22': 24,
	'2.16.840.1.101.3.4.1.42': 32
};
/** What OpenSSL takes for a new encrypted key. */
const NEW_KEY_ITERATIONS = 2048;

/** A private key in DER. @throws when it is none */
export function parsePrivate(bytes: Uint8Array, encoding: Encoding | undefined, passphrase?: Uint8Array): AsymmetricKey {
	const root = readDer(bytes);
	const members = membersOf(root);
	if (encoding === 'pkcs1') return parsePkcs1Private(root);
	if (encoding === 'sec1') return parseSec1(root, undefined);
	if (members[0]?.tag === DerTag.sequence) return parsePrivate(decryptPkcs8(members, passphrase), 'pkcs8');
	const [algorithm, parameters] = membersOf(members[1]);
	const inner = readDer(contentOf(members[2], DerTag.octetString));
	const oid = oidOf(algorithm);
	if (oid === OID_RSA) return parsePkcs1Private(inner);
	if (oid === OID_RSA_PSS) return { ...parsePkcs1Private(inner), type: 'rsa-pss' };
	if (oid === OID_EC) return parseSec1(inner, parameters);
	return edwardsKeyOf(edwardsType(oid), contentOf(inner, DerTag.octetString));
}

/** A public key in DER. @throws when it is none */
export function parsePublic(bytes: Uint8Array, encoding: Encoding | undefined): AsymmetricKey {
	const members = membersOf(readDer(bytes));
	if (encoding === 'pkcs1') return { type: 'rsa', n: integerOf(members[0]), e: integerOf(members[1]) };
	const [algorithm, parameters] = membersOf(members[0]);
	const key = contentOf(members[1], DerTag.bitString).subarray(1);
	const oid = oidOf(algorithm);
	if (oid === OID_RSA) return parsePublic(key, 'pkcs1');
	if (oid === OID_RSA_PSS) return { ...(parsePublic(key, 'pkcs1') as RsaKey), type: 'rsa-pss' };
	if (oid === OID_EC) return ecPublicOf(curveOf(parameters), key);
	return { type: edwardsType(oid), point: key.slice() };
}

/** The public key of an X.509 certificate in DER. */
export function parseCertificateKey(bytes: Uint8Array): AsymmetricKey {
	const fields = membersOf(membersOf(readDer(bytes))[0]);
	const key = fields[fields[0]?.tag === DerTag.context0 ? 6 : 5];
	if (!key) throw new RangeError('DER has another structure');
	return parsePublic(key.raw, 'spki');
}

export function encodePublic(key: AsymmetricKey, encoding: Encoding): Uint8Array {
	if (isRsa(key)) {
		const pkcs1 = der(DerTag.sequence, derInteger(key.n), derInteger(key.e));
		return encoding === 'pkcs1' ? pkcs1 : der(DerTag.sequence, algorithmOf(key), derBits(pkcs1));
	}
	return der(DerTag.sequence, algorithmOf(key), derBits(key.point));
}

export function encodePrivate(key: AsymmetricKey, encoding: Encoding): Uint8Array {
	if (isRsa(key)) {
		const pkcs1 = encodePkcs1Private(key);
		return encoding === 'pkcs1' ? pkcs1 : wrapPkcs8(key, pkcs1);
	}
	if (!key.secret) throw new TypeError('a private key is needed');
	if (key.type === 'ec') {
		const parameters = encoding === 'sec1' ? [der(DerTag.context0, derOid(key.curve.oid))] : [];
		const sec1 = der(
			DerTag.sequence,
			derInteger(1n),
			der(DerTag.octetString, key.secret),
			...parameters,
			der(DerTag.context1, derBits(key.point))
		);
		return encoding === 'sec1' ? sec1 : wrapPkcs8(key, sec1);
	}
	return wrapPkcs8(key, der(DerTag.octetString, key.secret));
}

/** PKCS #8 under a passphrase: PBES2 with AES in CBC mode, as OpenSSL writes it. */
export function encryptPkcs8(
	pkcs8: Uint8Array,
	{ keyBits, passphrase, fillRandom }: { keyBits: number; passphrase: Uint8Array; fillRandom: FillRandom }
): Uint8Array {
	const salt = new Uint8Array(16);
	const iv = new Uint8Array(16);
	fillRandom(salt);
	fillRandom(iv);
	const key = pbkdf2(sha256, passphrase, salt, { c: NEW_KEY_ITERATIONS, dkLen: keyBits / 8 });
	const cipherOid = Object.keys(PBES2_CIPHERS).find((oid) => PBES2_CIPHERS[oid] === keyBits / 8) as string;
	const kdf = der(
		DerTag.sequence,
		derOid(OID_PBKDF2),
		der(
			DerTag.sequence,
			der(DerTag.octetString, salt),
			derInteger(BigInt(NEW_KEY_ITERATIONS)),
			der(DerTag.sequence, derOid(OID_HMAC_SHA256), der(DerTag.null))
		)
	);
	const scheme = der(DerTag.sequence, derOid(cipherOid), der(DerTag.octetString, iv));
	const algorithm = der(DerTag.sequence, derOid(OID_PBES2), der(DerTag.sequence, kdf, scheme));
	return der(DerTag.sequence, algorithm, der(DerTag.octetString, cbc(key, iv).encrypt(pkcs8)));
}

/** Thrown when a key is encrypted and no passphrase was given. */
export class PassphraseNeeded extends Error {}

function decryptPkcs8([algorithm, data]: DerValue[], passphrase: Uint8Array | undefined): Uint8Array {
	if (!passphrase) throw new PassphraseNeeded();
	const [scheme, parameters] = membersOf(algorithm);
	if (oidOf(scheme) !== OID_PBES2) throw new RangeError('unsupported encryption');
	const [kdf, cipher] = membersOf(parameters).map((member) => membersOf(member));
	const [salt, iterations, ...rest] = membersOf(kdf?.[1]);
	const prf = rest.find(({ tag }) => tag === DerTag.sequence);
	const hash = HMACS[prf ? oidOf(membersOf(prf)[0]) : '1.2.840.113549.2.7'];
	const keyBytes = PBES2_CIPHERS[oidOf(cipher?.[0])];
	if (!hash || !keyBytes) throw new RangeError('unsupported encryption');
	const key = pbkdf2(hash, passphrase, contentOf(salt, DerTag.octetString), {
		c: Number(integerOf(iterations)),
		dkLen: keyBytes
	});
	return cbc(key, contentOf(cipher?.[1], DerTag.octetString)).decrypt(contentOf(data, DerTag.octetString));
}

function parsePkcs1Private(root: DerValue): RsaKey {
	const numbers = membersOf(root).map(integerOf);
	const [, n, e, d, p, q, dp, dq, qi] = numbers;
	if (numbers.length < 9) throw new RangeError('DER has another structure');
	const parts = { d, p, q, dp, dq, qi } as Required<RsaKey>['private'];
	return { type: 'rsa', n: n as bigint, e: e as bigint, private: parts };
}

function encodePkcs1Private(key: RsaKey): Uint8Array {
	if (!key.private) throw new TypeError('a private key is needed');
	const { d, p, q, dp, dq, qi } = key.private;
	return der(DerTag.sequence, ...[0n, key.n, key.e, d, p, q, dp, dq, qi].map(derInteger));
}

function parseSec1(root: DerValue, parameters: DerValue | undefined): EcKey {
	const members = membersOf(root);
	const own = members.find(({ tag }) => tag === DerTag.context0);
	const curve = curveOf(parameters ?? (own && readDer(own.content)));
	return ecKeyOf(curve, padded(contentOf(members[1], DerTag.octetString), curve.size));
}

function padded(secret: Uint8Array, size: number): Uint8Array {
	return secret.length >= size ? secret.slice(secret.length - size) : concatBytes([new Uint8Array(size - secret.length), secret]);
}

function curveOf(parameters: DerValue | undefined): Curve {
	const oid = oidOf(parameters);
	const curve = CURVES.find((candidate) => candidate.oid === oid);
	if (!curve) throw new RangeError('unsupported curve');
	return curve;
}

function edwardsType(oid: string): 'ed25519' | 'x25519' {
	for (const type of ['ed25519', 'x25519'] as const) if (EDWARDS[type].oid === oid) return type;
	throw new RangeError('unsupported key type');
}

function algorithmOf(key: AsymmetricKey): Uint8Array {
	switch (key.type) {
		case 'rsa':
			return der(DerTag.sequence, derOid(OID_RSA), der(DerTag.null));
		case 'rsa-pss':
			return der(DerTag.sequence, derOid(OID_RSA_PSS));
		case 'ec':
			return der(DerTag.sequence, derOid(OID_EC), derOid(key.curve.oid));
		default:
			return der(DerTag.sequence, derOid(EDWARDS[key.type].oid));
	}
}

function wrapPkcs8(key: AsymmetricKey, inner: Uint8Array): Uint8Array {
	return der(DerTag.sequence, derInteger(0n), algorithmOf(key), der(DerTag.octetString, inner));
}
