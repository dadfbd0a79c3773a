const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const IOVEC_BYTES = 8;

/** A program's linear memory. It may be shared, and grow at any time: views are made anew when its buffer changes. */
export class WasiMemory {
	#memory: WebAssembly.Memory | undefined;
	#buffer: ArrayBufferLike = new ArrayBuffer(0);
	#view = new DataView(this.#buffer);
	#bytes = new Uint8Array(this.#buffer);

	set(memory: WebAssembly.Memory): void {
		this.#memory = memory;
	}

	get isSet(): boolean {
		return this.#memory !== undefined;
	}

	get view(): DataView {
		this.#refresh();
		return this.#view;
	}

	get bytes(): Uint8Array {
		this.#refresh();
		return this.#bytes;
	}

	/** @throws RangeError when it lies outside the memory */
	slice(pointer: number, length: number): Uint8Array {
		return new Uint8Array(this.bytes.buffer, pointer >>> 0, length >>> 0);
	}

	text(pointer: number, length: number): string {
		return decoder.decode(this.slice(pointer, length).slice());
	}

	/** The buffers that `count` iovecs name. */
	vectors(pointer: number, count: number): Uint8Array[] {
		const { view } = this;
		return Array.from({ length: count }, (_, index) => {
			const at = (pointer >>> 0) + index * IOVEC_BYTES;
			return this.slice(view.getUint32(at, true), view.getUint32(at + 4, true));
		});
	}

	setUint32(pointer: number, value: number): void {
		this.view.setUint32(pointer >>> 0, value, true);
	}

	setUint64(pointer: number, value: bigint): void {
		this.view.setBigUint64(pointer >>> 0, value, true);
	}

	#refresh(): void {
		const buffer = this.#memory?.buffer ?? this.#buffer;
		if (buffer === this.#buffer) return;
		this.#buffer = buffer;
		this.#view = new DataView(buffer);
		this.#bytes = new Uint8Array(buffer);
	}
}
