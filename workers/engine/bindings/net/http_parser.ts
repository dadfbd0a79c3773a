/* eslint-disable @typescript-eslint/no-explicit-any -- Node's untyped internals call these by position */
import llhttpBytes from 'llhttp.wasm';
import type { BindingInstaller } from '../../process/runtime';
import { AsyncWrap } from '../streams/handle-wrap';
import type { StreamConsumer } from '../streams/stream-base';
import { latin1Text as latin1 } from '../streams/text-bytes';

/** llhttp's error codes that are not failures. */
const OK = 0;
const PAUSED = 21;
const PAUSED_UPGRADE = 22;
const REQUEST = 1;
const SCRATCH_BYTES = 64 * 1024;

interface Llhttp {
	memory: WebAssembly.Memory;
	malloc(size: number): number;
	free(address: number): void;
	llhttp_alloc(type: number): number;
	llhttp_free(parser: number): void;
	llhttp_execute(parser: number, address: number, length: number): number;
	llhttp_finish(parser: number): number;
	llhttp_pause(parser: number): void;
	llhttp_resume(parser: number): void;
	llhttp_resume_after_upgrade(parser: number): void;
	llhttp_get_type(parser: number): number;
	llhttp_get_method(parser: number): number;
	llhttp_get_http_major(parser: number): number;
	llhttp_get_http_minor(parser: number): number;
	llhttp_get_error_pos(parser: number): number;
	llhttp_get_error_reason(parser: number): number;
	llhttp_errno_name(code: number): number;
	_initialize?(): void;
}

/** A stream handle that hands over what it reads. */
interface Consumable {
	setConsumer(consumer: StreamConsumer | null): void;
}

