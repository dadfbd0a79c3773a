import type { ByteSource } from './serdes-bytes';
import { ERROR_CLASSES, ErrorTag, REGEXP_FLAGS, Tag, VIEW_CLASSES, WIRE_VERSION } from './serdes-tags';

/** Version from which a view carries flags. */
const VIEW_FLAGS_VERSION = 14;

const utf8 = new TextDecoder();
const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

/** Reads V8's wire format, versions 13 to 15 (Node 18 and later). */
export class ValueReader {
	version = 0;
	readonly #source: ByteSource;
	readonly #readHostObject: () => object;
	readonly #objects: object[] = [];
	#nextId = 0;
	readonly #transferred = new Map<number, ArrayBuffer>();

	constructor(source: ByteSource, readHostObject: () => object) {
		this.#source = source;
		this.#readHostObject = readHostObject;
	}

	/** @throws Error when the bytes are of another version */
	readHeader(): void {
		const unsupported = 'Unable to deserialize cloned data due to invalid or unsupported version.';
		if (this.#source.bytes[this.#source.position] !== Tag.version) throw new Error(unsupported);
		this.#source.byte();
		this.version = this.#source.varint();
		if (this.version > WIRE_VERSION) throw new Error(unsupported);
	}

	transfer(id: number, buffer: ArrayBuffer): void {
		this.#transferred.set(id, buffer);
	}

	read(): unknown {
		const value = this.#value(this.#tag());
		if (!(value instanceof ArrayBuffer) || this.#peekTag() !== Tag.view) return value;
		this.#tag();
		return this.#view(value);
	}

	#tag(): number {
		let tag = this.#source.byte();
		while (tag === Tag.padding) tag = this.#source.byte();
		return tag;
	}

	#peekTag(): number | undefined {
		const { bytes, position } = this.#source;
		let at = position;
		while (bytes[at] === Tag.padding) at++;
		return bytes[at];
	}

