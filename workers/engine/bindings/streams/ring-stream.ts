import type { Ring } from '../../fs/ring';
import { callLater, runtime } from './handle-wrap';
import { LibuvStreamWrap, type StreamRequest } from './stream-base';

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
