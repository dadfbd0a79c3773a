import { callLater, HandleWrap, runtime } from './handle-wrap';

/** Indices of `stream_wrap.streamBaseState`, as in src/stream_base.h. */
const READ_BYTES_OR_ERROR = 0;
const ARRAY_BUFFER_OFFSET = 1;
const BYTES_WRITTEN = 2;
const LAST_WRITE_WAS_ASYNC = 3;

/** A request object (`WriteWrap`, `ShutdownWrap`, ...): Node sets `oncomplete` on it. */
export interface StreamRequest {
	oncomplete?: (status: number, handle?: unknown, error?: unknown) => void;
}

/** Gets whatever a stream reads in place of `onread`: byte count or negative errno, and the bytes. */
export type StreamConsumer = (bytesOrError: number, bytes?: Uint8Array) => void;

/** Node's stream interface over two hooks: `startReading` and `write`. */
export class LibuvStreamWrap extends HandleWrap {
	bytesRead = 0;
	bytesWritten = 0;
	writeQueueSize = 0;
	onread?: (buffer: ArrayBuffer | undefined) => void;
	/** Node's own note on the handle. */
	reading = false;
	#isReading = false;
	#consumer: StreamConsumer | null = null;

	get isStreamBase(): boolean {
		return true;
	}

	get fd(): number {
		return -1;
	}

	get _externalStream(): object {
		return {};
	}

	protected get isReading(): boolean {
		return this.#isReading;
	}

	readStart(): number {
		this.#isReading = true;
		this.startReading();
		return 0;
	}

	readStop(): number {
		this.#isReading = false;
		return 0;
	}

	setBlocking(): number {
		return 0;
	}

	useUserBuffer(): void {}

	/** Hands what is read to `consumer` (the HTTP parser) instead of `onread`; null gives it back. */
	setConsumer(consumer: StreamConsumer | null): void {
		this.#consumer = consumer;
	}

	writeBuffer(request: StreamRequest, buffer: Uint8Array): number {
		return this.write(request, new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength));
	}

	writeUtf8String(request: StreamRequest, text: string): number {
		return this.write(request, bytesOf(text, 'utf8'));
	}

	writeAsciiString(request: StreamRequest, text: string): number {
		return this.write(request, bytesOf(text, 'latin1'));
	}

	writeLatin1String(request: StreamRequest, text: string): number {
		return this.write(request, bytesOf(text, 'latin1'));
	}

	writeUcs2String(request: StreamRequest, text: string): number {
		return this.write(request, bytesOf(text, 'utf16le'));
	}

	/** `chunks` are buffers, or pairs of chunk and encoding. */
	writev(request: StreamRequest, chunks: readonly unknown[], areAllBuffers: boolean): number {
		const parts: Uint8Array[] = [];
		if (areAllBuffers) parts.push(...(chunks as Uint8Array[]));
		else {
			for (let index = 0; index < chunks.length; index += 2) {
				const chunk = chunks[index] as string | Uint8Array;
				parts.push(typeof chunk === 'string' ? bytesOf(chunk, chunks[index + 1] as BufferEncoding) : chunk);
			}
		}
		return this.write(request, joined(parts));
	}

	shutdown(request: StreamRequest): number {
		callLater(request, () => request.oncomplete?.(0));
		return 0;
	}

	/** Called whenever reading starts: deliver what is there. */
	protected startReading(): void {}

	/** Takes all of `bytes` or answers a negative errno; calls `noteWrite`. */
	protected write(request: StreamRequest, bytes: Uint8Array): number {
		void request;
		this.noteWrite(bytes.byteLength, false);
		return runtime.uv.UV_EPIPE ?? -32;
	}

	/** Tells Node's stream_base_commons what the last write did. */
	protected noteWrite(byteLength: number, isAsync: boolean): void {
		const state = streamBaseState();
		state[BYTES_WRITTEN] = byteLength;
		state[LAST_WRITE_WAS_ASYNC] = isAsync ? 1 : 0;
	}

	protected deliver(bytes: Uint8Array): void {
		this.bytesRead += bytes.byteLength;
		if (this.#consumer) return this.#consumer(bytes.byteLength, bytes);
		const state = streamBaseState();
		state[READ_BYTES_OR_ERROR] = bytes.byteLength;
		state[ARRAY_BUFFER_OFFSET] = bytes.byteOffset;
		this.onread?.(bytes.buffer as ArrayBuffer);
	}

	protected deliverError(errno: number): void {
		if (this.#consumer) return this.#consumer(errno);
		const state = streamBaseState();
		state[READ_BYTES_OR_ERROR] = errno;
		state[ARRAY_BUFFER_OFFSET] = 0;
		this.onread?.(undefined);
	}
}

function streamBaseState(): Int32Array {
	return runtime.internalBinding('stream_wrap').streamBaseState as Int32Array;
}

const encoder = new TextEncoder();

function bytesOf(text: string, encoding: BufferEncoding): Uint8Array {
	if (encoding === 'utf8' || (encoding as string) === 'utf-8') return encoder.encode(text);
	const buffer = runtime.Buffer.from(text, encoding);
	return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
	let length = 0;
	for (const part of parts) length += part.byteLength;
	const bytes = new Uint8Array(length);
	let offset = 0;
	for (const part of parts) {
		bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), offset);
		offset += part.byteLength;
	}
	return bytes;
}
