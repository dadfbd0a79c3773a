/* eslint-disable @typescript-eslint/no-explicit-any -- Node's untyped internals call these by position */
import { hmac } from '@noble/hashes/hmac.js';
import { pbkdf2, pbkdf2Async } from '@noble/hashes/pbkdf2.js';
import { scrypt, scryptAsync } from '@noble/hashes/scrypt.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import type { BindingInstaller } from '../../process/runtime';
import { installCiphers } from './crypto-ciphers';
import { codedError, cryptoContext, exact, type CryptoContext } from './crypto-context';
import { DIGESTS, digestNamed, type Digest } from './crypto-digests';
import { installKeyExchange } from './crypto-exchange';
import { installKeyGeneration } from './crypto-keygen';
import { installKeys, type Keys } from './crypto-keys';
import { installSignatures } from './crypto-signatures';
import { installSecureContext } from '../net/tls_wrap';

/** Hashes, HMAC, random bytes and key derivation; keys, signatures and ciphers lie in files of their own. */
export const crypto: BindingInstaller = (binding, runtime) => {
	installNothings(binding);
	installSecureContext(binding);
	const context = cryptoContext(binding, runtime);
	const keys = installKeys(context);
	installHashes(context, keys);
	installDerivations(context, keys);
	installKeyGeneration(context, keys);
	installSignatures(context, keys);
	installCiphers(context, keys);
	installKeyExchange(context, keys);
};

