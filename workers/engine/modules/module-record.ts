import { moduleNamespaces, unreportedProxy } from '../process/type-checks';
import { moduleCode, type ImportSource } from './module-code';
import { labelComponents } from './strongly-connected';
import type { TransformedModule } from './transformed-module';

/** Numbers of module_wrap's `kUninstantiated` ... `kErrored`. */
export const ModuleStatus = {
	Uninstantiated: 0,
	Instantiating: 1,
	Instantiated: 2,
	Evaluating: 3,
	Evaluated: 4,
	Errored: 5
} as const;

/** Where an exported name lives: a module and its local name; `*` is the module's namespace. */
type Resolution = [record: ModuleRecord, name: string] | 'ambiguous' | null;

/** The environment that a module's transformed body gets. */
export interface ModuleHost {
	/** Compiles the transformed code. */
	compile(code: string): ModuleBody;
	importMeta(): object;
	dynamicImport: (specifier: unknown, options?: { with?: object }) => Promise<unknown>;
}

type ModuleBody = (
	imports: object[],
	exportGetters: (getters: Record<string, () => unknown>) => void,
	meta: object | undefined,
	dynamicImport: unknown
) => Generator | AsyncGenerator;

/** A module record of the specification (Source Text or Synthetic), evaluated in two steps of a generator. */
export abstract class ModuleRecord {
	status: number = ModuleStatus.Uninstantiated;
	error: unknown;
	dependencies: ModuleRecord[] = [];
	component = 0;
	/** Getters of all names that others may import. */
	readonly environment: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
	#namespace: object | null = null;

	abstract readonly hasTopLevelAwait: boolean;
	abstract resolve(name: string, seen?: [ModuleRecord, string][]): Resolution;
	/** True when a local name's value stays what it is once this module was evaluated. */
	abstract isFixed(name: string): boolean;
	abstract exportedNames(seen?: Set<ModuleRecord>): string[];
	abstract instantiate(): void;
	/** Evaluates dependencies, then this module. Answers a promise only when some top-level await is in the graph. */
	abstract run(): Promise<void> | undefined;

	isGraphAsync(seen = new Set<ModuleRecord>()): boolean {
		if (seen.has(this)) return false;
		seen.add(this);
		return this.hasTopLevelAwait || this.dependencies.some((dependency) => dependency.isGraphAsync(seen));
	}

	/** The module namespace exotic object: a frozen object once no value can change any more, a proxy before. */
	get namespace(): object {
		return (this.#namespace ??= this.#makeNamespace());
	}

	#makeNamespace(): object {
		const { environment } = this;
		const names = this.exportedNames().filter((name) => Array.isArray(this.resolve(name)));
		const isSettled = this.status === ModuleStatus.Evaluated && names.every((name) => this.#isSettled(name));
		const target = Object.create(null) as Record<PropertyKey, unknown>;
		for (const name of names.sort()) {
			const value = isSettled ? environment[name] : undefined;
			Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: false });
		}
		Object.defineProperty(target, Symbol.toStringTag, { value: 'Module' });
		const namespace = isSettled ? Object.freeze(target) : liveNamespace(Object.preventExtensions(target), environment);
		moduleNamespaces.add(namespace);
		return namespace;
	}

	#isSettled(name: string): boolean {
		const [record, key] = this.resolve(name) as [ModuleRecord, string];
		return record.status === ModuleStatus.Evaluated && (key === '*' || record.isFixed(key));
	}
}

function liveNamespace(target: Record<PropertyKey, unknown>, environment: Record<string, unknown>): object {
	return unreportedProxy(target, {
		get: (object, key) => (typeof key === 'string' ? environment[key] : object[key]),
		has: (object, key) => key in object,
		set: () => false,
		defineProperty: () => false,
		deleteProperty: (object, key) => !(key in object),
		getOwnPropertyDescriptor: (object, key) => {
			const descriptor = Reflect.getOwnPropertyDescriptor(object, key);
			if (descriptor && typeof key === 'string') descriptor.value = environment[key];
			return descriptor;
		}
	});
}

