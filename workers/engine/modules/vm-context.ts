import { parse } from 'acorn';
import type { AnyNode } from './ast';
import { unreportedProxy } from '../process/type-checks';
import { CONTEXT_GLOBAL } from '../process/context-global';
import { DYNAMIC_IMPORT_GLOBAL } from './dynamic-import';
import { eachBoundName, Scope } from './scope';

type Sandbox = Record<PropertyKey, unknown>;

/** Globals of the language itself: what a new context of V8 has. */
const LANGUAGE_GLOBALS = new Set(
	(
		'Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp Error ' +
		'AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError globalThis JSON Math Intl ArrayBuffer ' +
		'Atomics Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float16Array Float32Array Float64Array ' +
		'Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set Iterator WeakMap WeakSet WeakRef Proxy Reflect ' +
		'FinalizationRegistry SuppressedError DisposableStack AsyncDisposableStack decodeURI decodeURIComponent encodeURI ' +
		'encodeURIComponent escape unescape eval isFinite isNaN console SharedArrayBuffer WebAssembly'
	).split(' ')
);
/** Names that code prepared by the engine uses: they are the host's wherever it runs. */
const ENGINE_NAMES = new Set([CONTEXT_GLOBAL, DYNAMIC_IMPORT_GLOBAL, '__vm', '__source']);

/** Live bindings of top-level `let`, `const` and classes, which all scripts of a context share. */
type Bindings = Record<string, [get: () => unknown, set: (value: unknown) => void]>;
type Lexical = Map<string, { get(): unknown; set(value: unknown): void }>;

/**
 * A context as one realm can offer it: the sandbox is the scope of a `with`. Reads of names that are neither the sandbox's nor the
 * language's find nothing, assignments and top-level declarations land in the sandbox. Built-in classes are the program's own, and
 * `Function` and indirect `eval` see the program's globals.
 */
export class VmContext {
	readonly #sandbox: Sandbox;
	readonly #lexical: Lexical = new Map();
	readonly #global: Sandbox;

	constructor(sandbox: Sandbox) {
		this.#sandbox = sandbox;
		this.#global = unreportedProxy(sandbox, {
			get: (target, key) =>
				key in target || !isLanguageGlobal(key) ? Reflect.get(target, key) : this.#languageGlobal(key as string),
			has: (target, key) => key in target || isLanguageGlobal(key)
		});
	}

	run(source: string): unknown {
		const declared = declarationsOf(source);
		for (const name of declared.lexical) {
			if (this.#lexical.has(name)) throw new SyntaxError(`Identifier '${name}' has already been declared`);
		}
		const scope = unreportedProxy(this.#sandbox, {
			has: (target, key) =>
				typeof key === 'string' &&
				!ENGINE_NAMES.has(key) &&
				key !== 'eval' &&
				!declared.lexical.includes(key) &&
				(key in target || this.#lexical.has(key) || declared.assigned.has(key) || key === 'globalThis' || isHidden(key)),
			get: (target, key) => {
				if (key === Symbol.unscopables) return undefined;
				if (key === 'globalThis' && !Object.hasOwn(target, key)) return this.#global;
				return this.#lexical.has(key as string) ? this.#lexical.get(key as string)?.get() : target[key];
			},
			set: (target, key, value) => {
				const binding = this.#lexical.get(key as string);
				if (binding) binding.set(value);
				else target[key] = value;
				return true;
			}
		});
		const helper = {
			functions: (functions: Sandbox) => {
				Object.assign(this.#sandbox, functions);
				if (declared.isStrict) return;
				for (const name of declared.vars) if (!(name in this.#sandbox)) this.#sandbox[name] = undefined;
			},
			/** Strict code keeps its variables to itself: the sandbox looks into it. */
			vars: (bindings: Bindings) => {
				for (const [name, [get, set]] of Object.entries(bindings))
					Object.defineProperty(this.#sandbox, name, { get, set, enumerable: true, configurable: true });
			},
			lexical: (bindings: Bindings) => {
				for (const [name, [get, set]] of Object.entries(bindings)) this.#lexical.set(name, { get, set });
			}
		};
		const run = new Function('__scope', '__vm', '__source', 'with (__scope) { return eval(__source); }') as (
			this: unknown,
			...args: unknown[]
		) => unknown;
		return run.call(this.#global, scope, helper, prologue(declared) + source);
	}

	#languageGlobal(key: string): unknown {
		return key === 'globalThis' ? this.#global : (globalThis as unknown as Sandbox)[key];
	}
}

interface Declarations {
	isStrict: boolean;
	vars: string[];
	functions: string[];
	lexical: string[];
	/** Every name that is assigned somewhere: without a declaration it becomes a global. */
	assigned: Set<string>;
}

function declarationsOf(source: string): Declarations {
	const found: Declarations = { isStrict: false, vars: [], functions: [], lexical: [], assigned: new Set() };
	let body: AnyNode[];
	try {
		body = (parse(source, { ecmaVersion: 'latest', sourceType: 'script', allowHashBang: true }) as unknown as AnyNode)
			.body as AnyNode[];
	} catch {
		// V8 tells what is wrong when it compiles.
		return found;
	}
	found.isStrict = (body[0]?.directive as string | undefined) === 'use strict';
	const vars = new Scope(null);
	vars.addVars(body);
	found.vars = [...vars.names];
	for (const node of body) {
		if (node.type === 'FunctionDeclaration') found.functions.push(node.id.name);
		else if (node.type === 'ClassDeclaration') found.lexical.push(node.id.name);
		else if (node.type === 'VariableDeclaration' && node.kind !== 'var')
			for (const declarator of node.declarations) eachBoundName(declarator.id, (name) => found.lexical.push(name));
	}
	if (!found.isStrict) collectAssigned(body, found.assigned);
	return found;
}

/** On the source's own first line. Functions are hoisted, so that they can be handed over before anything runs. */
function prologue({ isStrict, vars, functions, lexical }: Declarations): string {
	const accessors = (names: string[]) => names.map((name) => `${name}:[()=>${name},(value)=>{${name}=value}]`).join(',');
	let calls = '';
	if (functions.length || vars.length) calls += `__vm.functions({${functions.join(',')}});`;
	if (isStrict && vars.length) calls += `__vm.vars({${accessors(vars)}});`;
	if (lexical.length) calls += `__vm.lexical({${accessors(lexical)}});`;
	return calls && isStrict ? `'use strict';${calls}` : calls;
}

function collectAssigned(node: unknown, names: Set<string>): void {
	if (!node || typeof node !== 'object') return;
	if (Array.isArray(node)) {
		for (const item of node) collectAssigned(item, names);
		return;
	}
	const current = node as AnyNode;
	const target =
		current.type === 'AssignmentExpression' || /^For(In|Of)Statement$/.test(current.type) ? (current.left as AnyNode) : null;
	if (target && target.type !== 'VariableDeclaration') eachBoundName(target, (name) => names.add(name));
	for (const key in current) collectAssigned(current[key], names);
}

function isLanguageGlobal(key: PropertyKey): boolean {
	return typeof key === 'string' && LANGUAGE_GLOBALS.has(key);
}

/** A global of the program that a context does not have. */
function isHidden(key: string): boolean {
	return key in globalThis && !LANGUAGE_GLOBALS.has(key);
}
