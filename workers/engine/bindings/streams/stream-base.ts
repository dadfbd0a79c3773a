import type { Ring } from '../../fs/ring';
import type { HandleLike, Runtime } from '../../process/runtime';

/**
 * The classes behind Node's native handles: AsyncWrap, HandleWrap, LibuvStreamWrap, and RingStream, a stream on rings of the heap.
 *
 * A worker has one runtime; `bindRuntime` sets it before the first binding is made, so that the classes can be plain module exports.
 */

/** Indices of `stream_wrap.streamBaseState`, as in src/stream_base.h. */
const READ_BYTES_OR_ERROR = 0;
const ARRAY_BUFFER_OFFSET = 1;
const BYTES_WRITTEN = 2;
const LAST_WRITE_WAS_ASYNC = 3;

const LAST_ASYNC_ID = 2;

let runtime: Runtime;

/** Must run before any class of this file is constructed. */
export function bindRuntime(current: Runtime): void {
	runtime = current;
}

/** A request object (`WriteWrap`, `ShutdownWrap`, ...): Node sets `oncomplete` on it. */
export interface StreamRequest {
	oncomplete?: (status: number, handle?: unknown, error?: unknown) => void;
}

/** Gets whatever a stream reads in place of `onread`: byte count or negative errno, and the bytes. */
export type StreamConsumer = (bytesOrError: number, bytes?: Uint8Array) => void;

/** Everything that has an async id. Remembers the AsyncContextFrame it was made in. */
export class AsyncWrap {
	#asyncId: number;
	#frame: unknown;

	constructor() {
		this.#asyncId = nextAsyncId();
		this.#frame = runtime.hooks.contextFrame;
	}

	getAsyncId(): number {
		return this.#asyncId;
	}

	asyncReset(): void {
		this.#asyncId = nextAsyncId();
		this.#frame = runtime.hooks.contextFrame;
	}

	getProviderType(): number {
		return 0;
	}

	getAsyncContextFrameForDebuggingOnly(): unknown {
		return this.#frame;
	}

	/** The frame of `wrap`, undefined when it is no AsyncWrap (Node's lib passes plain objects here and there). */
	static frameOf(wrap: unknown): unknown {
		return typeof wrap === 'object' && wrap !== null && #frame in wrap ? wrap.#frame : undefined;
	}
}

/** Queues a callback as its own macrotask, in the AsyncContextFrame of `wrap`. */
export function callLater(wrap: unknown, task: () => void): void {
	runtime.loop.macro(() => {
		runtime.hooks.contextFrame = AsyncWrap.frameOf(wrap);
		task();
	});
}

/** A handle of libuv: keeps the process alive while ref'd and active. */
export class HandleWrap extends AsyncWrap implements HandleLike {
	#isReferenced = true;
	#isClosed = false;

	constructor() {
		super();
		runtime.handles.add(this);
	}

	get isClosed(): boolean {
		return this.#isClosed;
	}

	close(callback?: () => void): void {
		if (this.#isClosed) return;
		this.#isClosed = true;
		runtime.handles.delete(this);
		this.onClose();
		const onclose = (runtime.internalBinding('symbols') as Record<string, symbol>).handle_onclose;
		const self = this as unknown as Record<symbol, (() => void) | undefined>;
		if (callback && onclose) self[onclose] = callback;
		callLater(this, () => onclose && self[onclose]?.());
	}

	hasRef(): boolean {
		return this.#isReferenced && !this.#isClosed;
	}

	ref(): void {
		this.#isReferenced = true;
	}

	unref(): void {
		this.#isReferenced = false;
		runtime.loop.hop();
	}

	isActive(): boolean {
		return false;
	}

	/** Releases what the handle holds; runs once. */
	protected onClose(): void {}
}

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

/** A stream whose two directions are rings of the heap. Rings may come later (`attach`): a child's pipes, a pending connect. */
export class RingStream extends LibuvStreamWrap {
	#readRing: Ring | null = null;
	#writeRing: Ring | null = null;
	#readIndex = 0;
	#writeIndex = 0;
	#descriptor = -1;
	#isSink = false;
	#isPumping = false;
	#hasEnded = false;
	#isShutDown = false;
	#isAttached = false;
	#pendingWrites = 0;
	#writeChain: Promise<void> = Promise.resolve();
	#afterWrites: (() => void) | null = null;
	#onAttached: (() => void)[] = [];