/** JSON, wasm, CommonJS and built-in modules: names are known, values are set by `evaluate`. */
export class SyntheticModule extends ModuleRecord {
	readonly hasTopLevelAwait = false;
	readonly #names: string[];
	readonly #values: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
	readonly #evaluate: () => void;
	readonly #isBuiltin: boolean;

	/** @param isBuiltin the names of Node's own modules may be set again (`module.syncBuiltinESMExports`) */
	constructor(names: string[], evaluate: () => void, isBuiltin = false) {
		super();
		this.#names = names;
		this.#evaluate = evaluate;
		this.#isBuiltin = isBuiltin;
		for (const name of names)
			Object.defineProperty(this.environment, name, { get: () => this.#values[name], enumerable: true, configurable: true });
	}

	setExport(name: string, value: unknown): void {
		this.#values[name] = value;
	}

	resolve(name: string): Resolution {
		return this.#names.includes(name) ? [this, name] : null;
	}

	isFixed(name: string): boolean {
		return !this.#isBuiltin || name === 'default';
	}

	exportedNames(): string[] {
		return this.#names;
	}

	instantiate(): void {
		if (this.status === ModuleStatus.Uninstantiated) this.status = ModuleStatus.Instantiated;
	}

	run(): undefined {
		if (this.status === ModuleStatus.Errored) throw this.error;
		if (this.status === ModuleStatus.Evaluated || this.status === ModuleStatus.Evaluating) return;
		this.status = ModuleStatus.Evaluating;
		try {
			this.#evaluate();
			this.status = ModuleStatus.Evaluated;
		} catch (error) {
			this.status = ModuleStatus.Errored;
			this.error = error;
			throw error;
		}
	}
}

/** A module from source text. */
export class SourceTextModule extends ModuleRecord {
	readonly transformed: TransformedModule;
	readonly #url: string;
	readonly #host: ModuleHost;
	#body: Generator | AsyncGenerator | null = null;
	#promise: Promise<void> | undefined;

	constructor(url: string, transformed: TransformedModule, host: ModuleHost) {
		super();
		this.#url = url;
		this.transformed = transformed;
		this.#host = host;
	}

	get hasTopLevelAwait(): boolean {
		return this.transformed.hasTopLevelAwait;
	}

	resolve(name: string, seen: [ModuleRecord, string][] = []): Resolution {
		if (seen.some(([record, key]) => record === this && key === name)) return null;
		seen.push([this, name]);
		const { localExports, indirectExports, starExports } = this.transformed;
		if (localExports.some(([exported]) => exported === name)) return [this, name];
		const indirect = indirectExports.find(([exported]) => exported === name);
		if (indirect) {
			const dependency = this.dependencies[indirect[1]] as ModuleRecord;
			return indirect[2] === '*' ? [dependency, '*'] : dependency.resolve(indirect[2], seen);
		}
		if (name === 'default') return null;
		let found: Resolution = null;
		for (const index of starExports) {
			const candidate = (this.dependencies[index] as ModuleRecord).resolve(name, seen);
			if (candidate === 'ambiguous') return candidate;
			if (!candidate) continue;
			if (found && (found[0] !== candidate[0] || found[1] !== candidate[1])) return 'ambiguous';
			found = candidate;
		}
		return found;
	}

	isFixed(name: string): boolean {
		return this.transformed.localExports.some(([exported, , isFixed]) => exported === name && isFixed);
	}

	exportedNames(seen = new Set<ModuleRecord>()): string[] {
		if (seen.has(this)) return [];
		seen.add(this);
		const { localExports, indirectExports, starExports } = this.transformed;
		const names = new Set([...localExports, ...indirectExports].map(([exported]) => exported));
		for (const index of starExports)
			for (const name of (this.dependencies[index] as ModuleRecord).exportedNames(seen)) if (name !== 'default') names.add(name);
		return [...names];
	}

	instantiate(): void {
		if (this.status !== ModuleStatus.Uninstantiated) return;
		labelComponents(this);
		this.status = ModuleStatus.Instantiating;
		try {
			for (const dependency of this.dependencies) dependency.instantiate();
			this.#checkImports();
			this.#link();
			this.status = ModuleStatus.Instantiated;
		} catch (error) {
			this.status = ModuleStatus.Uninstantiated;
			throw error;
		}
	}

	/** @throws SyntaxError in V8's words, which Node's loader recognizes and explains. */
	#checkImports(): void {
		const { imports, indirectExports, requests } = this.transformed;
		for (const [request, name] of [...imports, ...indirectExports.map(([, index, key]): [number, string] => [index, key])]) {
			if (name === '*') continue;
			const resolution = (this.dependencies[request] as ModuleRecord).resolve(name);
			if (Array.isArray(resolution)) continue;
			const specifier = requests[request]?.specifier ?? '';
			const error = new SyntaxError(
				resolution === 'ambiguous'
					? `The requested module '${specifier}' contains conflicting star exports for name '${name}' with the previous requested module '${specifier}'`
					: `The requested module '${specifier}' does not provide an export named '${name}'`
			);
			error.stack = `${this.#url}:1\n${error.stack ?? ''}`;
			throw error;
		}
	}

	/** First step of the body: declares everything, hands over the getters. */
	#link(): void {
		const imports = this.transformed.imports.map(([request, name]) => this.#importOf(request, name));
		const { environment } = this;
		const addGetters = (getters: Record<string, () => unknown>) => {
			for (const [name, get] of Object.entries(getters))
				Object.defineProperty(environment, name, { get, enumerable: true, configurable: true });
		};
		const body = this.#host.compile(moduleCode(this.transformed, this.#url, imports));
		const meta = this.transformed.usesImportMeta ? this.#host.importMeta() : undefined;
		this.#body = body.call(
			undefined,
			imports.map(({ from }) => from),
			addGetters,
			meta,
			this.#host.dynamicImport
		);
		void this.#body.next();
		for (const name of this.exportedNames()) if (!(name in environment)) this.#forward(name);
	}

