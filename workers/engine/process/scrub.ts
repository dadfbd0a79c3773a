import type { Shapes } from './runtime';

/** Names that Node has no word for but that the realm keeps. */
const KEPT = [
	'constructor',
	'WebAssembly',
	'Iterator',
	'SuppressedError',
	'DisposableStack',
	'AsyncDisposableStack',
	'Float16Array',
	'Temporal'
];

/**
 * Removes every global of the worker that Node does not have (`self`, `importScripts`, `postMessage`, `location`, ...), along the
 * whole prototype chain: tools detect browsers and workers by them, and programs could reach the engine origin's storage and locks.
 */
export function scrubGlobals(shapes: Shapes): void {
	const keep = new Set([...shapes.__extras.globalKeys, ...KEPT]);
	(globalThis as unknown as { onmessage: unknown }).onmessage = null;
	for (
		let object: object | null = globalThis;
		object && object !== Object.prototype;
		object = Object.getPrototypeOf(object) as object | null
	) {
		const name = object.constructor?.name ?? '';
		if (object !== globalThis && !/Global|^EventTarget$/.test(name)) continue;
		for (const key of Reflect.ownKeys(object)) {
			// The prototypes hold the browser's own accessors of Node's names: `navigator` leads to storage and to the kernel's locks.
			if (typeof key !== 'string' || (object === globalThis ? keep.has(key) : key === 'constructor')) continue;
			if (Reflect.getOwnPropertyDescriptor(object, key)?.configurable) Reflect.deleteProperty(object, key);
		}
	}
}
