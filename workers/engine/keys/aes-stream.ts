import { concatBytes } from '../joined-bytes';
import { unsafe } from '@noble/ciphers/aes.js';
import { ghash } from '@noble/ciphers/_polyval.js';

const BLOCK = 16;

export type AesMode = 'cbc' | 'ctr' | 'ecb' | 'gcm';

/** Why a stream could not end. */
export type CipherFailure = 'bad decrypt' | 'wrong final block length' | 'unauthenticated';
export class CipherError extends Error {
	constructor(readonly failure: CipherFailure) {
		super(failure);
	}
}

/** One AES operation over data that comes in parts of any size. */
export interface AesStream {
	update(data: Uint8Array): Uint8Array;
	/** @throws CipherError */
	final(): Uint8Array;
	/** CBC and ECB: whether the last block is padded (PKCS #7). */
	hasPadding?: boolean;
	addAuthenticated?(data: Uint8Array): void;
	/** GCM: the tag to check against, or the one that came out. */
	tag?: Uint8Array;
}

export interface AesOptions {
	mode: AesMode;
	key: Uint8Array;
	iv: Uint8Array;
	isEncrypt: boolean;
	tagLength?: number;
}

export function aesStream(options: AesOptions): AesStream {
	const { mode, key, iv, isEncrypt } = options;
	if (mode === 'ctr') return new CounterStream(unsafe.expandKeyLE(key), iv.slice(), 0);
	if (mode === 'gcm') return new GcmStream(options);
	return new BlockStream(
		isEncrypt ? unsafe.expandKeyLE(key) : unsafe.expandKeyDecLE(key),
		mode === 'cbc' ? iv.slice() : null,
		isEncrypt
	);
}

/** ECB and, with an initialization vector, CBC. */
class BlockStream implements AesStream {
	hasPadding = true;
	#waiting: Uint8Array = new Uint8Array(0);
	#previous: Uint8Array | null;

	constructor(
		private readonly schedule: Uint32Array,
		iv: Uint8Array | null,
		private readonly isEncrypt: boolean
	) {
		this.#previous = iv;
	}

	update(data: Uint8Array): Uint8Array {
		const input = concatBytes([this.#waiting, data]);
		// The last block of what is decrypted may hold padding: it waits for the end.
		const keepsLast = !this.isEncrypt && this.hasPadding && input.length > 0 && input.length % BLOCK === 0;
		const end = input.length - (keepsLast ? BLOCK : input.length % BLOCK);
		this.#waiting = input.slice(end);
		return this.#blocks(input.slice(0, end));
	}

	final(): Uint8Array {
		const rest = this.#waiting;
		if (!this.hasPadding) {
			if (rest.length) throw new CipherError('wrong final block length');
			return rest;
		}
		if (this.isEncrypt) {
			const missing = BLOCK - rest.length;
			return this.#blocks(concatBytes([rest, new Uint8Array(missing).fill(missing)]));
		}
		if (rest.length !== BLOCK) throw new CipherError('wrong final block length');
		const block = this.#blocks(rest.slice());
		const size = block[BLOCK - 1] ?? 0;
		if (size < 1 || size > BLOCK || block.subarray(BLOCK - size).some((byte) => byte !== size))
			throw new CipherError('bad decrypt');
		return block.slice(0, BLOCK - size);
	}

	/** In place. */
	#blocks(data: Uint8Array): Uint8Array {
		const { schedule, isEncrypt } = this;
		for (let at = 0; at < data.length; at += BLOCK) {
			const block = data.slice(at, at + BLOCK);
			const previous = this.#previous;
			if (isEncrypt) {
				if (previous) xorInto(block, previous);
				unsafe.encryptBlock(schedule, block);
				if (previous) this.#previous = block;
			} else {
				const cipherText = previous && block.slice();
				unsafe.decryptBlock(schedule, block);
				if (previous) xorInto(block, previous);
				this.#previous = cipherText;
			}
			data.set(block, at);
		}
		return data;
	}
}

/** The counter is big-endian; its bytes before `counterStart` stay. */
class CounterStream implements AesStream {
	#key = new Uint8Array(BLOCK);
	#used = BLOCK;