/** HTTP/1 parsing for Node's own `http`, by the wasm build of the parser that Node itself uses. */
export const http_parser: BindingInstaller = (binding, runtime) => {
	const constants = numbersOf(binding.HTTPParser);
	let current: Parser | undefined;
	let llhttp: Llhttp | undefined;
	let scratch = 0;
	let scratchBytes = 0;

	const wasm = (): Llhttp => {
		if (llhttp) return llhttp;
		const on =
			(call: (parser: Parser, address: number, length: number) => number | void) =>
			(_parser: number, address: number, length: number) => (current ? (call(current, address, length) ?? 0) : 0);
		const instance = new runtime.host.WebAssembly.Instance(new runtime.host.WebAssembly.Module(llhttpBytes), {
			env: {
				wasm_on_message_begin: on((parser) => parser.begin()),
				wasm_on_url: on((parser, address, length) => void (parser.url += text(address, length))),
				wasm_on_status: on((parser, address, length) => void (parser.statusMessage += text(address, length))),
				wasm_on_header_field: on((parser, address, length) => parser.addField(text(address, length))),
				wasm_on_header_value: on((parser, address, length) => parser.addValue(text(address, length))),
				wasm_on_headers_complete: (_parser: number, status: number, upgrade: number, keepAlive: number) =>
					current?.headersComplete(status, upgrade !== 0, keepAlive !== 0) ?? 0,
				wasm_on_body: on((parser, address, length) => parser.body(bytesAt(address, length))),
				wasm_on_message_complete: on((parser) => parser.complete())
			}
		});
		llhttp = instance.exports as unknown as Llhttp;
		llhttp._initialize?.();
		return llhttp;
	};
	const bytesAt = (address: number, length: number) => new Uint8Array(wasm().memory.buffer, address, length).slice();
	const text = (address: number, length: number) => latin1(new Uint8Array(wasm().memory.buffer, address, length));
	const cString = (address: number) => {
		const memory = new Uint8Array(wasm().memory.buffer);
		let end = address;
		while (memory[end]) end++;
		return latin1(memory.subarray(address, end));
	};

	/** Node finds its callbacks by number on the parser object (`parser[kOnHeadersComplete]`). */
	class Parser extends AsyncWrap {
		[callback: number]: ((...args: any[]) => any) | undefined;
		url = '';
		statusMessage = '';
		#headers: string[] = [];
		#isInValue = false;
		#handle = 0;
		#error: unknown;
		#list: ConnectionsList | undefined;
		#stream: Consumable | null = null;
		isIdle = true;

		initialize(type: number, _resource: unknown, _maxHeaderSize?: number, _lenient?: number, list?: ConnectionsList): void {
			if (this.#handle) wasm().llhttp_free(this.#handle);
			this.#handle = wasm().llhttp_alloc(type);
			this.#list = list;
			this.#reset();
			this.isIdle = true;
			list?.parsers.add(this);
		}

		begin(): number {
			this.#reset();
			this.isIdle = false;
			this.#call(constants.kOnMessageBegin);
			return 0;
		}

		addField(part: string): void {
			if (this.#isInValue || this.#headers.length % 2 === 0) {
				if (this.#headers.length % 2 === 1) this.#headers.push('');
				this.#headers.push('');
			}
			this.#isInValue = false;
			this.#headers[this.#headers.length - 1] += part;
		}

		addValue(part: string): void {
			if (!this.#isInValue) this.#headers.push('');
			this.#isInValue = true;
			this.#headers[this.#headers.length - 1] += part;
		}

		headersComplete(status: number, isUpgrade: boolean, shouldKeepAlive: boolean): number {
			const headers = this.#takeHeaders();
			const isRequest = wasm().llhttp_get_type(this.#handle) === REQUEST;
			const skip = this.#call(
				constants.kOnHeadersComplete,
				wasm().llhttp_get_http_major(this.#handle),
				wasm().llhttp_get_http_minor(this.#handle),
				headers,
				isRequest ? wasm().llhttp_get_method(this.#handle) : undefined,
				isRequest ? this.url : undefined,
				isRequest ? undefined : status,
				isRequest ? undefined : this.statusMessage,
				isUpgrade,
				shouldKeepAlive
			);
			return this.#error ? -1 : Number(skip ?? 0) | 0;
		}

		body(bytes: Uint8Array<ArrayBuffer>): void {
			this.#call(constants.kOnBody, runtime.Buffer.from(bytes.buffer));
		}

		complete(): number {
			this.isIdle = true;
			if (this.#headers.length > 0) this.#call(constants.kOnHeaders, this.#takeHeaders(), '');
			this.#call(constants.kOnMessageComplete);
			return this.#error ? -1 : 0;
		}

		/** @returns the number of bytes parsed, or an Error as llhttp names it */
		execute(buffer: Uint8Array): number | Error {
			const outer = current;
			// eslint-disable-next-line @typescript-eslint/no-this-alias -- llhttp's callbacks carry no context: the parser that runs is the one that hears them
			current = this;
			this.#error = undefined;
			try {
				this.#copyIn(buffer);
				const code = wasm().llhttp_execute(this.#handle, scratch, buffer.length);
				if (this.#error) throw this.#error;
				if (code === OK) return buffer.length;
				const position = wasm().llhttp_get_error_pos(this.#handle);
				const parsed = position ? position - scratch : buffer.length;
				if (code === PAUSED_UPGRADE) wasm().llhttp_resume_after_upgrade(this.#handle);
				if (code === PAUSED_UPGRADE || code === PAUSED) return parsed;
				const reason = cString(wasm().llhttp_get_error_reason(this.#handle));
				return Object.assign(new Error(`Parse Error: ${reason}`), {
					code: cString(wasm().llhttp_errno_name(code)),
					reason,
					bytesParsed: parsed,
					rawPacket: buffer
				});
			} finally {
				current = outer;
			}
		}

		finish(): Error | undefined {
			const outer = current;
			// eslint-disable-next-line @typescript-eslint/no-this-alias -- llhttp's callbacks carry no context: the parser that runs is the one that hears them
			current = this;
			try {
				if (wasm().llhttp_finish(this.#handle) === OK) return undefined;
				return Object.assign(new Error('Parse Error: Invalid EOF state'), {
					code: 'HPE_INVALID_EOF_STATE',
					reason: 'Invalid EOF state',
					bytesParsed: 0
				});
			} finally {
				current = outer;
			}
		}

		close(): void {
			this.#list?.parsers.delete(this);
			const handle = this.#handle;
			this.#handle = 0;
			// A parser may be closed from one of its own callbacks: llhttp still needs it then.
			if (handle) runtime.loop.macro(() => wasm().llhttp_free(handle));
		}

		free(): void {
			this.#list?.parsers.delete(this);
		}

		remove(): void {
			this.#list?.parsers.delete(this);
		}

		pause(): void {
			if (this.#handle) wasm().llhttp_pause(this.#handle);
		}

		resume(): void {
			if (this.#handle) wasm().llhttp_resume(this.#handle);
		}

		/** Takes over what a socket's handle reads. */
		consume(stream: Consumable): void {
			this.#stream = stream;
			stream.setConsumer((count, bytes) => this.#call(constants.kOnExecute, bytes === undefined ? count : this.execute(bytes)));
		}

		unconsume(): void {
			this.#stream?.setConsumer(null);
			this.#stream = null;
		}

		getCurrentBuffer(): Uint8Array {
			return runtime.Buffer.alloc(0);
		}

		duration(): number {
			return 0;
		}

		headersCompleted(): boolean {
			return false;
		}

		#takeHeaders(): string[] {
			const headers = this.#headers;
			if (headers.length % 2 === 1) headers.push('');
			this.#headers = [];
			this.#isInValue = false;
			return headers;
		}

		#reset(): void {
			this.url = '';
			this.statusMessage = '';
			this.#headers = [];
			this.#isInValue = false;
		}

		/** Errors thrown by Node's callbacks must not cross wasm frames: kept, and thrown by `execute`. */
		#call(callback: number | undefined, ...args: unknown[]): unknown {
			const handler = callback === undefined ? undefined : this[callback];
			if (!handler) return undefined;
			try {
				return handler.apply(this, args);
			} catch (error) {
				this.#error ??= error;
				return undefined;
			}
		}

		#copyIn(buffer: Uint8Array): void {
			if (buffer.length > scratchBytes) {
				if (scratch) wasm().free(scratch);
				scratchBytes = Math.max(SCRATCH_BYTES, buffer.length);
				scratch = wasm().malloc(scratchBytes);
			}
			new Uint8Array(wasm().memory.buffer, scratch, buffer.length).set(buffer);
		}
	}

	/** The server's open connections, for keep-alive bookkeeping and `server.closeIdleConnections()`. */
	class ConnectionsList {
		readonly parsers = new Set<Parser>();
		all(): Parser[] {
			return [...this.parsers];
		}
		idle(): Parser[] {
			return this.all().filter((parser) => parser.isIdle);
		}
		active(): Parser[] {
			return this.all().filter((parser) => !parser.isIdle);
		}
		expired(): Parser[] {
			return [];
		}
	}

	Object.assign(Parser, constants);
	binding.HTTPParser = Parser;
	binding.ConnectionsList = ConnectionsList;
};

function numbersOf(source: Record<string, unknown>): Record<string, number> {
	const numbers: Record<string, number> = {};
	for (const name of Object.getOwnPropertyNames(source)) {
		const value = source[name];
		if (typeof value === 'number' && name !== 'length') numbers[name] = value;
	}
	return numbers;
}
