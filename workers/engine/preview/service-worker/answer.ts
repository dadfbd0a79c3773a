import { joinedBytes } from '../../joined-bytes';
import type { KernelToWorker } from '../protocol';

/**
 * One answer on its way to the service worker: in one message when all of it came at once, else in pieces. A message costs more
 * than the bytes of most modules, and so does a stream.
 */
export class Answer {
	#head: { status: number; headers: [string, string][] } | null = null;
	#parts: Uint8Array<ArrayBuffer>[] = [];
	#isHeadSent = false;
	#isOver = false;

	constructor(
		private readonly id: number,
		private readonly post: (message: KernelToWorker, transfer: Transferable[]) => void
	) {}

	head(status: number, headers: [string, string][]): void {
		this.#head = { status, headers };
	}

	/** Transfers `bytes`. */
	body(bytes: Uint8Array<ArrayBuffer>): void {
		if (bytes.length) this.#parts.push(bytes);
	}

	/** Sends what there is. */
	flush(): void {
		const { id } = this;
		if (this.#isOver || !this.#head) return;
		if (!this.#isHeadSent) this.post({ type: 'head', id, ...this.#head }, []);
		this.#isHeadSent = true;
		for (const bytes of this.#parts.splice(0)) this.post({ type: 'chunk', id, bytes }, [bytes.buffer]);
	}

	end(): void {
		if (this.#isOver || !this.#head) return;
		const { id } = this;
		if (this.#isHeadSent) {
			this.flush();
			this.post({ type: 'end', id }, []);
		} else {
			const body = joinedBytes(this.#parts);
			this.post({ type: 'whole', id, ...this.#head, body }, [body.buffer]);
		}
		this.#isOver = true;
	}

	fail(message: string): void {
		if (this.#isOver) return;
		this.flush();
		this.#isOver = true;
		this.post({ type: 'failed', id: this.id, message }, []);
	}

	/** Nobody waits for it any more. */
	drop(): void {
		this.#isOver = true;
	}
}
