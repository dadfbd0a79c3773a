import type { AsymmetricKey, Curve } from '../../keys/asymmetric-key';
import { codedError, exact, opensslError, type CryptoContext } from './crypto-context';
import type { Keys } from './crypto-keys';

/** `POINT_CONVERSION_...` */
const COMPRESSED = 2;
const HYBRID = 6;

/** Key agreement: ECDH on the NIST curves and X25519. Diffie-Hellman on plain numbers stays a stub that names itself. */
export function installKeyExchange(context: CryptoContext, keys: Keys): void {
	const { binding, bytes, buffer, keys: pack } = context;

	const curveOf = (name: string): Curve => {
		const curve = pack().asymmetric.curveNamed(name);
		if (!curve) throw codedError(TypeError, 'ERR_CRYPTO_INVALID_CURVE', 'Invalid EC curve name');
		return curve;
	};
	const pointIn = (curve: Curve, point: Uint8Array, form: number): Uint8Array => {
		const { Point } = curve.noble;
		const encoded = Point.fromBytes(point).toBytes(form === COMPRESSED);
		// Hybrid: uncompressed, but for a first byte that tells whether y is odd.
		if (form === HYBRID) encoded[0] = HYBRID | ((encoded[encoded.length - 1] ?? 0) & 1);
		return encoded;
	};

	binding.getCurves = () => pack().asymmetric.CURVES.map(({ name }) => name);
	binding.ECDH = class ECDH {
		readonly #curve: Curve;
		#secret: Uint8Array | undefined;
		#point: Uint8Array | undefined;

		constructor(curveName: string) {
			this.#curve = curveOf(curveName);
		}
		generateKeys(): void {
			this.setPrivateKey(this.#curve.noble.utils.randomSecretKey());
		}
		/** @returns a string when the other's key is not on the curve: that is how Node's lib is told */
		computeSecret(other: unknown) {
			if (!this.#secret)
				throw codedError(Error, 'ERR_CRYPTO_ECDH_INVALID_PUBLIC_KEY', 'Public key is not valid for specified curve');
			try {
				return buffer(this.#curve.noble.getSharedSecret(this.#secret, bytes(other)).slice(1));
			} catch {
				return 'ERR_CRYPTO_ECDH_INVALID_PUBLIC_KEY';
			}
		}
		getPublicKey(form: number) {
			if (!this.#point) throw codedError(Error, 'ERR_CRYPTO_ECDH_INVALID_PUBLIC_KEY', 'Failed to get ECDH public key');
			return buffer(pointIn(this.#curve, this.#point, form));
		}
		getPrivateKey() {
			if (!this.#secret) throw codedError(Error, 'ERR_CRYPTO_ECDH_INVALID_PUBLIC_KEY', 'Failed to get ECDH private key');
			return buffer(this.#secret.slice());
		}
		setPrivateKey(secret: unknown): void {
			const { size, noble } = this.#curve;
			const given = bytes(secret);
			const padded = new Uint8Array(Math.max(size, given.length));
			padded.set(given, padded.length - given.length);
			if (!noble.utils.isValidSecretKey(padded))
				throw codedError(Error, 'ERR_CRYPTO_INVALID_KEYTYPE', 'Private key is not valid for specified curve.');
			this.#secret = padded;
			this.#point = noble.getPublicKey(padded, false);
		}
		setPublicKey(point: unknown): void {
			this.#point = this.#curve.noble.Point.fromBytes(bytes(point)).toBytes(false);
		}
	};
	binding.ECDHConvertKey = (point: unknown, curveName: string, form: number) => {
		const curve = curveOf(curveName);
		try {
			return buffer(pointIn(curve, bytes(point), form));
		} catch {
			throw codedError(Error, 'ERR_CRYPTO_OPERATION_FAILED', 'Failed to decode public key');
		}
	};

	type Source = [data: unknown, format?: number, type?: number, passphrase?: unknown, namedCurve?: string];
	const read = ([data, format, type, passphrase, namedCurve]: Source, wanted: 'private' | 'public') =>
		keys.read({ data, format, type, passphrase, namedCurve }, wanted);
	binding.DHBitsJob = context.job((_mode, ...sources: unknown[]) =>
		exact(agree(read(sources.slice(0, 5) as Source, 'public'), read(sources.slice(5) as Source, 'private')))
	);

	function agree(theirs: AsymmetricKey, ours: AsymmetricKey): Uint8Array {
		if (theirs.type === 'x25519' && ours.type === 'x25519' && ours.secret)
			return pack().asymmetric.EDWARDS.x25519.noble.getSharedSecret(ours.secret, theirs.point);
		if (theirs.type === 'ec' && ours.type === 'ec' && ours.secret && theirs.curve === ours.curve)
			return ours.curve.noble.getSharedSecret(ours.secret, theirs.point).slice(1);
		throw opensslError('03000096', 'digital envelope routines', 'different parameters');
	}
}