	#value(tag: number): unknown {
		const source = this.#source;
		switch (tag) {
			case Tag.objectCount:
				source.varint();
				return this.read();
			case Tag.undefined:
			case Tag.hole:
				return undefined;
			case Tag.null:
				return null;
			case Tag.true:
				return true;
			case Tag.false:
				return false;
			case Tag.int32: {
				const bits = source.varint();
				return (bits >>> 1) ^ -(bits & 1);
			}
			case Tag.uint32:
				return source.varint();
			case Tag.double:
				return source.double();
			case Tag.bigint:
				return this.#bigint();
			case Tag.oneByteString:
			case Tag.twoByteString:
			case Tag.utf8String:
				return this.#stringOf(tag);
			case Tag.reference: {
				const object = this.#objects[source.varint()];
				if (!object) throw source.damaged();
				return object;
			}
			default:
				return this.#object(tag);
		}
	}

	/** Containers are known before their members are read: members may refer to them. */
	#object(tag: number): unknown {
		const source = this.#source;
		const id = this.#nextId++;
		const keep = <T extends object>(object: T): T => {
			this.#objects[id] = object;
			return object;
		};
		switch (tag) {
			case Tag.object:
				return this.#properties(keep({}), Tag.objectEnd);
			case Tag.denseArray:
			case Tag.sparseArray:
				return this.#array(keep(new Array<unknown>(0)), tag);
			case Tag.date:
				return keep(new Date(source.double()));
			case Tag.trueObject:
			case Tag.falseObject:
				return keep(Object(tag === Tag.trueObject) as object);
			case Tag.numberObject:
				return keep(Object(source.double()) as object);
			case Tag.bigintObject:
				return keep(Object(this.#bigint()) as object);
			case Tag.stringObject:
				return keep(Object(this.#string()) as object);
			case Tag.regexp: {
				const pattern = this.#string();
				const bits = source.varint();
				return keep(new RegExp(pattern, [...REGEXP_FLAGS].filter((flag, bit) => flag !== 'l' && bits & (1 << bit)).join('')));
			}
			case Tag.map:
				return this.#map(keep(new Map<unknown, unknown>()));
			case Tag.set:
				return this.#set(keep(new Set<unknown>()));
			case Tag.arrayBuffer:
				return keep(source.take(source.varint()).slice().buffer);
			case Tag.resizableArrayBuffer:
				return keep(this.#resizable());
			case Tag.transferredArrayBuffer: {
				const buffer = this.#transferred.get(source.varint());
				if (!buffer) throw source.damaged();
				return keep(buffer);
			}
			case Tag.error:
				return this.#error(keep);
			case Tag.hostObject:
				return keep(this.#readHostObject());
			default:
				throw source.damaged();
		}
	}

	#bigint(): bigint {
		const bits = this.#source.varint();
		let value = 0n;
		for (const byte of this.#source.take(bits >>> 1).toReversed()) value = (value << 8n) | BigInt(byte);
		return bits & 1 ? -value : value;
	}

	#string(): string {
		return this.#stringOf(this.#tag());
	}

	#stringOf(tag: number): string {
		const bytes = this.#source.take(this.#source.varint());
		if (tag === Tag.utf8String) return utf8.decode(bytes);
		if (tag === Tag.twoByteString) return utf16.decode(bytes.slice());
		if (tag === Tag.oneByteString) return decodeLatin1(bytes);
		throw this.#source.damaged();
	}

	/** Reads keys and values up to `end` and its count. */
	#properties<T extends object>(object: T, end: number): T {
		const source = this.#source;
		let count = 0;
		while (this.#peekTag() !== end) {
			const key = this.read();
			if (typeof key !== 'string' && typeof key !== 'number') throw source.damaged();
			Object.defineProperty(object, key, { value: this.read(), writable: true, enumerable: true, configurable: true });
			count++;
		}
		this.#tag();
		if (source.varint() !== count) throw source.damaged();
		return object;
	}

	#array(array: unknown[], tag: number): unknown[] {
		const source = this.#source;
		const length = source.varint();
		const isDense = tag === Tag.denseArray;
		if (isDense && length > source.bytes.length - source.position) throw source.damaged();
		if (isDense) {
			for (let index = 0; index < length; index++) {
				if (this.#peekTag() === Tag.hole) this.#tag();
				else array[index] = this.read();
			}
		}
		array.length = length;
		this.#properties(array, isDense ? Tag.denseArrayEnd : Tag.sparseArrayEnd);
		if (source.varint() !== length) throw source.damaged();
		return array;
	}

	#map(map: Map<unknown, unknown>): Map<unknown, unknown> {
		while (this.#peekTag() !== Tag.mapEnd) map.set(this.read(), this.read());
		this.#tag();
		if (this.#source.varint() !== map.size * 2) throw this.#source.damaged();
		return map;
	}

	#set(set: Set<unknown>): Set<unknown> {
		while (this.#peekTag() !== Tag.setEnd) set.add(this.read());
		this.#tag();
		if (this.#source.varint() !== set.size) throw this.#source.damaged();
		return set;
	}

	#resizable(): ArrayBuffer {
		const length = this.#source.varint();
		const maxByteLength = this.#source.varint();
		const Resizable = ArrayBuffer as unknown as new (length: number, options: { maxByteLength: number }) => ArrayBuffer;
		const buffer = new Resizable(length, { maxByteLength });
		new Uint8Array(buffer).set(this.#source.take(length));
		return buffer;
	}

	#view(buffer: ArrayBuffer): ArrayBufferView {
		const source = this.#source;
		const id = this.#nextId++;
		const tag = source.byte();
		const offset = source.varint();
		const length = source.varint();
		if (this.version >= VIEW_FLAGS_VERSION) source.varint();
		const found = VIEW_CLASSES.find(([known]) => known === tag);
		if (!found) throw source.damaged();
		const [, , View, elementBytes] = found;
		if (offset % elementBytes || length % elementBytes || offset + length > buffer.byteLength) throw source.damaged();
		const view = new View(buffer, offset, length / elementBytes);
		this.#objects[id] = view;
		return view;
	}

	#error(keep: (error: Error) => Error): Error {
		const first = this.#source.byte();
		const found = ERROR_CLASSES.find(([tag]) => tag === first);
		const error = keep(new (found?.[1] ?? Error)());
		const define = (name: string, value: unknown) =>
			Object.defineProperty(error, name, { value, writable: true, enumerable: false, configurable: true });
		for (let tag = found ? this.#source.byte() : first; tag !== ErrorTag.end; tag = this.#source.byte()) {
			if (tag === ErrorTag.message) define('message', this.#string());
			else if (tag === ErrorTag.stack) define('stack', this.#string());
			else if (tag === ErrorTag.cause) define('cause', this.read());
			else throw this.#source.damaged();
		}
		return error;
	}
}

/** `TextDecoder('latin1')` is windows-1252: it would change 32 characters. */
function decodeLatin1(bytes: Uint8Array): string {
	const CHUNK = 8192;
	let text = '';
	for (let start = 0; start < bytes.length; start += CHUNK) text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
	return text;
}
