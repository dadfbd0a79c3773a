import type { Shapes } from './runtime';

/** One dumped value; see build/dump-node.cjs. */
export interface Shape {
	t: string;
	v?: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- a recursive dump of untyped values
	c?: string;
	len?: number;
	n?: string;
	np?: boolean;
	proto?: string[];
	parents?: string[];
	statics?: Record<string, Shape>;
}

type Constructor = new (...args: any[]) => any; // eslint-disable-line @typescript-eslint/no-explicit-any

/** The classes that stub classes extend, as the dump names their parents. */
export interface StubBases {
	AsyncWrap: Constructor;
	HandleWrap: Constructor;
	LibuvStreamWrap: Constructor;
}

/** Builds a value from its shape. Functions throw `ERR_FEATURE_UNAVAILABLE_ON_PLATFORM`, naming `path`. */
export function fromShape(shape: Shape, path: string, bases: StubBases): unknown {
	switch (shape.t) {
		case 'p':
			return shape.v;
		case 'null':
			return null;
		case 'num':
			return Number(shape.v);
		case 'bigint':
			return BigInt(shape.v);
		case 'symbol':
			return Symbol(shape.v);
		case 'arr':
			return (shape.v as Shape[]).map((item, index) => fromShape(item, `${path}[${index}]`, bases));
		case 'arr0':
			return [];
		case 'map':
			return new Map(
				(shape.v as [Shape, Shape][]).map(([key, value]) => [fromShape(key, path, bases), fromShape(value, path, bases)])
			);
		case 'set':
			return new Set((shape.v as Shape[]).map((item) => fromShape(item, path, bases)));
		case 'ta':
			return typedArrayFrom(shape);
		case 'o': {
			const object = (shape.np ? Object.create(null) : {}) as Record<string, unknown>;
			for (const key of Object.keys(shape.v)) object[key] = fromShape(shape.v[key], `${path}.${key}`, bases);
			return object;
		}
		case 'f':
			return isClass(shape, path) ? stubClass(shape, path, bases) : stubFunction(shape.n ?? '', path);
		default:
			return undefined;
	}
}

/** A binding as its stub. @throws `No such binding: NAME`, as Node does. */
export function stubBinding(shapes: Shapes, name: string, bases: StubBases): Record<string, unknown> {
	const shape = shapes[name] as Shape | undefined;
	if (!shape || shape.t !== 'o') throw new Error(`No such binding: ${name}`);
	return fromShape(shape, name, bases) as Record<string, unknown>;
}

function typedArrayFrom(shape: Shape): unknown {
	const TypedArray = (globalThis as unknown as Record<string, new (length: number) => Record<number, unknown>>)[shape.c ?? ''];
	if (!TypedArray) return undefined;
	const array = new TypedArray(shape.len ?? 0);
	const values = (shape.v ?? []) as string[];
	values.forEach((value, index) => (array[index] = /BigInt/.test(shape.c ?? '') ? BigInt(value) : Number(value)));
	return array;
}

function isClass(shape: Shape, path: string): boolean {
	return (shape.proto?.length ?? 0) > 0 || /^[A-Z]/.test(lastName(path));
}

function lastName(path: string): string {
	return path.slice(path.lastIndexOf('.') + 1);
}

function stubFunction(name: string, path: string): unknown {
	return { [name]: () => unavailable(path) }[name];
}

function stubClass(shape: Shape, path: string, bases: StubBases): unknown {
	const parents = shape.parents ?? [];
	const Base = parents.includes('LibuvStreamWrap')
		? bases.LibuvStreamWrap
		: parents.includes('HandleWrap')
			? bases.HandleWrap
			: bases.AsyncWrap;
	const Stub = class extends Base {} as Constructor & Record<string, unknown>;
	Object.defineProperty(Stub, 'name', { value: lastName(path) });
	for (const key of shape.proto ?? []) {
		if (!(key in Stub.prototype)) Stub.prototype[key] = () => unavailable(`${path}.prototype.${key}`);
	}
	for (const [key, value] of Object.entries(shape.statics ?? {}))
		if (!(key in Stub)) Stub[key] = fromShape(value, `${path}.${key}`, bases);
	return Stub;
}

function unavailable(path: string): never {
	const error: Error & { code?: string } = new Error(
		`The feature internalBinding ${path} is unavailable on the current platform, which is being used to run Node.js`
	);
	error.name = 'TypeError';
	error.code = 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM';
	throw error;
}
