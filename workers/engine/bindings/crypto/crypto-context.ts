/* eslint-disable @typescript-eslint/no-explicit-any -- Node's untyped internals call these by position */
import type { KeysPack } from '../../keys/pack';
import type { Runtime } from '../../process/runtime';

type Result = unknown;

/** `getRandomValues` refuses more bytes than this at once. */
const MAX_RANDOM_BYTES = 65_536;

/** What the parts of the crypto binding share. */
export interface CryptoContext {
	readonly runtime: Runtime;
	readonly binding: Record<string, any>;
	/** Keys and ciphers, loaded on first use. */
	keys(): KeysPack;
	/** A view of the input, never a copy, except of text and of shared memory. */
	bytes(data: unknown, encoding?: string): Uint8Array;
	buffer(bytes: Uint8Array): Buffer;
	fillRandom(bytes: Uint8Array<ArrayBuffer>): void;
	/** A class whose `run` computes in the mode that its first argument names. The result may be a promise when asynchronous. */
	job(compute: (mode: number, ...args: any[]) => Result): new (mode: number, ...args: any[]) => object;
}

export function cryptoContext(binding: Record<string, any>, runtime: Runtime): CryptoContext {
	return {
		runtime,
		binding,
		keys: () => runtime.loadExtra('keys'),
		bytes: (data, encoding) => bytesOf(data, runtime, encoding),
		buffer: (bytes) => runtime.Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length),
		fillRandom(bytes) {
			for (let start = 0; start < bytes.length; start += MAX_RANDOM_BYTES)
				runtime.host.crypto.getRandomValues(bytes.subarray(start, start + MAX_RANDOM_BYTES));
		},
		job: (compute) => jobClass(binding, runtime, compute)
	};
}

/** Synchronous: `[error, result]`. Asynchronous: `ondone(error, result)` in a later turn. Web crypto: a promise. */
function jobClass(binding: Record<string, any>, runtime: Runtime, compute: (mode: number, ...args: any[]) => Result) {
	return class Job {
		ondone?: (error: unknown, result: unknown) => void;
		readonly #mode: number;
		readonly #args: unknown[];

		constructor(mode: number, ...args: unknown[]) {
			this.#mode = mode;
			this.#args = args;
		}

		run(): unknown {
			if (this.#mode === binding.kCryptoJobSync) {
				try {
					return [undefined, compute(this.#mode, ...this.#args)];
				} catch (error) {
					return [error, undefined];
				}
			}
			const { promise, resolve, reject } = Promise.withResolvers<unknown>();
			// A job under way keeps the process alive, as a thread of libuv's pool would.
			runtime.pending++;
			const settle = (task: () => void) => {
				runtime.pending--;
				task();
			};
			runtime.loop.macro(() => {
				let result: unknown;
				try {
					result = compute(this.#mode, ...this.#args);
				} catch (error) {
					return settle(() => this.#finish(error, undefined, { resolve, reject }));
				}
				if (!(result instanceof Promise)) return settle(() => this.#finish(undefined, result, { resolve, reject }));
				result.then(
					(value) => runtime.loop.macro(() => settle(() => this.#finish(undefined, value, { resolve, reject }))),
					(error: unknown) => runtime.loop.macro(() => settle(() => this.#finish(error, undefined, { resolve, reject })))
				);
			});
			return this.#mode === binding.kCryptoJobWebCrypto ? promise : undefined;
		}

		#finish(
			error: unknown,
			result: unknown,
			{ resolve, reject }: Pick<PromiseWithResolvers<unknown>, 'resolve' | 'reject'>
		): void {
			if (this.#mode !== binding.kCryptoJobWebCrypto) this.ondone?.(error, result);
			else if (error === undefined) resolve(result);
			else {
				const { DOMException } = runtime.hooks;
				const message = 'The operation failed for an operation-specific reason';
				// Node's own class takes a cause among its options.
				const options = { name: 'OperationError', cause: error } as unknown as string;
				reject(DOMException ? new DOMException(message, options) : (error as Error));
			}
		}
	};
}

function bytesOf(data: unknown, runtime: Runtime, encoding?: string): Uint8Array {
	if (typeof data === 'string') return runtime.Buffer.from(data, encoding as BufferEncoding);
	const view = ArrayBuffer.isView(data)
		? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
		: new Uint8Array(data as ArrayBuffer);
	return view.buffer instanceof SharedArrayBuffer ? view.slice() : view;
}

export const exact = (bytes: Uint8Array): ArrayBuffer =>
	bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;

const LIBRARY_CODES: Record<string, string> = {
	'digital envelope routines': 'EVP_',
	'rsa routines': 'RSA_',
	'common libcrypto routines': 'CRYPTO_'
};

/** An error as OpenSSL's: `error:1E08010C:DECODER routines::unsupported`. */
export function opensslError(number: string, library: string, reason: string): Error {
	const code = `ERR_OSSL_${LIBRARY_CODES[library] ?? ''}${reason.toUpperCase().replace(/\W+/g, '_')}`;
	return Object.assign(new Error(`error:${number}:${library}::${reason}`), { library, reason, code });
}

export function codedError(Type: ErrorConstructor, code: string, message: string): Error {
	return Object.assign(new Type(message), { code });
}
