import { concatBytes } from '../../joined-bytes';
import type { AesMode, AesStream } from '../../keys/aes-stream';
import { codedError, exact, opensslError, type CryptoContext } from './crypto-context';
import type { Keys } from './crypto-keys';

/** NIDs of OpenSSL, by mode and bits. */
const NIDS: Record<AesMode, Record<number, number>> = {
	ecb: { 128: 418, 192: 422, 256: 426 },
	cbc: { 128: 419, 192: 423, 256: 427 },
	ctr: { 128: 904, 192: 905, 256: 906 },
	gcm: { 128: 895, 192: 898, 256: 901 }
};
const BLOCK = 16;
const GCM_TAG = 16;
const GCM_TAG_LENGTHS = [4, 8, 12, 13, 14, 15, 16];
/** Web crypto's variants, three key sizes each: `kKeyVariantAES_...` */
const VARIANTS = ['ctr', 'cbc', 'gcm', 'kw', 'ocb'] as const;
const KEY_SIZES = 3;

interface CipherInfo {
	mode: AesMode;
	keyBytes: number;
	ivBytes: number;
}

/** `aes-256-cbc`, `aes256`, `id-aes256-GCM`: AES in the modes that programs use. */
function cipherNamed(name: string): CipherInfo | undefined {
	const match = /^(?:id-)?aes-?(128|192|256)(?:-?(ecb|cbc|ctr|gcm))?$/i.exec(name);
	if (!match) return undefined;
	const mode = (match[2]?.toLowerCase() ?? 'cbc') as AesMode;
	return { mode, keyBytes: Number(match[1]) / 8, ivBytes: mode === 'ecb' ? 0 : mode === 'gcm' ? 12 : BLOCK };
}

