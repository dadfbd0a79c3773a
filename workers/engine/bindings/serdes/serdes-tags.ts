/**
 * One-byte tags of V8's wire format, version 15.
 * @source v8/src/objects/value-serializer.cc
 */
export const WIRE_VERSION = 15;

export const Tag = {
	version: 0xff,
	padding: 0,
	objectCount: code('?'),
	hole: code('-'),
	undefined: code('_'),
	null: code('0'),
	true: code('T'),
	false: code('F'),
	int32: code('I'),
	uint32: code('U'),
	double: code('N'),
	bigint: code('Z'),
	utf8String: code('S'),
	oneByteString: code('"'),
	twoByteString: code('c'),
	reference: code('^'),
	object: code('o'),
	objectEnd: code('{'),
	sparseArray: code('a'),
	sparseArrayEnd: code('@'),
	denseArray: code('A'),
	denseArrayEnd: code('$'),
	date: code('D'),
	trueObject: code('y'),
	falseObject: code('x'),
	numberObject: code('n'),
	bigintObject: code('z'),
	stringObject: code('s'),
	regexp: code('R'),
	map: code(';'),
	mapEnd: code(':'),
	set: code("'"),
	setEnd: code(','),
	arrayBuffer: code('B'),
	resizableArrayBuffer: code('~'),
	transferredArrayBuffer: code('t'),
	view: code('V'),
	hostObject: code('\\'),
	error: code('r')
} as const;

/** Parts of an error. */
export const ErrorTag = { message: code('m'), cause: code('c'), stack: code('s'), end: code('.') } as const;

/** Tags of error classes; a plain Error has none. */
export const ERROR_CLASSES: readonly [tag: number, ErrorClass: ErrorConstructor][] = [
	[code('E'), EvalError],
	[code('R'), RangeError],
	[code('F'), ReferenceError],
	[code('S'), SyntaxError],
	[code('T'), TypeError],
	[code('U'), URIError]
];

type ViewClass = new (buffer: ArrayBuffer, offset: number, length?: number) => ArrayBufferView;

/** Tags of views; `DataView` counts in bytes. */
export const VIEW_CLASSES: readonly [tag: number, name: string, View: ViewClass, elementBytes: number][] = (
	[
		['b', 'Int8Array'],
		['B', 'Uint8Array'],
		['C', 'Uint8ClampedArray'],
		['w', 'Int16Array'],
		['W', 'Uint16Array'],
		['d', 'Int32Array'],
		['D', 'Uint32Array'],
		['h', 'Float16Array'],
		['f', 'Float32Array'],
		['F', 'Float64Array'],
		['q', 'BigInt64Array'],
		['Q', 'BigUint64Array'],
		['?', 'DataView']
	] as const
).map(([tag, name]) => {
	const View = (globalThis as unknown as Record<string, ViewClass & { BYTES_PER_ELEMENT?: number }>)[name] ?? Uint8Array;
	return [code(tag), name, View, View.BYTES_PER_ELEMENT ?? 1];
});

/** Bits of a regular expression's flags, by position; `l` (linear) is V8's own. */
export const REGEXP_FLAGS = 'gimyusldv';

function code(char: string): number {
	return char.charCodeAt(0);
}