	constructor(
		private readonly schedule: Uint32Array,
		private readonly counter: Uint8Array,
		private readonly counterStart: number
	) {}

	update(data: Uint8Array): Uint8Array {
		const result = new Uint8Array(data.length);
		for (let index = 0; index < data.length; index++) {
			if (this.#used === BLOCK) this.#next();
			result[index] = (data[index] ?? 0) ^ (this.#key[this.#used++] ?? 0);
		}
		return result;
	}

	final(): Uint8Array {
		return new Uint8Array(0);
	}

	#next(): void {
		this.#key.set(this.counter);
		unsafe.encryptBlock(this.schedule, this.#key);
		this.#used = 0;
		for (let at = BLOCK - 1; at >= this.counterStart; at--) {
			const byte = ((this.counter[at] ?? 0) + 1) & 0xff;
			this.counter[at] = byte;
			if (byte) break;
		}
	}
}

/** Galois/counter mode (NIST SP 800-38D). */
class GcmStream implements AesStream {
	tag?: Uint8Array;
	readonly #isEncrypt: boolean;
	readonly #tagLength: number;
	readonly #stream: CounterStream;
	readonly #mask: Uint8Array;
	readonly #hash: ReturnType<typeof ghash.create>;
	#waiting: Uint8Array = new Uint8Array(0);
	#authenticatedBytes = 0;
	#dataBytes = 0;

	constructor({ key, iv, isEncrypt, tagLength = BLOCK }: AesOptions) {
		this.#isEncrypt = isEncrypt;
		this.#tagLength = tagLength;
		const schedule = unsafe.expandKeyLE(key);
		const hashKey = unsafe.encryptBlock(schedule, new Uint8Array(BLOCK));
		this.#hash = ghash.create(hashKey);
		const first = firstCounter(iv, hashKey);
		this.#mask = unsafe.encryptBlock(schedule, first.slice());
		this.#stream = new CounterStream(schedule, first, BLOCK - 4);
		// The first counter masks the tag; data starts with the next one.
		this.#stream.update(new Uint8Array(BLOCK));
	}

	addAuthenticated(data: Uint8Array): void {
		this.#authenticatedBytes += data.length;
		this.#hash.update(data);
	}

	update(data: Uint8Array): Uint8Array {
		const result = this.#stream.update(data);
		this.#dataBytes += data.length;
		const input = concatBytes([this.#waiting, this.#isEncrypt ? result : data]);
		// The hash pads each part to a whole block.
		const end = input.length - (input.length % BLOCK);
		if (end) this.#hash.update(input.slice(0, end));
		this.#waiting = input.slice(end);
		return result;
	}

	final(): Uint8Array {
		if (this.#waiting.length) this.#hash.update(this.#waiting);
		const lengths = new Uint8Array(BLOCK);
		const view = new DataView(lengths.buffer);
		view.setBigUint64(0, BigInt(this.#authenticatedBytes * 8));
		view.setBigUint64(8, BigInt(this.#dataBytes * 8));
		const tag = this.#hash.update(lengths).digest();
		xorInto(tag, this.#mask);
		if (this.#isEncrypt) {
			this.tag = tag.slice(0, this.#tagLength);
			return new Uint8Array(0);
		}
		const expected = this.tag;
		if (!expected?.length || expected.some((byte, index) => byte !== tag[index])) throw new CipherError('unauthenticated');
		return new Uint8Array(0);
	}
}

function firstCounter(iv: Uint8Array, hashKey: Uint8Array): Uint8Array {
	if (iv.length === 12) return concatBytes([iv, Uint8Array.of(0, 0, 0, 1)]);
	const lengths = new Uint8Array(BLOCK);
	new DataView(lengths.buffer).setBigUint64(8, BigInt(iv.length * 8));
	return ghash.create(hashKey).update(iv).update(lengths).digest();
}

function xorInto(target: Uint8Array, other: Uint8Array): void {
	for (let index = 0; index < target.length; index++) target[index] = (target[index] ?? 0) ^ (other[index] ?? 0);
}
