import type { SignatureOptions } from '../../keys/signatures';
import { codedError, exact, opensslError, type CryptoContext } from './crypto-context';
import { digestName, findDigest, type Digest } from './crypto-digests';
import type { Keys, KeySource } from './crypto-keys';

const P1363 = 1;
const SIGN = 0;
/** `RSA_PKCS1_PADDING`, `RSA_NO_PADDING`, `RSA_PKCS1_OAEP_PADDING`. */
const Padding = { pkcs1: 1, none: 3, oaep: 4 } as const;
/** What OpenSSL hashes with when nothing is named. */
const DEFAULT_DIGEST = 'sha256';

/** Sign, Verify, their one-shot job, and RSA encryption. */
export function installSignatures(context: CryptoContext, keys: Keys): void {
	const { binding, bytes, buffer, keys: pack, fillRandom } = context;

	const named = (name: string | null | undefined) => {
		const hash = findDigest(name ?? DEFAULT_DIGEST);
		if (!hash) throw codedError(TypeError, 'ERR_CRYPTO_INVALID_DIGEST', `Invalid digest: ${name}`);
		return { name: digestName(name ?? DEFAULT_DIGEST), hash };
	};
	const options = (
		digest: ReturnType<typeof named>,
		padding: number | undefined,
		saltLength: number | undefined,
		encoding: number | undefined
	): SignatureOptions => ({ digest, padding, saltLength, isP1363: encoding === P1363, fillRandom });

	class Signing {
		#name = '';
		#state: ReturnType<Digest['create']> | undefined;
		init(algorithm: string): void {
			const digest = findDigest(algorithm);
			if (!digest) throw codedError(TypeError, 'ERR_CRYPTO_INVALID_DIGEST', 'Invalid digest');
			this.#name = algorithm;
			this.#state = digest.create();
		}
		update(data: unknown, encoding?: string): void {
			if (!this.#state) throw codedError(Error, 'ERR_CRYPTO_INVALID_STATE', 'Not initialised');
			this.#state.update(bytes(data, encoding));
		}
		protected finish() {
			const state = this.#state;
			if (!state) throw codedError(Error, 'ERR_CRYPTO_INVALID_STATE', 'Not initialised');
			this.#state = undefined;
			return { digest: state.digest(), named: named(this.#name) };
		}
	}
	type Rest = [padding?: number, saltLength?: number, encoding?: number];

	binding.Sign = class Sign extends Signing {
		sign(data: unknown, format: number, type: number, passphrase: unknown, namedCurve: string, ...rest: Rest) {
			const key = keys.read({ data, format, type, passphrase, namedCurve }, 'private');
			const { digest, named: name } = this.finish();
			return buffer(pack().signatures.signDigest(key, digest, options(name, ...(rest as [number, number, number]))));
		}
	};
	binding.Verify = class Verify extends Signing {
		verify(
			data: unknown,
			format: number,
			type: number,
			passphrase: unknown,
			namedCurve: string,
			signature: unknown,
			...rest: Rest
		) {
			const key = keys.read({ data, format, type, passphrase, namedCurve }, 'public');
			const { digest, named: name } = this.finish();
			return pack().signatures.verifyDigest(key, digest, bytes(signature), options(name, ...(rest as [number, number, number])));
		}
	};

	binding.SignJob = context.job(
		(
			_mode,
			task: number,
			data: unknown,
			format: number,
			type: number,
			passphrase: unknown,
			namedCurve: string,
			message: unknown,
			algorithm: string | null | undefined,
			saltLength: number | undefined,
			padding: number | undefined,
			encoding: number | undefined,
			_context: unknown,
			signature: unknown
		) => {
			const key = keys.read({ data, format, type, passphrase, namedCurve }, task === SIGN ? 'private' : 'public');
			const { signDigest, signMessage, verifyDigest, verifyMessage } = pack().signatures;
			const input = bytes(message);
			if (key.type === 'ed25519' || key.type === 'x25519')
				return task === SIGN ? exact(signMessage(key, input)) : verifyMessage(key, input, bytes(signature));
			const digest = named(algorithm);
			const how = options(digest, padding, saltLength, encoding);
			const hashed = digest.hash(input);
			return task === SIGN ? exact(signDigest(key, hashed, how)) : verifyDigest(key, hashed, bytes(signature), how);
		}
	);

	const rsaKey = (source: KeySource, wanted: 'private' | 'public') => {
		const key = keys.read(source, wanted);
		if (!('n' in key)) throw opensslError('03000096', 'digital envelope routines', 'operation not supported for this keytype');
		return key;
	};
	type RsaArguments = [
		data: unknown,
		format: number,
		type: number,
		passphrase: unknown,
		namedCurve: string,
		input: unknown,
		padding: number,
		oaepHash?: string,
		oaepLabel?: unknown
	];
	const rsaArguments = ([data, format, type, passphrase, namedCurve, input, padding, oaepHash, oaepLabel]: RsaArguments) => ({
		source: { data, format, type, passphrase, namedCurve },
		input: bytes(input),
		padding,
		oaep: { digest: named(oaepHash ?? 'sha1'), label: oaepLabel === undefined ? new Uint8Array(0) : bytes(oaepLabel) }
	});
	const encrypt = (key: ReturnType<typeof rsaKey>, { input, padding, oaep }: Omit<ReturnType<typeof rsaArguments>, 'source'>) => {
		const { modulusBytes, applyPublic } = pack().rsa;
		const size = modulusBytes(key);
		if (padding === Padding.none) return applyPublic(key, input);
		const room = padding === Padding.oaep ? size - 2 * oaep.digest.hash.outputLen - 2 : size - 11;
		if (input.length > room) throw opensslError('0200006E', 'rsa routines', 'data too large for key size');
		const { padOaep, padPkcs1 } = pack().padding;
		return applyPublic(
			key,
			padding === Padding.oaep ? padOaep(input, size, { ...oaep, fillRandom }) : padPkcs1(input, size, fillRandom)
		);
	};
	const decrypt = (key: ReturnType<typeof rsaKey>, { input, padding, oaep }: Omit<ReturnType<typeof rsaArguments>, 'source'>) => {
		const failed = opensslError(
			'02000079',
			'rsa routines',
			padding === Padding.oaep ? 'oaep decoding error' : 'pkcs decoding error'
		);
		if (input.length !== pack().rsa.modulusBytes(key)) throw failed;
		const opened = pack().rsa.applyPrivate(key, input);
		if (padding === Padding.none) return opened;
		const { unpadOaep, unpadPkcs1 } = pack().padding;
		const data = padding === Padding.oaep ? unpadOaep(opened, oaep.digest, oaep.label) : unpadPkcs1(opened, 2);
		if (!data) throw failed;
		return data;
	};

	binding.publicEncrypt = (...args: RsaArguments) => {
		const { source, ...rest } = rsaArguments(args);
		return buffer(encrypt(rsaKey(source, 'public'), rest));
	};
	binding.privateDecrypt = (...args: RsaArguments) => {
		const { source, ...rest } = rsaArguments(args);
		return buffer(decrypt(rsaKey(source, 'private'), rest).slice());
	};
	binding.privateEncrypt = (...args: RsaArguments) => {
		const { source, input, padding } = rsaArguments(args);
		const key = rsaKey(source, 'private');
		const size = pack().rsa.modulusBytes(key);
		if (padding !== Padding.none && input.length > size - 11)
			throw opensslError('0200006E', 'rsa routines', 'data too large for key size');
		return buffer(pack().rsa.applyPrivate(key, padding === Padding.none ? input : pack().padding.padPkcs1(input, size)));
	};
	binding.publicDecrypt = (...args: RsaArguments) => {
		const { source, input, padding } = rsaArguments(args);
		const opened = pack().rsa.applyPublic(rsaKey(source, 'public'), input);
		const data = padding === Padding.none ? opened : pack().padding.unpadPkcs1(opened, 1);
		if (!data) throw opensslError('0200008A', 'rsa routines', 'invalid padding');
		return buffer(data.slice());
	};
	binding.RSACipherJob = context.job(
		(_mode, task: number, data: unknown, input: unknown, _variant: number, hash: string, label?: unknown) => {
			const rest = {
				input: bytes(input),
				padding: Padding.oaep,
				oaep: { digest: named(hash), label: label === undefined ? new Uint8Array(0) : bytes(label) }
			};
			const isEncrypt = task === binding.kWebCryptoCipherEncrypt;
			const key = rsaKey({ data }, isEncrypt ? 'public' : 'private');
			return exact(isEncrypt ? encrypt(key, rest) : decrypt(key, rest));
		}
	);
}