function installHashes({ binding, bytes, buffer, job }: CryptoContext, keys: Keys): void {
	const output = (digest: Uint8Array, encoding?: string) =>
		encoding && encoding !== 'buffer' ? buffer(digest).toString(encoding as BufferEncoding) : buffer(digest);
	binding.Hash = class Hash {
		readonly #state: ReturnType<Digest['create']>;
		#result: Uint8Array | undefined;
		constructor(algorithm: string | Hash) {
			this.#state =
				algorithm instanceof Hash ? (algorithm.#state.clone() as ReturnType<Digest['create']>) : digestNamed(algorithm).create();
		}
		update(data: unknown, encoding?: string): boolean {
			this.#state.update(bytes(data, encoding));
			return true;
		}
		/** Node may ask a finished hash again: the digest stays. */
		digest(encoding?: string) {
			return output((this.#result ??= this.#state.digest()).slice(), encoding);
		}
	};

	binding.Hmac = class Hmac {
		#state: ReturnType<typeof hmac.create> | undefined;
		init(algorithm: string, key: unknown): void {
			this.#state = hmac.create(digestNamed(algorithm), keys.secretOf(key));
		}
		update(data: unknown, encoding?: string): boolean {
			this.#state?.update(bytes(data, encoding));
			return true;
		}
		digest(encoding?: string) {
			return output(this.#state?.digest() ?? new Uint8Array(0), encoding);
		}
	};

	binding.oneShotDigest = (algorithm: string, _id: number, _cache: unknown, input: unknown, outputEncoding?: string) =>
		output(digestNamed(algorithm)(bytes(input, 'utf8')), outputEncoding);

	binding.timingSafeEqual = (a: unknown, b: unknown) => {
		const [first, second] = [bytes(a), bytes(b)];
		if (first.length !== second.length)
			throw codedError(RangeError, 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH', 'Input buffers must have the same byte length');
		return isEqual(first, second);
	};
	binding.secureBuffer = (size: number) => new Uint8Array(size);

	binding.HashJob = job((_mode, algorithm: string, data: unknown, bits?: number) => {
		if (bits !== undefined) throw new Error('Digest method not supported');
		return exact(digestNamed(algorithm)(bytes(data)));
	});
	binding.HmacJob = job((_mode, task: number, algorithm: string, key: unknown, data: unknown, signature: unknown) => {
		const code = hmac(digestNamed(algorithm), keys.secretOf(key), bytes(data));
		return task === binding.kSignJobModeSign ? exact(code) : isEqual(code, bytes(signature));
	});
}

function installDerivations(context: CryptoContext, keys: Keys): void {
	const { binding, bytes, job } = context;
	binding.RandomBytesJob = job((_mode, target: ArrayBuffer | ArrayBufferView, offset: number, size: number) => {
		const view = ArrayBuffer.isView(target)
			? new Uint8Array(target.buffer, target.byteOffset + offset, size)
			: new Uint8Array(target, offset, size);
		context.fillRandom(view as Uint8Array<ArrayBuffer>);
		return undefined;
	});
	binding.PBKDF2Job = job((mode, password: unknown, salt: unknown, iterations: number, length: number, digest: string) => {
		const input = { password: keys.secretOf(password), salt: bytes(salt), iterations, length };
		const options = { c: iterations, dkLen: length, asyncTick: SLICE_MS };
		if (mode === binding.kCryptoJobSync) return exact(pbkdf2(digestNamed(digest), input.password, input.salt, options));
		const own = () => pbkdf2Async(digestNamed(digest), input.password, input.salt, options).then(exact);
		const hostName = HOST_DIGESTS[digest.toLowerCase().replace('-', '')];
		if (!hostName || !length || iterations < MIN_HOST_ITERATIONS) return own();
		return hostPbkdf2(context, input, hostName).catch(own);
	});
	binding.ScryptJob = job(
		(
			mode,
			password: unknown,
			salt: unknown,
			cost: number,
			blockSize: number,
			parallelization: number,
			maxMemory: number,
			length: number
		) => {
			const options = { N: cost, r: blockSize, p: parallelization, dkLen: length, maxmem: maxMemory, asyncTick: SLICE_MS };
			const [secret, seed] = [keys.secretOf(password), bytes(salt)];
			if (mode === binding.kCryptoJobSync) return exact(scrypt(secret, seed, options));
			// The program may reuse its buffers before the last slice.
			return scryptAsync(secret.slice(), seed.slice(), options).then(exact);
		}
	);
	binding.HKDFJob = job((_mode, digest: string, key: unknown, salt: unknown, info: unknown, length: number) =>
		exact(hkdf(digestNamed(digest), keys.secretOf(key), bytes(salt), bytes(info), length))
	);
}

/** How long a derivation keeps the process before others get their turn: it has no thread of its own here. */
const SLICE_MS = 20;
/** Fewer are done before the browser has answered. */
const MIN_HOST_ITERATIONS = 2000;
/** Digests that the browser derives with, faster and beside this thread. */
const HOST_DIGESTS: Record<string, string> = { sha1: 'SHA-1', sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' };

async function hostPbkdf2(
	{ runtime }: CryptoContext,
	{ password, salt, iterations, length }: { password: Uint8Array; salt: Uint8Array; iterations: number; length: number },
	hash: string
): Promise<ArrayBuffer> {
	const { subtle } = runtime.host.crypto;
	const key = await subtle.importKey('raw', password.slice(), 'PBKDF2', false, ['deriveBits']);
	return subtle.deriveBits({ name: 'PBKDF2', hash, salt: salt.slice(), iterations }, key, length * 8);
}

/** What Node asks for at start and that has an honest empty answer here. */
function installNothings(binding: Record<string, any>): void {
	Object.assign(binding, {
		getFipsCrypto: () => 0,
		testFipsCrypto: () => false,
		setEngine: () => true,
		secureHeapUsed: () => undefined,
		getCachedAliases: () => ({}),
		getCachedHashId: () => -1,
		getHashes: () => Object.keys(DIGESTS),
		getSSLCiphers: () => [],
		getRootCertificates: () => [],
		getBundledRootCertificates: () => [],
		startLoadingCertificatesOffThread: () => {}
	});
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
	let difference = a.length ^ b.length;
	for (let index = 0; index < a.length; index++) difference |= (a[index] ?? 0) ^ (b[index] ?? 0);
	return difference === 0;
}
