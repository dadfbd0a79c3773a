import type { Runtime } from '../../process/runtime';
import { CompressionHandle, type Failure } from './compression-handle';

/** `BROTLI_OPERATION_...` */
const Operation = { process: 0, flush: 1, finish: 2 } as const;
/** `BROTLI_PARAM_...`, and what the encoder takes when they are not set. */
const Param = { mode: 0, quality: 1, windowBits: 2 } as const;
const DEFAULTS = { mode: 0, quality: 11, windowBits: 22 } as const;
const UNSET = 0xffffffff;
/** A meta-block that is not compressed holds at most this much when its length is written in 16 bits. */
const MAX_STORED = 1 << 16;
/** Window of 22 bits: the first bits of a stream. */
const HEADER_BITS = 0b1011;
const HEADER_SIZE = 4;
/** The last and empty meta-block. */
const END = 0b11;

const CUT_OFF: Failure = ['unexpected end of file', -5, 'Z_BUF_ERROR'];
/** The decoder does not tell which of Google's error codes it would be: this is the most common one. */
const DAMAGED: Failure = ['Decompression failed', -14, 'ERR__ERROR_FORMAT_PADDING_1'];

/** Node's handles for Brotli. Both coders take whole streams: input waits until its end, or a flush, comes. */
export function brotliClasses(runtime: Runtime) {
	abstract class Brotli extends CompressionHandle {
		protected input: Uint8Array[] = [];
		protected params = new Uint32Array(0);

		constructor() {
			super(runtime);
		}

		init(params: Uint32Array, result: Uint32Array<ArrayBuffer>, callback: () => void): void {
			this.params = params.slice();
			this.result = result;
			this.callback = callback;
		}
		reset(): void {
			this.input = [];
			this.output = [];
		}

		/** Takes what came; moves what is due to `output`. */
		protected abstract code(operation: number): Failure | undefined;

		protected process(operation: number, input: Uint8Array | undefined, output: Uint8Array): Failure | undefined {
			if (input?.length) this.input.push(input.slice());
			let failure: Failure | undefined;
			// A call that only asks for more output must not code again.
			if (this.output.length === 0)
				failure = this.code(input?.length || operation !== Operation.process ? operation : Operation.flush);
			if (failure) return failure;
			this.result[0] = output.length - this.drain(output);
			this.result[1] = 0;
			return undefined;
		}

		protected takeInput(): Uint8Array {
			const all = runtime.Buffer.concat(this.input);
			this.input = [];
			return all;
		}
	}

	class BrotliDecoder extends Brotli {
		#isDone = false;

		override reset(): void {
			super.reset();
			this.#isDone = false;
		}

		/** With `finishFlush: BROTLI_OPERATION_FLUSH` (fetch) a stream's end is a flush. */
		protected code(operation: number): Failure | undefined {
			if (this.#isDone || operation === Operation.process) return undefined;
			const bytes = this.takeInput();
			const { chunks, state } = runtime.loadExtra('brotli').decode(bytes);
			if (state === 'damaged') return DAMAGED;
			if (state === 'cut off') {
				if (operation === Operation.finish) return CUT_OFF;
				this.input = [bytes];
				return undefined;
			}
			this.#isDone = true;
			this.output = chunks.filter((chunk) => chunk.length > 0);
			return undefined;
		}
	}

	class BrotliEncoder extends Brotli {
		#state: 'new' | 'stored' | 'done' = 'new';

		override reset(): void {
			super.reset();
			this.#state = 'new';
		}

		protected code(operation: number): Failure | undefined {
			if (operation === Operation.process || this.#state === 'done') return undefined;
			const bytes = this.takeInput();
			if (operation === Operation.finish && this.#state === 'new') {
				const whole = () => runtime.loadExtra('brotli-encoder').encode(bytes, this.#options());
				this.output = [bytes.length ? whole() : Uint8Array.of(HEADER_BITS | (END << HEADER_SIZE))];
				this.#state = 'done';
				return undefined;
			}
			// The encoder knows whole streams only: what is flushed before the end goes out as it is.
			for (let start = 0; start < bytes.length; start += MAX_STORED) this.#store(bytes.subarray(start, start + MAX_STORED));
			if (operation !== Operation.finish) return undefined;
			this.output.push(Uint8Array.of(END));
			this.#state = 'done';
			return undefined;
		}

		/** Three bytes of head, then the data. @source RFC 7932, section 9.2 */
		#store(part: Uint8Array): void {
			const isFirst = this.#state === 'new';
			// Not the last (1 bit), length in 16 bits (2 bits), the length, not compressed (1 bit).
			const head = ((part.length - 1) << 3) | (1 << 19);
			const bits = isFirst ? HEADER_BITS | (head << HEADER_SIZE) : head;
			this.output.push(Uint8Array.of(bits & 255, (bits >> 8) & 255, (bits >> 16) & 255), part);
			this.#state = 'stored';
		}

		#options() {
			const param = (name: keyof typeof Param) => {
				const value = this.params[Param[name]] ?? UNSET;
				return value === UNSET ? DEFAULTS[name] : value;
			};
			return { mode: param('mode'), quality: param('quality'), windowBits: param('windowBits') };
		}
	}
	return { BrotliDecoder, BrotliEncoder };
}
