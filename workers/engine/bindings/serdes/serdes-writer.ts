import { ByteSink } from './serdes-bytes';
import { ERROR_CLASSES, ErrorTag, REGEXP_FLAGS, Tag, VIEW_CLASSES, WIRE_VERSION } from './serdes-tags';
import { typeChecks, typedArrayName } from '../../process/type-checks';

/** What the embedder decides about a value. */
export interface WriterDelegate {
	/** Writes a host object with the serializer's own methods. */
	writeHostObject(object: object): void;
	/** The error for a value that cannot be written. */
	cloneError(message: string): unknown;
}

/** A value in V8's wire format; bytes are the same as V8's wherever JavaScript can see how V8 holds a value. */
export class ValueWriter {
	readonly sink = new ByteSink();
	areViewsHostObjects = false;
	readonly #delegate: WriterDelegate;
	readonly #ids = new Map<object, number>();
	readonly #transferred = new Map<object, number>();

	constructor(delegate: WriterDelegate) {
		this.#delegate = delegate;
	}

	writeHeader(): void {
		this.sink.byte(Tag.version);
		this.sink.byte(WIRE_VERSION);
	}

	transfer(id: number, buffer: object): void {
		this.#transferred.set(buffer, id);
	}

	write(value: unknown): void {
		switch (typeof value) {
			case 'undefined':
				return this.sink.byte(Tag.undefined);
			case 'boolean':
				return this.sink.byte(value ? Tag.true : Tag.false);
			case 'number':
				return this.#number(value);
			case 'bigint':
				this.sink.byte(Tag.bigint);
				return this.#bigintDigits(value);
			case 'string':
				return this.#string(value);
			case 'object':
				return value === null ? this.sink.byte(Tag.null) : this.#receiver(value);
			default:
				throw this.#delegate.cloneError(`${String(value)} could not be cloned.`);
		}
	}

