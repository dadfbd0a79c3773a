import type { AsymmetricKey } from '../../keys/asymmetric-key';
import { codedError, type CryptoContext } from './crypto-context';
import { KeyType, type Keys } from './crypto-keys';

const PSS_VARIANT = 1;

/** Jobs that make keys and primes. */
export function installKeyGeneration(context: CryptoContext, keys: Keys): void {
	const { binding, keys: pack, fillRandom } = context;

	/** `rest`: web crypto [algorithm, public usages, private usages, extractable], else the two encodings. */
	const pairOf = (mode: number, key: AsymmetricKey, rest: unknown[]) => {
		const publicHandle = keys.handleOf(KeyType.public, pack().asymmetric.publicOf(key));
		const privateHandle = keys.handleOf(KeyType.private, key);
		if (mode === binding.kCryptoJobWebCrypto) {
			const [algorithm, publicUsages, privateUsages, isExtractable] = rest as [object, number, number, boolean];
			return {
				publicKey: keys.cryptoKey(publicHandle, algorithm, publicUsages, true),
				privateKey: keys.cryptoKey(privateHandle, algorithm, privateUsages, isExtractable)
			};
		}
		const [publicFormat, publicType, privateFormat, privateType, cipher, passphrase] = rest;
		type Exportable = { export(...how: unknown[]): unknown };
		return [
			publicFormat === undefined ? publicHandle : (publicHandle as unknown as Exportable).export(publicFormat, publicType),
			privateFormat === undefined
				? privateHandle
				: (privateHandle as unknown as Exportable).export(privateFormat, privateType, cipher, passphrase)
		];
	};

	binding.EcKeyPairGenJob = withCheck(
		context.job((mode, curveName: string, _parameters, ...rest: unknown[]) => {
			const { ecKeyOf } = pack().asymmetric;
			const curve = curveOf(curveName);
			return pairOf(mode, ecKeyOf(curve, curve.noble.utils.randomSecretKey()), rest);
		}),
		(_mode, curveName) => curveOf(curveName as string)
	);
	const curveOf = (name: string) => {
		const curve = pack().asymmetric.curveNamed(name);
		if (!curve) throw codedError(TypeError, 'ERR_CRYPTO_INVALID_CURVE', 'Invalid EC curve name');
		return curve;
	};

	binding.NidKeyPairGenJob = context.job((mode, nid: number, ...rest: unknown[]) => {
		const type = nid === binding.EVP_PKEY_ED25519 ? 'ed25519' : nid === binding.EVP_PKEY_X25519 ? 'x25519' : undefined;
		if (!type) throw unavailable('key pairs of this type');
		const secret = new Uint8Array(32);
		fillRandom(secret);
		return pairOf(mode, pack().asymmetric.edwardsKeyOf(type, secret), rest);
	});

	binding.RsaKeyPairGenJob = context.job((mode, variant: number, bits: number, exponent: number, ...rest: unknown[]) => {
		const isPss = variant === PSS_VARIANT;
		// (hash, mgf1 hash, salt length) come first.
		const others = isPss && mode !== binding.kCryptoJobWebCrypto ? rest.slice(3) : rest;
		const finish = (key: AsymmetricKey) => pairOf(mode, isPss ? ({ ...key, type: 'rsa-pss' } as AsymmetricKey) : key, others);
		const own = () => pack().rsa.generateRsa(bits, exponent, fillRandom);
		if (mode === binding.kCryptoJobSync) return finish(own());
		return hostRsa(context, bits, exponent).catch(own).then(finish);
	});

	binding.SecretKeyGenJob = context.job((mode, bits: number, algorithm?: object, usages?: number, isExtractable?: boolean) => {
		const secret = new Uint8Array(Math.ceil(bits / 8));
		fillRandom(secret);
		const handle = keys.handleOf(KeyType.secret, secret);
		return mode === binding.kCryptoJobWebCrypto
			? keys.cryptoKey(handle, algorithm, usages as number, isExtractable as boolean)
			: handle;
	});

	binding.RandomPrimeJob = context.job((_mode, bits: number, isSafe: boolean, add?: unknown, rem?: unknown) => {
		if (add !== undefined || rem !== undefined) throw unavailable('primes with `add` or `rem`');
		const { randomPrime, isProbablyPrime } = pack().rsa;
		let prime = randomPrime(bits, null, fillRandom);
		while (isSafe && !isProbablyPrime((prime - 1n) / 2n, fillRandom)) prime = randomPrime(bits, null, fillRandom);
		return pack().der.bigintToBytes(prime, Math.ceil(bits / 8)).buffer;
	});
	binding.CheckPrimeJob = context.job((_mode, candidate: unknown, checks: number) =>
		pack().rsa.isProbablyPrime(pack().der.bytesToBigint(context.bytes(candidate)), fillRandom, checks || undefined)
	);
}

/** The browser makes primes faster, and beside this thread. */
async function hostRsa({ runtime, keys }: CryptoContext, bits: number, exponent: number): Promise<AsymmetricKey> {
	const { subtle } = runtime.host.crypto;
	const publicExponent = new Uint8Array(keys().der.bigintToBytes(BigInt(exponent)));
	const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: bits, publicExponent };
	const pair = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
	return keys().formats.parsePrivate(new Uint8Array(await subtle.exportKey('pkcs8', pair.privateKey)), 'pkcs8');
}

/** Some arguments are refused when the job is made. */
function withCheck<Job extends new (mode: number, ...args: never[]) => object>(
	Base: Job,
	check: (mode: number, ...args: unknown[]) => unknown
): Job {
	return new Proxy(Base, {
		construct(target, args: unknown[], newTarget) {
			check(...(args as [number]));
			return Reflect.construct(target, args, newTarget) as object;
		}
	});
}

function unavailable(what: string): Error {
	return codedError(TypeError, 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', `The engine does not make ${what}`);
}
