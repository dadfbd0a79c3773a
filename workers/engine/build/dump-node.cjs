/**
 * Runs inside the pinned Node binary (`node --expose-internals dump-node.cjs FOLDER`): writes `natives.json`, the sources of
 * Node's lib, and `shapes.json`, what each internalBinding of the binary holds (constants, functions, classes and their methods).
 */
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { internalBinding } = require('internal/test/binding');

const folder = process.argv[2];
const MAX_ARRAY_DEPTH = 6;
/** Larger typed arrays are working memory, not tables: only their length matters. */
const MAX_DUMPED_ELEMENTS = 64;
/** Bindings that the engine has no use for and that are large. */
const SKIPPED = new Set(['quic', 'dtls']);

const natives = Object.fromEntries(Object.entries(process.binding('natives')).filter(([, source]) => typeof source === 'string'));
writeFileSync(join(folder, 'natives.json'), JSON.stringify(natives));

const names = new Set();
for (const source of Object.values(natives)) for (const match of source.matchAll(/internalBinding\(['"](\w+)['"]\)/g)) names.add(match[1]);

const shapes = {};
for (const name of [...names].sort()) {
	if (SKIPPED.has(name)) continue;
	try {
		const binding = internalBinding(name);
		if (name === 'builtins') {
			// Its `natives` are the sources themselves.
			const { builtinIds, builtinCategories, config } = binding;
			shapes[name] = {
				t: 'o',
				v: {
					builtinIds: shapeOf(builtinIds, 1, new Set()),
					builtinCategories: shapeOf(builtinCategories, 1, new Set()),
					config: { t: 'p', v: config },
					compileFunction: { t: 'f' },
					setInternalLoaders: { t: 'f' },
					hasCachedBuiltins: { t: 'f' },
					natives: { t: 'undef' }
				}
			};
		} else shapes[name] = shapeOf(binding, 0, new Set());
	} catch (error) {
		shapes[name] = { t: 'err', v: error.message };
	}
}

const options = internalBinding('options');
shapes.__extras = {
	cli: shapeOf(options.getCLIOptionsValues(), 0, new Set()),
	cliInfo: attempt(() => shapeOf(options.getCLIOptionsInfo(), 0, new Set())),
	embedder: attempt(() => shapeOf(options.getEmbedderOptions(), 0, new Set())),
	uvErrMap: shapeOf(internalBinding('uv').getErrorMap(), 0, new Set()),
	versions: process.versions,
	release: process.release,
	features: process.features,
	globalKeys: Object.getOwnPropertyNames(globalThis)
};
writeFileSync(join(folder, 'shapes.json'), JSON.stringify(shapes));

function attempt(make) {
	try {
		return make();
	} catch {
		return null;
	}
}

/** `t` tells the kind, as read by process/stub-bindings.ts. */
function shapeOf(value, depth, seen) {
	if (value === null) return { t: 'null' };
	switch (typeof value) {
		case 'bigint':
			return { t: 'bigint', v: String(value) };
		case 'symbol':
			return { t: 'symbol', v: value.description };
		case 'undefined':
			return { t: 'undef' };
		case 'number':
			return Number.isFinite(value) ? { t: 'p', v: value } : { t: 'num', v: String(value) };
		case 'string':
		case 'boolean':
			return { t: 'p', v: value };
	}
	if (seen.has(value)) return { t: 'circ' };
	seen.add(value);
	if (typeof value === 'function') return functionShape(value, depth, seen);
	if (ArrayBuffer.isView(value)) {
		const dumped = value.length < MAX_DUMPED_ELEMENTS ? Array.from(value, String) : undefined;
		return { t: 'ta', c: value.constructor.name, len: value.length, v: dumped };
	}
	if (Array.isArray(value)) return depth > MAX_ARRAY_DEPTH ? { t: 'arr0' } : { t: 'arr', v: value.map((item) => shapeOf(item, depth + 1, seen)) };
	if (value instanceof Map) return { t: 'map', v: [...value].map(([key, item]) => [shapeOf(key, depth + 1, seen), shapeOf(item, depth + 1, seen)]) };
	if (value instanceof Set) return { t: 'set', v: [...value].map((item) => shapeOf(item, depth + 1, seen)) };
	const shape = { t: 'o', np: Object.getPrototypeOf(value) === null, v: {} };
	for (const key of Object.getOwnPropertyNames(value)) {
		try {
			shape.v[key] = shapeOf(value[key], depth + 1, seen);
		} catch {
			shape.v[key] = { t: 'throws' };
		}
	}
	return shape;
}

function functionShape(value, depth, seen) {
	const shape = { t: 'f', n: value.name };
	if (!value.prototype || Object.getOwnPropertyNames(value.prototype).length === 0) return shape;
	shape.proto = Object.getOwnPropertyNames(value.prototype).filter((key) => key !== 'constructor');
	shape.parents = [];
	for (let proto = Object.getPrototypeOf(value.prototype); proto && proto !== Object.prototype; proto = Object.getPrototypeOf(proto)) {
		if (proto.constructor) shape.parents.push(proto.constructor.name);
	}
	const statics = Object.getOwnPropertyNames(value).filter((key) => !['length', 'name', 'prototype', 'arguments', 'caller'].includes(key));
	if (statics.length) shape.statics = Object.fromEntries(statics.map((key) => [key, attempt(() => shapeOf(value[key], depth + 1, seen)) ?? { t: 'throws' }]));
	return shape;
}