	#number(value: number): void {
		const isSmall = value === (value | 0) && !Object.is(value, -0);
		this.sink.byte(isSmall ? Tag.int32 : Tag.double);
		if (isSmall) this.sink.varint(((value << 1) ^ (value >> 31)) >>> 0);
		else this.sink.double(value);
	}

	#bigintDigits(value: bigint): void {
		let rest = value < 0n ? -value : value;
		const words: bigint[] = [];
		for (; rest > 0n; rest >>= 64n) words.push(rest & 0xffffffffffffffffn);
		this.sink.varint(words.length * 16 + (value < 0n ? 1 : 0));
		this.sink.bytes(new Uint8Array(new BigUint64Array(words).buffer));
	}

	#string(text: string): void {
		const isOneByte = !/[^\0-\xff]/.test(text);
		const length = isOneByte ? text.length : text.length * 2;
		// Two-byte characters start at an even place.
		if (!isOneByte && (this.sink.length + 1 + varintSize(length)) % 2) this.sink.byte(Tag.padding);
		this.sink.byte(isOneByte ? Tag.oneByteString : Tag.twoByteString);
		this.sink.varint(length);
		this.sink.units(text, isOneByte);
	}

	#receiver(object: object): void {
		const known = this.#ids.get(object);
		if (known !== undefined) {
			this.sink.byte(Tag.reference);
			return this.sink.varint(known);
		}
		const isView = ArrayBuffer.isView(object);
		// A view follows its buffer, which is an object of its own.
		if (isView && !this.areViewsHostObjects && !this.#ids.has(object.buffer)) this.#receiver(object.buffer);
		this.#ids.set(object, this.#ids.size);
		if (isView) return this.areViewsHostObjects ? this.#hostObject(object) : this.#view(object);
		if (typeChecks.isProxy(object)) throw this.#uncloneable(object);
		if (Array.isArray(object)) return this.#array(object);
		if (Object.getPrototypeOf(object) === Object.prototype) return this.#object(object);
		if (!this.#builtin(object)) this.#object(object);
	}

	/** @returns false when the object has no slots that V8 knows */
	#builtin(object: object): boolean {
		const { sink } = this;
		if (typeChecks.isMap(object)) {
			const entries = [...(object as Map<unknown, unknown>)].flat(1);
			sink.byte(Tag.map);
			for (const part of entries) this.write(part);
			sink.byte(Tag.mapEnd);
			sink.varint(entries.length);
		} else if (typeChecks.isSet(object)) {
			const values = [...(object as Set<unknown>)];
			sink.byte(Tag.set);
			for (const value of values) this.write(value);
			sink.byte(Tag.setEnd);
			sink.varint(values.length);
		} else if (typeChecks.isDate(object)) {
			sink.byte(Tag.date);
			sink.double(Date.prototype.getTime.call(object));
		} else if (typeChecks.isNativeError(object)) this.#error(object as Error);
		else if (typeChecks.isRegExp(object)) {
			const { source, flags } = object as RegExp;
			sink.byte(Tag.regexp);
			this.#string(source);
			sink.varint([...flags].reduce((bits, flag) => bits | (1 << REGEXP_FLAGS.indexOf(flag)), 0));
		} else if (typeChecks.isArrayBuffer(object)) this.#arrayBuffer(object as ArrayBuffer);
		else if (typeChecks.isBoxedPrimitive(object)) this.#boxed(object);
		else if (isOpaque(object)) throw this.#uncloneable(object);
		else return false;
		return true;
	}

	#boxed(object: object): void {
		const value: unknown = object.valueOf();
		if (typeof value === 'boolean') return this.sink.byte(value ? Tag.trueObject : Tag.falseObject);
		if (typeof value === 'symbol') throw this.#uncloneable(object);
		if (typeof value === 'number') {
			this.sink.byte(Tag.numberObject);
			this.sink.double(value);
		} else if (typeof value === 'bigint') {
			this.sink.byte(Tag.bigintObject);
			this.#bigintDigits(value);
		} else {
			this.sink.byte(Tag.stringObject);
			this.#string(value as string);
		}
	}

	#object(object: object): void {
		this.sink.byte(Tag.object);
		const count = this.#properties(object, Object.keys(object));
		this.sink.byte(Tag.objectEnd);
		this.sink.varint(count);
	}

	#array(array: unknown[]): void {
		const { sink } = this;
		const keys = Object.keys(array);
		const { length } = array;
		const isDense = keys.length >= length && (length === 0 || keys[length - 1] === String(length - 1));
		sink.byte(isDense ? Tag.denseArray : Tag.sparseArray);
		sink.varint(length);
		// V8 keeps an array of numbers that are not all small as doubles.
		const areDoubles =
			isDense &&
			array.every((value) => typeof value === 'number') &&
			array.some((value) => value !== (value | 0) || Object.is(value, -0));
		if (isDense) {
			for (let index = 0; index < length; index++) {
				if (areDoubles) {
					sink.byte(Tag.double);
					sink.double(array[index] as number);
				} else if (index in array) this.write(array[index]);
				else sink.byte(Tag.hole);
			}
		}
		const count = this.#properties(array, isDense ? keys.slice(length) : keys);
		sink.byte(isDense ? Tag.denseArrayEnd : Tag.sparseArrayEnd);
		sink.varint(count);
		sink.varint(length);
	}

	/** A getter may remove a later property: that one is skipped. */
	#properties(object: object, keys: string[]): number {
		let count = 0;
		for (const key of keys) {
			if (count && !Object.hasOwn(object, key)) continue;
			const value = (object as Record<string, unknown>)[key];
			const index = Number(key);
			this.write(index >= 0 && index < 0xffffffff && String(index) === key ? index : key);
			this.write(value);
			count++;
		}
		return count;
	}

	#error(error: Error): void {
		const { sink } = this;
		const name = String(error.name);
		sink.byte(Tag.error);
		const found = ERROR_CLASSES.find(([, { name: known }]) => known === name);
		if (found) sink.byte(found[0]);
		if (Object.hasOwn(error, 'message')) {
			sink.byte(ErrorTag.message);
			this.#string(String(error.message));
		}
		if (typeof error.stack === 'string') {
			sink.byte(ErrorTag.stack);
			this.#string(error.stack);
		}
		if (Object.hasOwn(error, 'cause')) {
			sink.byte(ErrorTag.cause);
			this.write(error.cause);
		}
		sink.byte(ErrorTag.end);
	}

	#arrayBuffer(buffer: ArrayBuffer): void {
		const { sink } = this;
		const id = this.#transferred.get(buffer);
		if (id !== undefined) {
			sink.byte(Tag.transferredArrayBuffer);
			return sink.varint(id);
		}
		const { resizable, maxByteLength } = buffer as ArrayBuffer & { resizable?: boolean; maxByteLength: number };
		sink.byte(resizable ? Tag.resizableArrayBuffer : Tag.arrayBuffer);
		sink.varint(buffer.byteLength);
		if (resizable) sink.varint(maxByteLength);
		sink.bytes(new Uint8Array(buffer));
	}

	#view(view: ArrayBufferView): void {
		const name = typedArrayName(view) ?? 'DataView';
		const found = VIEW_CLASSES.find(([, known]) => known === name);
		if (!found) throw this.#uncloneable(view);
		this.sink.byte(Tag.view);
		this.sink.byte(found[0]);
		this.sink.varint(view.byteOffset);
		this.sink.varint(view.byteLength);
		this.sink.varint(0);
	}

	#hostObject(object: object): void {
		this.sink.byte(Tag.hostObject);
		this.#delegate.writeHostObject(object);
	}

	#uncloneable(object: object): unknown {
		const tag: unknown = (object as Record<symbol, unknown>)[Symbol.toStringTag];
		const constructor: unknown = (object as { constructor?: unknown }).constructor;
		const name = typeof constructor === 'function' ? constructor.name : '';
		const isPlain = name !== '' && !typeChecks.isGeneratorObject(object);
		return this.#delegate.cloneError(`${isPlain ? `#<${name}>` : `[object ${String(tag ?? 'Object')}]`} could not be cloned.`);
	}
}

/** Objects whose state is only in slots. */
function isOpaque(object: object): boolean {
	return (
		typeChecks.isPromise(object) ||
		typeChecks.isWeakMap(object) ||
		typeChecks.isWeakSet(object) ||
		typeChecks.isSharedArrayBuffer(object) ||
		typeChecks.isGeneratorObject(object) ||
		object instanceof WeakRef
	);
}

function varintSize(value: number): number {
	return Math.max(1, Math.ceil(Math.log2(value + 1) / 7));
}
