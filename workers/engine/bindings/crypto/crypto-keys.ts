import type { AsymmetricKey } from '../../keys/asymmetric-key';
import type { Encoding } from '../../keys/key-formats';
import type { Jwk } from '../../keys/jwk';
import { codedError, opensslError, type CryptoContext } from './crypto-context';

/** `kKeyType...` */
export const KeyType = { secret: 0, public: 1, private: 2 } as const;
/** `kKeyFormat...` */
const Format = { der: 0, pem: 1, jwk: 2, rawPublic: 3, rawPrivate: 4, rawSeed: 5 } as const;
/** By `kKeyEncoding...` */
const ENCODINGS: readonly Encoding[] = ['pkcs1', 'pkcs8', 'spki', 'sec1'];
/** Labels of PEM blocks that hold private keys. */
const PRIVATE_LABELS: Record<string, Encoding> = {
	'PRIVATE KEY': 'pkcs8',
	'ENCRYPTED PRIVATE KEY': 'pkcs8',
	'RSA PRIVATE KEY': 'pkcs1',
	'EC PRIVATE KEY': 'sec1'
};
const POINT_COMPRESSED = 2;

/** The arguments by which Node's lib names a key: a handle alone, or bytes (JWK: an object) and how to read them. */
export interface KeySource {
	data: unknown;
	format?: number | null;
	/** An encoding's number; for raw keys the name of the key's type. */
	type?: number | string | null;
	passphrase?: unknown;
	namedCurve?: string | null;
}

export interface KeyHandle {
	readonly kind: number;
	readonly secret: Uint8Array;
	readonly key: AsymmetricKey | undefined;
}
type HandleClass = new () => KeyHandle & { init(kind: number, data: unknown, ...rest: unknown[]): void };
export interface Keys {
	KeyObjectHandle: HandleClass;
	/** Reads a key. With `private` only private ones; with `public` either. */
	read(source: KeySource, wanted: 'private' | 'public'): AsymmetricKey;
	secretOf(data: unknown): Uint8Array;
	handleOf(kind: number, value: AsymmetricKey | Uint8Array): KeyHandle;
	/** A CryptoKey of Node's own class. */
	cryptoKey(handle: KeyHandle, algorithm: unknown, usagesMask: number, isExtractable: boolean): object;
}