	/** Ring numbers, 0 for none: what a child inherits when this stream is passed as its stdio. */
	get ringIndices(): { readRing: number; writeRing: number } {
		return { readRing: this.#readIndex, writeRing: this.#writeIndex };
	}

	override get fd(): number {
		return this.#descriptor;
	}

	override isActive(): boolean {
		return this.isReading && this.#readRing !== null && !this.#hasEnded;
	}

	attach(readRing: number, writeRing: number, fd = -1): void {
		this.#readIndex = readRing;
		this.#writeIndex = writeRing;
		this.#readRing = readRing ? runtime.openRing(readRing) : null;
		this.#writeRing = writeRing ? runtime.openRing(writeRing) : null;
		this.#descriptor = fd;
		this.#isAttached = true;
		for (const task of this.#onAttached.splice(0)) task();
		if (this.isReading) this.startReading();
	}

	/** Becomes /dev/null: writes vanish, reads end. */
	attachNull(fd: number): void {
		this.#descriptor = fd;
		this.#isSink = true;
		this.#isAttached = true;
		if (this.isReading) this.startReading();
	}

	protected override startReading(): void {
		if (this.#isPumping || !this.isReading || this.isClosed || this.#hasEnded) return;
		if (this.#isSink) return this.#end();
		const ring = this.#readRing;
		if (!ring) {
			if (this.#isAttached) this.#end();
			return;
		}
		this.#isPumping = true;
		const step = () => this.#readStep(ring);
		const changed = ring.whenReadable();
		if (!changed) return callLater(this, step);
		void changed.then(() => callLater(this, step));
	}

	#readStep(ring: Ring): void {
		this.#isPumping = false;
		if (!this.isReading || this.isClosed) return;
		// The end is looked at before the bytes: a writer may write and leave in between.
		const hasEnded = ring.eof();
		const bytes = ring.get();
		if (bytes) this.deliver(bytes);
		else if (hasEnded || ring.takeEndMark()) return this.#endNow();
		this.startReading();
	}

	#end(): void {
		this.#isPumping = true;
		callLater(this, () => {
			this.#isPumping = false;
			if (!this.isClosed && this.isReading) this.#endNow();
		});
	}

	#endNow(): void {
		this.#hasEnded = true;
		this.deliverError(runtime.uv.UV_EOF ?? -4095);
	}

	protected override write(request: StreamRequest, bytes: Uint8Array): number {
		this.noteWrite(bytes.byteLength, false);
		this.bytesWritten += bytes.byteLength;
		if (this.#isSink) return 0;
		const ring = this.#writeRing;
		if (!ring) {
			if (this.#isAttached) return runtime.uv.UV_EPIPE ?? -32;
			this.noteWrite(bytes.byteLength, true);
			const copy = bytes.slice();
			this.#pendingWrites++;
			runtime.pending++;
			this.#onAttached.push(() => this.#queueWrite(request, copy));
			return 0;
		}
		if (ring.broken()) return runtime.uv.UV_EPIPE ?? -32;
		// Standard output is synchronous, as pipes and ttys are on Linux: nothing printed is lost at exit.
		if (this.#descriptor === 1 || this.#descriptor === 2) return ring.putSync(bytes) < 0 ? (runtime.uv.UV_EPIPE ?? -32) : 0;
		let rest = bytes;
		if (this.#pendingWrites === 0) {
			const taken = ring.put(bytes);
			if (taken === bytes.length) return 0;
			rest = bytes.subarray(taken);
		}
		this.noteWrite(bytes.byteLength, true);
		this.#pendingWrites++;
		runtime.pending++;
		this.#queueWrite(request, rest.slice());
		return 0;
	}

	#queueWrite(request: StreamRequest, bytes: Uint8Array): void {
		this.#writeChain = this.#writeChain.then(() => this.#drain(request, bytes));
	}

	async #drain(request: StreamRequest, bytes: Uint8Array): Promise<void> {
		const status = await this.#writeAll(bytes);
		this.#pendingWrites--;
		runtime.pending--;
		callLater(request, () => request.oncomplete?.(status, this, undefined));
		if (this.#pendingWrites === 0) this.#afterWrites?.();
	}

	async #writeAll(bytes: Uint8Array): Promise<number> {
		const ring = this.#writeRing;
		if (!ring) return runtime.uv.UV_ECANCELED ?? -125;
		let offset = 0;
		while (offset < bytes.length) {
			if (this.isClosed) return runtime.uv.UV_ECANCELED ?? -125;
			if (ring.broken()) return runtime.uv.UV_EPIPE ?? -32;
			const taken = ring.put(bytes, offset);
			offset += taken;
			if (taken) continue;
			await ring.whenWritable();
		}
		return 0;
	}

	override shutdown(request: StreamRequest): number {
		const finish = () => {
			this.#afterWrites = null;
			if (this.#writeIndex && !this.#isShutDown) runtime.closeRingEnd(this.#writeIndex, 'write');
			this.#isShutDown = true;
			callLater(request, () => request.oncomplete?.(0));
		};
		if (this.#pendingWrites > 0) this.#afterWrites = finish;
		else if (!this.#isAttached) this.#onAttached.push(finish);
		else finish();
		return 0;
	}

	/** A connect that failed: what was written meanwhile fails too. */
	protected cancelPendingWrites(): void {
		this.#isAttached = true;
		for (const task of this.#onAttached.splice(0)) task();
	}

	protected override onClose(): void {
		if (!this.#isAttached) this.cancelPendingWrites();
		if (this.#descriptor >= 0 && this.#descriptor <= 2) return;
		if (this.#readIndex) runtime.closeRingEnd(this.#readIndex, 'read');
		if (this.#writeIndex && !this.#isShutDown) runtime.closeRingEnd(this.#writeIndex, 'write');
	}
}

function nextAsyncId(): number {
	const fields = runtime.hooks.asyncIdFields;
	return (fields[LAST_ASYNC_ID] = (fields[LAST_ASYNC_ID] ?? 0) + 1);
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
