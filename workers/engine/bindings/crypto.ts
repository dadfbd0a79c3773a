/* eslint-disable @typescript-eslint/no-explicit-any -- Node's untyped internals call these by position */
import { hmac } from '@noble/hashes/hmac.js';
import { md5, ripemd160, sha1 } from '@noble/hashes/legacy.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha224, sha256, sha384, sha512, sha512_256 } from '@noble/hashes/sha2.js';
import { sha3_224, sha3_256, sha3_384, sha3_512 } from '@noble/hashes/sha3.js';
import type { BindingInstaller, Runtime } from '../process/runtime';

const DIGESTS = {
	md5,
	ripemd160,
	sha1,
	sha224,
	sha256,
	sha384,
	sha512,
	'sha512-256': sha512_256,
	'sha3-224': sha3_224,
	'sha3-256': sha3_256,
	'sha3-384': sha3_384,
	'sha3-512': sha3_512
};
type Digest = (typeof DIGESTS)[keyof typeof DIGESTS];

/** `getRandomValues` refuses more bytes than this at once. */
const MAX_RANDOM_BYTES = 65_536;

/** Hashes, HMAC, random bytes and key derivation. Ciphers, signatures and key pairs still throw, naming themselves. */
export const crypto: BindingInstaller = (binding, runtime) => {
	installNothings(binding);
	const bytes = (data: unknown, encoding?: string) => bytesOf(data, runtime, encoding);
	const output = (digest: Uint8Array, encoding?: string) => {
		const buffer = runtime.Buffer.from(digest.buffer as ArrayBuffer, digest.byteOffset, digest.length);
		return encoding && encoding !== 'buffer' ? buffer.toString(encoding as BufferEncoding) : buffer;
	};

	class KeyObjectHandle {
		data = new Uint8Array(0);
		init(_type: number, key: unknown): void {
			this.data = bytes(key).slice();
		}
		export(): Uint8Array {
			return runtime.Buffer.from(this.data);
		}
		getSymmetricKeySize(): number {
			return this.data.length;
		}
		equals(other: KeyObjectHandle): boolean {
			return isEqual(this.data, other.data);
		}
	}
	binding.KeyObjectHandle = KeyObjectHandle;

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
			this.#state = hmac.create(digestNamed(algorithm), key instanceof KeyObjectHandle ? key.data : bytes(key));
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

	binding.timingSafeEqual = (a: unknown, b: unknown) => isEqual(bytes(a), bytes(b));
	binding.secureBuffer = (size: number) => new ArrayBuffer(size);

	/** A job runs at once when its mode is synchronous, else in a later turn of the loop. @returns [error, result] when synchronous */
	const job = (compute: (...args: any[]) => ArrayBuffer | undefined) =>
		class Job {
			ondone?: (error: unknown, result: unknown) => void;
			readonly #mode: number;
			readonly #args: unknown[];
			constructor(mode: number, ...args: unknown[]) {
				this.#mode = mode;
				this.#args = args;
			}
			run(): [unknown, unknown] | undefined {
				if (this.#mode === binding.kCryptoJobSync) return this.#compute();
				// A job under way keeps the process alive, as a thread of libuv's pool would.
				runtime.pending++;
				runtime.loop.macro(() => {
					runtime.pending--;
					this.ondone?.(...this.#compute());
				});
				return undefined;
			}
			#compute(): [unknown, unknown] {
				try {
					return [undefined, compute(...this.#args)];
				} catch (error) {
					return [error, undefined];
				}
			}
		};
	const keyBytes = (key: unknown) => (key instanceof KeyObjectHandle ? key.data : bytes((key as { data?: unknown }).data ?? key));

	binding.RandomBytesJob = job((target: ArrayBuffer | ArrayBufferView, offset: number, size: number) => {
		const view = ArrayBuffer.isView(target)
			? new Uint8Array(target.buffer, target.byteOffset + offset, size)
			: new Uint8Array(target, offset, size);
		for (let start = 0; start < size; start += MAX_RANDOM_BYTES) {
			runtime.host.crypto.getRandomValues(
				view.subarray(start, Math.min(size, start + MAX_RANDOM_BYTES)) as Uint8Array<ArrayBuffer>
			);
		}
		return undefined;
	});
	binding.PBKDF2Job = job((password: unknown, salt: unknown, iterations: number, length: number, digest: string) =>
		exact(pbkdf2(digestNamed(digest), keyBytes(password), bytes(salt), { c: iterations, dkLen: length }))
	);
	binding.ScryptJob = job(
		(
			password: unknown,
			salt: unknown,
			cost: number,
			blockSize: number,
			parallelization: number,
			maxMemory: number,
			length: number
		) =>
			exact(
				scrypt(keyBytes(password), bytes(salt), { N: cost, r: blockSize, p: parallelization, dkLen: length, maxmem: maxMemory })
			)
	);
	binding.HKDFJob = job((digest: string, key: unknown, salt: unknown, info: unknown, length: number) =>
		exact(hkdf(digestNamed(digest), keyBytes(key), bytes(salt), bytes(info), length))
	);
};

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
		getCiphers: () => [],
		getSSLCiphers: () => [],
		getCurves: () => [],
		getRootCertificates: () => [],
		getBundledRootCertificates: () => [],
		startLoadingCertificatesOffThread: () => {},
		createNativeKeyObjectClass: (callback: (base: unknown) => unknown) =>
			callback(
				class NativeKeyObject {
					constructor(readonly handle: unknown) {}
				}
			),
		createCryptoKeyClass: (callback: (base: unknown) => unknown) => callback(class NativeCryptoKey {})
	});
}

function digestNamed(name: string): Digest {
	const plain = String(name)
		.toLowerCase()
		.replace(/^rsa-/, '')
		.replace(/^sha-(\d)/, 'sha$1')
		.replace('rmd160', 'ripemd160')
		.replace('sha512/256', 'sha512-256');
	const digest = (DIGESTS as Record<string, Digest>)[plain];
	if (!digest) throw Object.assign(new Error('Digest method not supported'), { code: 'ERR_OSSL_EVP_UNSUPPORTED' });
	return digest;
}

/** A view of the input, never a copy, except of text and of shared memory. */
function bytesOf(data: unknown, runtime: Runtime, encoding?: string): Uint8Array {
	if (typeof data === 'string') return runtime.Buffer.from(data, encoding as BufferEncoding);
	const view = ArrayBuffer.isView(data)
		? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
		: new Uint8Array(data as ArrayBuffer);
	return view.buffer instanceof SharedArrayBuffer ? view.slice() : view;
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
	let difference = a.length ^ b.length;
	for (let index = 0; index < a.length; index++) difference |= (a[index] ?? 0) ^ (b[index] ?? 0);
	return difference === 0;
}

const exact = (bytes: Uint8Array): ArrayBuffer =>
	bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
