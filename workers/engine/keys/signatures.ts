import { EDWARDS, type AsymmetricKey, type EcKey, type RsaKey } from './asymmetric-key';
import { applyPrivate, applyPublic, modulusBytes, type FillRandom } from './rsa';
import { digestInfo, padPkcs1, padPss, verifyPss, type NamedDigest } from './rsa-padding';

const PSS_PADDING = 6;
/** Special values of a salt's length: OpenSSL's RSA_PSS_SALTLEN_*. */
const SALT_OF_DIGEST = -1;
const SALT_MAX = -2;

export interface SignatureOptions {
	digest: NamedDigest;
	/** RSA: 1 (PKCS #1) or 6 (PSS). */
	padding: number | undefined;
	saltLength: number | undefined;
	/** ECDSA: fixed size instead of DER. */
	isP1363: boolean;
	fillRandom: FillRandom;
}

/** Signs a message that was hashed already. */
export function signDigest(key: AsymmetricKey, digest: Uint8Array, options: SignatureOptions): Uint8Array {
	switch (key.type) {
		case 'rsa':
		case 'rsa-pss':
			return signRsa(key, digest, options);
		case 'ec':
			if (!key.secret) throw new TypeError('a private key is needed');
			return key.curve.noble.sign(digest, key.secret, ecOptions(options.isP1363));
		default:
			throw unsupported();
	}
}

export function verifyDigest(key: AsymmetricKey, digest: Uint8Array, signature: Uint8Array, options: SignatureOptions): boolean {
	switch (key.type) {
		case 'rsa':
		case 'rsa-pss':
			return verifyRsa(key, digest, signature, options);
		case 'ec':
			return verifyEc(key, digest, signature, options.isP1363);
		default:
			throw unsupported();
	}
}

/** Signs a whole message with a key that hashes by itself. */
export function signMessage(key: AsymmetricKey, message: Uint8Array): Uint8Array {
	if (key.type !== 'ed25519' || !key.secret) throw unsupported();
	return EDWARDS.ed25519.noble.sign(message, key.secret);
}

export function verifyMessage(key: AsymmetricKey, message: Uint8Array, signature: Uint8Array): boolean {
	if (key.type !== 'ed25519') throw unsupported();
	try {
		return EDWARDS.ed25519.noble.verify(signature, message, key.point, { zip215: false });
	} catch {
		return false;
	}
}

function ecOptions(isP1363: boolean) {
	return { prehash: false, lowS: false, format: isP1363 ? 'compact' : 'der' } as const;
}

function verifyEc({ curve, point }: EcKey, digest: Uint8Array, signature: Uint8Array, isP1363: boolean): boolean {
	try {
		return curve.noble.verify(signature, digest, point, ecOptions(isP1363));
	} catch {
		return false;
	}
}

function signRsa(key: RsaKey, digest: Uint8Array, options: SignatureOptions): Uint8Array {
	const size = modulusBytes(key);
	if (!isPss(key, options)) {
		const info = digestInfo(options.digest, digest);
		if (info.length + 11 > size) throw new RangeError('digest too big for rsa key');
		return applyPrivate(key, padPkcs1(info, size));
	}
	const bits = key.n.toString(2).length;
	const most = Math.ceil((bits - 1) / 8) - digest.length - 2;
	const salt = new Uint8Array(saltLengthOf(options, SALT_MAX) ?? most);
	options.fillRandom(salt);
	const padded = padPss(digest, salt, { digest: options.digest, mgf: options.digest, bits });
	const full = new Uint8Array(size);
	full.set(padded, size - padded.length);
	return applyPrivate(key, full);
}

function verifyRsa(key: RsaKey, digest: Uint8Array, signature: Uint8Array, options: SignatureOptions): boolean {
	const size = modulusBytes(key);
	if (signature.length !== size) return false;
	let opened: Uint8Array;
	try {
		opened = applyPublic(key, signature);
	} catch {
		return false;
	}
	if (isPss(key, options)) {
		const bits = key.n.toString(2).length;
		const saltLength = saltLengthOf(options, SALT_MAX) ?? -1;
		return verifyPss(opened, digest, saltLength, { digest: options.digest, mgf: options.digest, bits });
	}
	const expected = padPkcs1(digestInfo(options.digest, digest), size);
	return expected.every((byte, index) => byte === opened[index]);
}

function isPss(key: RsaKey, { padding }: SignatureOptions): boolean {
	return padding === PSS_PADDING || (padding === undefined && key.type === 'rsa-pss');
}

/** Null: as much as fits (signing), whatever is there (verifying). */
function saltLengthOf({ saltLength, digest }: SignatureOptions, fallback: number): number | null {
	const given = saltLength ?? fallback;
	if (given === SALT_OF_DIGEST) return digest.hash.outputLen;
	return given < 0 ? null : given;
}

function unsupported(): Error {
	return Object.assign(new Error('error:03000096:digital envelope routines::operation not supported for this keytype'), {
		library: 'digital envelope routines',
		reason: 'operation not supported for this keytype',
		code: 'ERR_OSSL_EVP_OPERATION_NOT_SUPPORTED_FOR_THIS_KEYTYPE'
	});
}
