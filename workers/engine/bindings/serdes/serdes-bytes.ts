/** Bytes that grow: the output of a serializer. Numbers of more than one byte are little-endian. */
export class ByteSink {
	#bytes = new Uint8Array(256);
	#length = 0;
	readonly #scratch = new DataView(new ArrayBuffer(8));

	get length(): number {
		return this.#length;
	}

	byte(value: number): void {
		this.#reserve(1);
		this.#bytes[this.#length++] = value;
	}

	bytes(value: Uint8Array): void {
		this.#reserve(value.length);
		this.#bytes.set(value, this.#length);
		this.#length += value.length;
	}

	/** Base 128, least significant group first; any whole number up to 2^53. */
	varint(value: number): void {
		let rest = value;
		while (rest >= 0x80) {
			this.byte((rest % 0x80) | 0x80);
			rest = Math.floor(rest / 0x80);
		}
		this.byte(rest);
	}

	varintOf(value: bigint): void {
		let rest = value;
		while (rest >= 0x80n) {
			this.byte(Number(rest & 0x7fn) | 0x80);
			rest >>= 7n;
		}
		this.byte(Number(rest));
	}

	double(value: number): void {
		this.#scratch.setFloat64(0, value, true);
		this.bytes(new Uint8Array(this.#scratch.buffer));
	}

	/** UTF-16 code units; low bytes only when `isOneByte`. */
	units(text: string, isOneByte: boolean): void {
		this.#reserve(text.length * 2);
		const bytes = this.#bytes;
		let at = this.#length;
		for (let index = 0; index < text.length; index++) {
			const unit = text.charCodeAt(index);
			bytes[at++] = unit;
			if (!isOneByte) bytes[at++] = unit >> 8;
		}
		this.#length = at;
	}

	/** Hands over all bytes and starts anew. */
	take(): Uint8Array<ArrayBuffer> {
		const result = this.#bytes.slice(0, this.#length);
		this.#length = 0;
		return result;
	}

	#reserve(more: number): void {
		const needed = this.#length + more;
		if (needed <= this.#bytes.length) return;
		const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
		larger.set(this.#bytes);
		this.#bytes = larger;
	}
}

/** Reads what `ByteSink` wrote. */
export class ByteSource {
	position = 0;
	readonly #view: DataView;

	/** @param damaged makes the error for a read past the end */
	constructor(
		readonly bytes: Uint8Array,
		readonly damaged: () => Error
	) {
		this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	}

	byte(): number {
		const value = this.bytes[this.position];
		if (value === undefined) throw this.damaged();
		this.position++;
		return value;
	}

	take(length: number): Uint8Array {
		const start = this.position;
		if (start + length > this.bytes.length) throw this.damaged();
		this.position += length;
		return this.bytes.subarray(start, this.position);
	}

	/** As V8 reads 32 bits. */
	varint(): number {
		return Number(this.varintOf() & 0xffffffffn);
	}

	varintOf(): bigint {
		let value = 0n;
		for (let shift = 0n; ; shift += 7n) {
			const part = this.byte();
			value |= BigInt(part & 0x7f) << shift;
			if (part < 0x80) return value;
		}
	}

	double(): number {
		const start = this.position;
		this.take(8);
		return this.#view.getFloat64(start, true);
	}
}
