import { releaseProxy, type Remote } from 'comlink';
import { joinedBytes } from '../../joined-bytes';

export type OutputListener = (data: Uint8Array | null) => void | Promise<void>;

/** More than this waiting makes the program wait (its ring fills up). */
const HIGH_WATER_BYTES = 1 << 20;

/**
 * Sends output to the client: one call in flight, what arrives meanwhile goes as one chunk with the next.
 * Fire-and-forget calls are quadratic in the client's Comlink.
 */
export class OutputSink {
	#waiting: Uint8Array[] = [];
	#waitingBytes = 0;
	#flushing: Promise<void> | null = null;
	#isEnded = false;
	/** Resolves when the client takes more again; null while it does. */
	#pause: { over: Promise<void>; end: () => void } | null = null;

	constructor(
		private readonly listener: OutputListener | undefined,
		private readonly highWaterBytes = HIGH_WATER_BYTES
	) {}

	/** Resolves when the caller may go on. */
	async push(bytes: Uint8Array): Promise<void> {
		if (this.#isEnded || !this.listener) return;
		this.#waiting.push(bytes);
		this.#waitingBytes += bytes.length;
		this.#flushing ??= this.#flush(this.listener);
		if (this.#waitingBytes > this.highWaterBytes) await this.#flushing;
	}

	/** The client has more than it can show: nothing is sent until it says so. */
	setPaused(isPaused: boolean): void {
		if (!isPaused) {
			this.#pause?.end();
			this.#pause = null;
		} else if (!this.#pause) {
			let end = () => {};
			const over = new Promise<void>((resolve) => (end = resolve));
			this.#pause = { over, end };
		}
	}

	/** Drops what has not been sent. */
	clear(): void {
		this.#waiting = [];
		this.#waitingBytes = 0;
	}

	/** Delivers what is left, then null; later output is dropped. */
	async end(): Promise<void> {
		if (this.#isEnded) return;
		this.setPaused(false);
		while (this.#flushing) await this.#flushing;
		this.#isEnded = true;
		if (!this.listener) return;
		try {
			await this.listener(null);
			(this.listener as Partial<Remote<OutputListener>>)[releaseProxy]?.();
		} catch {
			// The client is gone; nobody is left to tell.
		}
	}

	async #flush(listener: OutputListener): Promise<void> {
		try {
			while (this.#waiting.length) {
				if (this.#pause) {
					await this.#pause.over;
					continue;
				}
				const chunk = joinedBytes(this.#waiting);
				this.#waiting = [];
				this.#waitingBytes = 0;
				await listener(chunk);
			}
		} catch {
			this.#isEnded = true;
		} finally {
			this.#flushing = null;
		}
	}
}