/** KeyObjectHandle and the native bases of KeyObject and CryptoKey. */
export function installKeys(context: CryptoContext): Keys {
	const { binding, bytes, buffer, keys: pack } = context;
	const base64 = {
		decode: (text: string) => new Uint8Array(context.runtime.Buffer.from(text, 'base64url')),
		encode: (data: Uint8Array) => buffer(data).toString('base64url')
	};

	class KeyObjectHandle implements KeyHandle {
		kind: number = KeyType.secret;
		secret = new Uint8Array(0);
		key: AsymmetricKey | undefined;

		init(kind: number, data: unknown, format?: number | null, type?: number | string | null, ...rest: unknown[]): void {
			const [passphrase, namedCurve] = rest as [unknown, string | null | undefined];
			this.kind = kind;
			if (kind === KeyType.secret) {
				const isJwk = format === Format.jwk;
				this.secret = (isJwk ? base64.decode(String((data as Jwk).k)) : bytes(data)).slice();
				return;
			}
			const wanted = kind === KeyType.private ? 'private' : 'public';
			const key = read({ data, format, type, passphrase, namedCurve }, wanted);
			this.key = kind === KeyType.public ? pack().asymmetric.publicOf(key) : key;
		}
		getKeyType(): number {
			return this.kind;
		}
		getSymmetricKeySize(): number {
			return this.secret.length;
		}
		getAsymmetricKeyType(): string | undefined {
			return this.key?.type;
		}
		checkEcKeyData(): boolean {
			return this.key?.type === 'ec';
		}
		export(format?: number, type?: number, cipher?: string | null, passphrase?: unknown): unknown {
			return this.key
				? encode(this.key, { isPrivate: this.kind === KeyType.private, format, type, cipher, passphrase })
				: buffer(this.secret.slice());
		}
		exportJwk(target: Jwk): Jwk {
			return this.key
				? pack().jwk.fillJwk(target, this.key, base64)
				: Object.assign(target, { kty: 'oct', k: base64.encode(this.secret) });
		}
		rawPublicKey(): unknown {
			return buffer(pointOf(this.key).slice());
		}
		rawPrivateKey(): unknown {
			return buffer(secretOf(this.key).slice());
		}
		rawSeed(): unknown {
			return this.rawPrivateKey();
		}
		exportECPublicRaw(form: number): unknown {
			const { key } = this;
			if (key?.type !== 'ec') throw unsupported();
			return buffer(form === POINT_COMPRESSED ? key.curve.noble.Point.fromBytes(key.point).toBytes(true) : key.point.slice());
		}
		exportECPrivateRaw(): unknown {
			return this.rawPrivateKey();
		}
		keyDetail(target: Record<string, unknown>): object {
			const { key } = this;
			if (key?.type === 'ec') target.namedCurve = key.curve.name;
			else if (key && 'n' in key) {
				target.modulusLength = key.n.toString(2).length;
				target.publicExponent = pack().der.bigintToBytes(key.e).buffer;
			}
			return target;
		}
		equals(other: KeyObjectHandle): boolean {
			if (this.kind !== other.kind || this.key?.type !== other.key?.type) return false;
			const [a, b] = [this, other].map((handle) => bytes(handle.key ? handle.#spki() : handle.secret));
			return a !== undefined && b !== undefined && a.length === b.length && a.every((byte, index) => byte === b[index]);
		}
		#spki(): Uint8Array {
			return pack().formats.encodePublic(this.key as AsymmetricKey, 'spki');
		}
	}
	binding.KeyObjectHandle = KeyObjectHandle;

	function read({ data, format, type, passphrase, namedCurve }: KeySource, wanted: 'private' | 'public'): AsymmetricKey {
		if (data instanceof KeyObjectHandle) {
			if (!data.key) throw unsupported();
			return data.key;
		}
		if (format === Format.jwk) {
			const jwk = data as Jwk;
			return pack().jwk.parseJwk(jwk, wanted === 'private', base64);
		}
		try {
			if (format === Format.pem) return readPem(buffer(bytes(data)).toString('latin1'), passphrase, wanted);
			if (format === Format.der) return readDer(bytes(data), { encoding: ENCODINGS[type as number], passphrase, wanted });
			return readRaw(bytes(data), { isPublic: format === Format.rawPublic, type: String(type), namedCurve });
		} catch (error) {
			if (error instanceof pack().formats.PassphraseNeeded)
				throw opensslError('07880109', 'common libcrypto routines', 'interrupted or cancelled');
			if ((error as { code?: string }).code) throw error;
			throw unsupported();
		}
	}

	function readPem(text: string, passphrase: unknown, wanted: 'private' | 'public'): AsymmetricKey {
		for (const [, label = '', body = ''] of text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([^]+?)-----END \1-----/g)) {
			const der = new Uint8Array(context.runtime.Buffer.from(body.replace(/^[\w-]+:.*$/gm, ''), 'base64'));
			const encoding = PRIVATE_LABELS[label];
			if (encoding) return pack().formats.parsePrivate(der, encoding, passphraseOf(passphrase));
			if (wanted === 'private') continue;
			if (label === 'PUBLIC KEY') return pack().formats.parsePublic(der, 'spki');
			if (label === 'RSA PUBLIC KEY') return pack().formats.parsePublic(der, 'pkcs1');
			if (label === 'CERTIFICATE') return pack().formats.parseCertificateKey(der);
		}
		throw unsupported();
	}

	function readDer(
		data: Uint8Array,
		{ encoding, passphrase, wanted }: { encoding: Encoding | undefined; passphrase: unknown; wanted: 'private' | 'public' }
	): AsymmetricKey {
		const { parsePrivate, parsePublic } = pack().formats;
		if (wanted === 'private') return parsePrivate(data, encoding, passphraseOf(passphrase));
		if (encoding === 'pkcs8' || encoding === 'sec1') return parsePrivate(data, encoding, passphraseOf(passphrase));
		try {
			return parsePublic(data, encoding);
		} catch (error) {
			if (encoding !== 'pkcs1') throw error;
			return parsePrivate(data, encoding);
		}
	}

	function readRaw(
		data: Uint8Array,
		{ isPublic, type, namedCurve }: { isPublic: boolean; type: string; namedCurve?: string | null }
	): AsymmetricKey {
		const { curveNamed, ecKeyOf, ecPublicOf, edwardsKeyOf } = pack().asymmetric;
		if (type === 'ec') {
			const curve = curveNamed(namedCurve ?? '');
			if (!curve) throw codedError(TypeError, 'ERR_CRYPTO_INVALID_CURVE', 'Invalid EC curve name');
			return isPublic ? ecPublicOf(curve, data) : ecKeyOf(curve, data.slice());
		}
		const name = type.toLowerCase();
		if ((name !== 'ed25519' && name !== 'x25519') || data.length !== 32) throw unsupported();
		return isPublic ? { type: name, point: data.slice() } : edwardsKeyOf(name, data.slice());
	}

	const passphraseOf = (passphrase: unknown) => (passphrase == null ? undefined : bytes(passphrase));

	/** @returns a string (PEM), a Buffer (DER) or an object (JWK) */
	function encode(key: AsymmetricKey, how: KeyEncoding): unknown {
		if (how.format === Format.jwk) return pack().jwk.fillJwk({}, key, base64);
		const encoding = ENCODINGS[how.type ?? 1] ?? 'spki';
		const { encodePrivate, encodePublic, encryptPkcs8 } = pack().formats;
		let der = how.isPrivate ? encodePrivate(key, encoding) : encodePublic(key, encoding);
		if (how.cipher) {
			const keyBits = Number(/^aes-?(128|192|256)-?cbc$/i.exec(how.cipher)?.[1] ?? 0);
			if (!keyBits || encoding !== 'pkcs8') throw codedError(Error, 'ERR_CRYPTO_UNKNOWN_CIPHER', 'Unknown cipher');
			der = encryptPkcs8(der, { keyBits, passphrase: bytes(how.passphrase), fillRandom: context.fillRandom });
		}
		if (how.format === Format.der) return buffer(der);
		const label = labelOf(encoding, how);
		const lines = buffer(der)
			.toString('base64')
			.replace(/.{64}(?=.)/g, '$&\n');
		return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;
	}

	function handleOf(kind: number, value: AsymmetricKey | Uint8Array): KeyObjectHandle {
		const handle = new KeyObjectHandle();
		handle.kind = kind;
		if (value instanceof Uint8Array) handle.secret = value.slice();
		else handle.key = value;
		return handle;
	}

	const InternalCryptoKey = installNativeClasses(context);
	return {
		KeyObjectHandle,
		read,
		handleOf,
		secretOf: (data) => (data instanceof KeyObjectHandle ? data.secret : bytes(data)),
		cryptoKey: (...parts) => new (InternalCryptoKey())(...parts)
	};
}

