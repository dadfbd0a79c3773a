import type { BindingInstaller, Runtime } from '../../process/runtime';

/** A value on the wire: itself when JSON knows it, else an object with one of these keys. `r` refers to the table. */
type Reference = null | string | boolean | number | { u: 1 } | { b: string } | { n: string } | { r: number };
/** An entry of the table: a kind and what it takes to build it again. */
type Entry = [kind: string, ...parts: unknown[]];

const LENGTH_BYTES = 4;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Messages of `fork` with `serialization: 'advanced'`: cycles, Map, Set, Date, errors and binary survive. */
export const ipc_serdes: BindingInstaller = (binding, runtime) => {
	binding.serialize = (message: unknown, NodeBuffer: unknown) => {
		const body = encoder.encode(new MessageWriter(runtime, NodeBuffer).write(message));
		const framed = runtime.Buffer.alloc(LENGTH_BYTES + body.length);
		framed.writeUInt32BE(body.length, 0);
		framed.set(body, LENGTH_BYTES);
		return framed;
	};
	binding.deserialize = (bytes: Uint8Array) => new MessageReader(runtime, decoder.decode(bytes)).read();
};

/** @throws DataCloneError for what only one thread or the host knows */
export class MessageWriter {
	readonly #table: (Entry | null)[] = [];
	readonly #seen = new Map<object, number>();

	constructor(
		private readonly runtime: Runtime,
		private readonly nodeBuffer: unknown
	) {}

	write(message: unknown): string {
		const root = this.#reference(message);
		return JSON.stringify([root, this.#table]);
	}

	#reference(value: unknown): Reference {
		if (value === undefined) return { u: 1 };
		if (typeof value === 'bigint') return { b: String(value) };
		if (typeof value === 'number')
			return Number.isFinite(value) && !Object.is(value, -0) ? value : { n: Object.is(value, -0) ? '-0' : String(value) };
		if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
		if (typeof value !== 'object') throw this.#cloneError(value);
		const known = this.#seen.get(value);
		if (known !== undefined) return { r: known };
		const index = this.#table.push(null) - 1;
		this.#seen.set(value, index);
		this.#table[index] = this.#entry(value);
		return { r: index };
	}

	#entry(value: object): Entry {
		if (value instanceof Map) return ['map', [...value].map(([key, item]) => [this.#reference(key), this.#reference(item)])];
		if (value instanceof Set) return ['set', [...value].map((item) => this.#reference(item))];
		if (value instanceof Date) return ['date', value.getTime()];
		if (value instanceof RegExp) return ['regexp', value.source, value.flags];
		if (value instanceof Error) {
			const cause = 'cause' in value ? [this.#reference(value.cause)] : [];
			return ['error', value.name, value.message, value.stack, ...cause];
		}
		if (ArrayBuffer.isView(value)) {
			if (!(value.buffer instanceof ArrayBuffer)) throw this.#cloneError(value);
			const name = value.constructor === this.nodeBuffer ? 'Buffer' : value.constructor.name;
			return ['view', name, this.runtime.Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')];
		}
		if (value instanceof ArrayBuffer) return ['buffer', this.runtime.Buffer.from(value).toString('base64')];
		if (Array.isArray(value)) return ['list', value.map((item) => this.#reference(item))];
		if (Object.prototype.toString.call(value) !== '[object Object]') throw this.#cloneError(value);
		return ['object', Object.entries(value).map(([key, item]) => [key, this.#reference(item)])];
	}

	#cloneError(value: unknown): Error {
		const { DOMException } = this.runtime.hooks;
		const message = `${String(value)} could not be cloned.`;
		return DOMException ? new DOMException(message, 'DataCloneError') : new Error(message);
	}
}

const ERROR_CLASSES: Record<string, ErrorConstructor> = {
	TypeError,
	RangeError,
	SyntaxError,
	ReferenceError,
	EvalError,
	URIError
};

export class MessageReader {
	readonly #root: Reference;
	readonly #table: Entry[];
	readonly #made = new Map<number, unknown>();

	constructor(
		private readonly runtime: Runtime,
		text: string
	) {
		[this.#root, this.#table] = JSON.parse(text) as [Reference, Entry[]];
	}

	read(): unknown {
		return this.#value(this.#root);
	}

	#value(reference: Reference): unknown {
		if (reference === null || typeof reference !== 'object') return reference;
		if ('u' in reference) return undefined;
		if ('b' in reference) return BigInt(reference.b);
		if ('n' in reference) return Number(reference.n);
		const index = reference.r;
		if (this.#made.has(index)) return this.#made.get(index);
		const entry = this.#table[index];
		if (!entry) throw new Error('A message between processes is damaged.');
		return this.#build(index, entry);
	}

	/** Containers are known before their members are read: members may refer to them. */
	#build(index: number, [kind, ...parts]: Entry): unknown {
		const keep = <T>(value: T): T => {
			this.#made.set(index, value);
			return value;
		};
		switch (kind) {
			case 'list': {
				const list: unknown[] = keep([]);
				for (const item of parts[0] as Reference[]) list.push(this.#value(item));
				return list;
			}
			case 'map': {
				const map = keep(new Map<unknown, unknown>());
				for (const [key, item] of parts[0] as [Reference, Reference][]) map.set(this.#value(key), this.#value(item));
				return map;
			}
			case 'set': {
				const set = keep(new Set<unknown>());
				for (const item of parts[0] as Reference[]) set.add(this.#value(item));
				return set;
			}
			case 'date':
				return keep(new Date(parts[0] as number));
			case 'regexp':
				return keep(new RegExp(parts[0] as string, parts[1] as string));
			case 'error': {
				const ErrorClass = ERROR_CLASSES[parts[0] as string] ?? Error;
				const error = keep(new ErrorClass(parts[1] as string));
				hidden(error, 'stack', parts[2]);
				if (parts.length > 3) hidden(error, 'cause', this.#value(parts[3] as Reference));
				return error;
			}
			case 'buffer':
				return keep(this.#bytes(parts[0] as string).buffer);
			case 'view':
				return keep(this.#view(parts[0] as string, this.#bytes(parts[1] as string)));
			default: {
				const object: Record<string, unknown> = keep({});
				for (const [key, item] of parts[0] as [string, Reference][]) object[key] = this.#value(item);
				return object;
			}
		}
	}

	/** In a buffer of their own, so that views start aligned. */
	#bytes(base64: string): Uint8Array<ArrayBuffer> {
		return new Uint8Array(this.runtime.Buffer.from(base64, 'base64'));
	}

	#view(name: string, bytes: Uint8Array<ArrayBuffer>): unknown {
		if (name === 'Buffer') return this.runtime.Buffer.from(bytes.buffer);
		const View = (globalThis as unknown as Record<string, new (buffer: ArrayBuffer) => unknown>)[name] ?? Uint8Array;
		return new View(bytes.buffer);
	}
}

function hidden(target: object, key: string, value: unknown): void {
	Object.defineProperty(target, key, { value, writable: true, configurable: true, enumerable: false });
}