	/** Where an imported name is read, and whether it may be read once and kept. */
	#importOf(request: number, name: string): ImportSource & { from: object } {
		const dependency = this.dependencies[request] as ModuleRecord;
		const [record, key] = name === '*' ? [dependency, '*'] : (dependency.resolve(name) as [ModuleRecord, string]);
		// What does not reach this module was evaluated before it.
		const isBefore = record.component !== this.component;
		if (key === '*') return { from: namespaceOf(record), key: 'ns', isFixed: isBefore };
		return { from: record.environment, key, isFixed: isBefore && record.isFixed(key) };
	}

	/** A name that another module declares. */
	#forward(name: string): void {
		const { environment } = this;
		const define = (get: () => unknown) =>
			Object.defineProperty(environment, name, { get, enumerable: true, configurable: true });
		define(() => {
			const resolution = this.resolve(name);
			if (!Array.isArray(resolution)) return undefined;
			const [record, key] = resolution;
			define(key === '*' ? () => record.namespace : () => record.environment[key]);
			return environment[name];
		});
	}

	run(): Promise<void> | undefined {
		if (this.status === ModuleStatus.Errored) throw this.error;
		if (this.status === ModuleStatus.Evaluated || this.status === ModuleStatus.Evaluating) return this.#promise;
		this.status = ModuleStatus.Evaluating;
		const waits: Promise<void>[] = [];
		try {
			for (const dependency of this.dependencies) {
				const wait = dependency.run();
				if (wait) waits.push(wait);
			}
			const own = waits.length ? Promise.all(waits).then(() => this.#evaluate()) : this.#evaluate();
			return own && this.#settle(own);
		} catch (error) {
			this.#fail(error);
		}
	}

	#evaluate(): Promise<void> | undefined {
		const step = this.#body?.next();
		if (!this.hasTopLevelAwait) {
			this.status = ModuleStatus.Evaluated;
			return;
		}
		return (step as Promise<unknown>).then(() => {
			this.status = ModuleStatus.Evaluated;
		});
	}

	#settle(own: Promise<void>): Promise<void> {
		this.#promise = own.catch((error: unknown) => this.#fail(error));
		const forget = () => {
			this.#promise = undefined;
		};
		this.#promise.then(forget, forget);
		return this.#promise;
	}

	#fail(error: unknown): never {
		this.status = ModuleStatus.Errored;
		this.error = error;
		throw error;
	}
}

const namespaceOf = (record: ModuleRecord) => ({
	get ns() {
		return record.namespace;
	}
});