export interface KeyEncoding {
	isPrivate: boolean;
	format?: number;
	type?: number;
	cipher?: string | null;
	passphrase?: unknown;
}

function labelOf(encoding: Encoding, { isPrivate, cipher }: KeyEncoding): string {
	if (!isPrivate) return encoding === 'pkcs1' ? 'RSA PUBLIC KEY' : 'PUBLIC KEY';
	if (encoding === 'pkcs1') return 'RSA PRIVATE KEY';
	if (encoding === 'sec1') return 'EC PRIVATE KEY';
	return cipher ? 'ENCRYPTED PRIVATE KEY' : 'PRIVATE KEY';
}

function pointOf(key: AsymmetricKey | undefined): Uint8Array {
	if (!key || !('point' in key)) throw unsupported();
	return key.point;
}

function secretOf(key: AsymmetricKey | undefined): Uint8Array {
	if (!key || !('secret' in key) || !key.secret) throw unsupported();
	return key.secret;
}

function unsupported(): Error {
	return opensslError('1E08010C', 'DECODER routines', 'unsupported');
}

/** The build renames classes whose names exist in an outer scope too: `KeyObject2`. */
function withPlainNames(classes: unknown[]): unknown[] {
	for (const made of classes as { name: string }[])
		Object.defineProperty(made, 'name', { value: made.name.replace(/\d+$/, ''), configurable: true });
	return classes;
}

type CryptoKeyClass = new (handle: KeyHandle, algorithm: unknown, usagesMask: number, isExtractable: boolean) => object;

/** @returns how to get Node's InternalCryptoKey, once its lib has made it */
function installNativeClasses({ binding, runtime }: CryptoContext): () => CryptoKeyClass {
	class NativeKeyObject {
		readonly #handle: KeyHandle;
		constructor(handle: KeyHandle) {
			this.#handle = handle;
		}
		static slots(key: object): [number, KeyHandle] {
			if (!(#handle in key)) throw codedError(TypeError, 'ERR_INVALID_THIS', 'Value of "this" must be of type KeyObject');
			return [key.#handle.kind, key.#handle];
		}
	}
	class NativeCryptoKey {
		readonly #slots: [number, boolean, unknown, number, KeyHandle];
		constructor(handle: KeyHandle, algorithm: unknown, usagesMask: number, isExtractable: boolean) {
			this.#slots = [handle.kind, isExtractable, algorithm, usagesMask, handle];
		}
		static slots(key: object): unknown[] {
			if (!(#slots in key)) throw codedError(TypeError, 'ERR_INVALID_THIS', 'Value of "this" must be of type CryptoKey');
			return [...key.#slots];
		}
	}
	let InternalCryptoKey: CryptoKeyClass | undefined;
	binding.createNativeKeyObjectClass = (callback: (base: unknown) => unknown[]) => withPlainNames(callback(NativeKeyObject));
	binding.getKeyObjectSlots = (key: object) => NativeKeyObject.slots(key);
	binding.createCryptoKeyClass = (callback: (base: unknown) => [unknown, CryptoKeyClass]) => {
		const classes = callback(NativeCryptoKey);
		withPlainNames(classes);
		InternalCryptoKey = classes[1];
		return classes;
	};
	binding.getCryptoKeySlots = (key: object) => NativeCryptoKey.slots(key);
	return () => {
		if (!InternalCryptoKey) runtime.require('internal/crypto/keys');
		return InternalCryptoKey as CryptoKeyClass;
	};
}