export function installCiphers(context: CryptoContext, keys: Keys): void {
	const { binding, bytes, buffer, keys: pack } = context;
	const invalid = (Type: ErrorConstructor, what: string, message: string) => codedError(Type, `ERR_CRYPTO_${what}`, message);

	binding.CipherBase = class CipherBase {
		readonly #stream: AesStream;
		readonly #mode: AesMode;
		readonly #isEncrypt: boolean;
		readonly #tagLength: number;
		#isDone = false;

		constructor(isEncrypt: boolean, name: string, key: unknown, iv: unknown, tagLength: number) {
			const info = cipherNamed(name);
			if (!info) throw invalid(Error, 'UNKNOWN_CIPHER', 'Unknown cipher');
			const keyBytes = keys.secretOf(key);
			if (keyBytes.length !== info.keyBytes) throw invalid(RangeError, 'INVALID_KEYLEN', 'Invalid key length');
			const ivBytes = iv === null ? new Uint8Array(0) : bytes(iv);
			const isRight = info.mode === 'gcm' ? ivBytes.length > 0 : ivBytes.length === info.ivBytes;
			if (!isRight) throw invalid(TypeError, 'INVALID_IV', 'Invalid initialization vector');
			if (info.mode === 'gcm' && tagLength >= 0 && !GCM_TAG_LENGTHS.includes(tagLength))
				throw invalid(TypeError, 'INVALID_AUTH_TAG', `Invalid authentication tag length: ${tagLength}`);
			this.#tagLength = tagLength < 0 ? GCM_TAG : tagLength;
			this.#mode = info.mode;
			this.#isEncrypt = isEncrypt;
			const { mode } = info;
			this.#stream = pack().aesStream({ mode, key: keyBytes.slice(), iv: ivBytes, isEncrypt, tagLength: this.#tagLength });
		}
		update(data: unknown, encoding?: string) {
			if (this.#isDone) throw new Error('Trying to add data in unsupported state');
			return buffer(this.#stream.update(bytes(data, encoding)));
		}
		final() {
			if (this.#isDone) throw invalid(Error, 'INVALID_STATE', 'Invalid state');
			this.#isDone = true;
			try {
				return buffer(this.#stream.final());
			} catch (error) {
				throw translate(error);
			}
		}
		setAutoPadding(isPadded: boolean): boolean {
			if (this.#isDone) return false;
			this.#stream.hasPadding = isPadded;
			return true;
		}
		getAuthTag() {
			return this.#isDone && this.#isEncrypt && this.#stream.tag ? buffer(this.#stream.tag.slice()) : undefined;
		}
		setAuthTag(tag: unknown): boolean {
			if (this.#isDone || this.#isEncrypt || this.#mode !== 'gcm' || this.#stream.tag) return false;
			const given = bytes(tag).slice();
			if (!GCM_TAG_LENGTHS.includes(given.length) || given.length > this.#tagLength)
				throw invalid(TypeError, 'INVALID_AUTH_TAG', `Invalid authentication tag length: ${given.length}`);
			this.#stream.tag = given;
			return true;
		}
		setAAD(data: unknown): boolean {
			if (this.#isDone || !this.#stream.addAuthenticated) return false;
			this.#stream.addAuthenticated(bytes(data));
			return true;
		}
	};

	binding.getCiphers = () =>
		(['cbc', 'ctr', 'ecb', 'gcm'] as const).flatMap((mode) => [128, 192, 256].map((bits) => `aes-${bits}-${mode}`)).sort();
	binding.getCipherInfo = (target: object, name: string | number, keyLength?: number, ivLength?: number) => {
		const info = typeof name === 'string' ? cipherNamed(name) : undefined;
		if (!info || (keyLength !== undefined && keyLength !== info.keyBytes)) return undefined;
		const { mode } = info;
		if (ivLength !== undefined && mode !== 'gcm' && ivLength !== info.ivBytes) return undefined;
		const bits = info.keyBytes * 8;
		return Object.assign(target, {
			mode,
			name: mode === 'gcm' ? `id-aes${bits}-gcm` : `aes-${bits}-${mode}`,
			nid: NIDS[mode][bits],
			...(mode === 'ecb' || mode === 'cbc' ? { blockSize: BLOCK } : { blockSize: 1 }),
			...(mode === 'ecb' ? {} : { ivLength: ivLength ?? info.ivBytes }),
			keyLength: info.keyBytes
		});
	};

	/** Web crypto: GCM's tag follows the data. `parameter`: tag bytes (GCM). */
	binding.AESCipherJob = context.job(
		(_mode, task: number, key: unknown, data: unknown, variant: number, iv: unknown, parameter: number, aad: unknown) => {
			const mode = VARIANTS[Math.floor(variant / KEY_SIZES)];
			const isEncrypt = task === binding.kWebCryptoCipherEncrypt;
			const secret = keys.secretOf(key).slice();
			let input = bytes(data);
			if (mode === 'kw') {
				const wrap = pack().aeskw(secret);
				return exact(isEncrypt ? wrap.encrypt(input) : wrap.decrypt(input));
			}
			if (!mode || mode === 'ocb')
				throw codedError(TypeError, 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', 'The engine has no AES-OCB');
			const tagLength = mode === 'gcm' ? parameter : undefined;
			const stream = pack().aesStream({ mode, key: secret, iv: bytes(iv), isEncrypt, tagLength });
			if (tagLength && aad !== undefined) stream.addAuthenticated?.(bytes(aad));
			if (tagLength && !isEncrypt) {
				stream.tag = input.slice(input.length - tagLength);
				input = input.subarray(0, Math.max(0, input.length - tagLength));
			}
			const parts = [stream.update(input), stream.final()];
			if (isEncrypt && stream.tag) parts.push(stream.tag);
			return concatBytes(parts).buffer;
		}
	);

	function translate(error: unknown): unknown {
		if (!(error instanceof pack().CipherError)) return error;
		if (error.failure === 'unauthenticated') return new Error('Unsupported state or unable to authenticate data');
		return opensslError(error.failure === 'bad decrypt' ? '1C800064' : '1C80006B', 'Provider routines', error.failure);
	}
}
