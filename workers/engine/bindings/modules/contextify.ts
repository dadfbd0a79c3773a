import { parse } from 'acorn';
import { COMMON_JS_PARAMETERS, compileFunction, looksLikeModule } from '../../modules/common-js';
import { rewriteDynamicImports } from '../../modules/dynamic-import';
import { NativeFunction } from '../../modules/function-constructor';
import { rewriteAwaitsCached } from '../../modules/transform-cache';
import { VmContext } from '../../modules/vm-context';
import type { BindingInstaller, Runtime } from '../../process/runtime';
import { noop } from '../misc/noop';

const indirectEval = eval;
const contexts = new WeakMap<object, VmContext>();

function contextOf(sandbox: object): VmContext {
	const context = contexts.get(sandbox);
	if (!context) throw new TypeError('The object was not made a context by vm.createContext');
	return context;
}

/** Compiling scripts and functions: the vm module, and the CommonJS loader. */
export const contextify: BindingInstaller = (binding, runtime) => {
	binding.startSigintWatchdog = noop;
	binding.stopSigintWatchdog = () => false;
	binding.watchdogHasPendingSigint = () => false;
	binding.containsModuleSyntax = (source: string, filename: string) => isModuleSource(runtime, source, filename);
	binding.compileFunctionForCJSLoader = (source: string, filename: string, _isSea: boolean, mayDetectModule: boolean) => {
		const result = {
			__proto__: null,
			canParseAsESM: false,
			sourceMapURL: sourceMapUrl(source),
			sourceURL: undefined,
			cachedDataRejected: false
		};
		try {
			return { ...result, function: compileFunction(runtime, source, { name: filename, parameters: COMMON_JS_PARAMETERS }) };
		} catch (error) {
			if (mayDetectModule && looksLikeModule(source)) return { ...result, canParseAsESM: true, function: undefined };
			throw withLocation(error, filename, source);
		}
	};
	binding.compileFunction = (source: string, name: string, ...rest: unknown[]) => {
		// (lineOffset, columnOffset, cachedData, produceCachedData, context, extensions, parameters, hostDefinedOption)
		const parameters = (rest[6] as string[] | undefined) ?? [];
		const sandbox = rest[4] as Record<PropertyKey, unknown> | undefined;
		const evaluate = sandbox && ((text: string) => contextOf(sandbox).run(text));
		const referrer = rest.find((value) => typeof value === 'symbol') as symbol | undefined;
		return {
			__proto__: null,
			function: compileFunction(runtime, source, { name, parameters, referrer, evaluate }),
			sourceMapURL: sourceMapUrl(source),
			sourceURL: undefined
		};
	};
	binding.ContextifyScript = makeContextifyScript(runtime);
	binding.makeContext = (object: object | symbol) => {
		const sandbox = (typeof object === 'object' ? object : {}) as Record<PropertyKey, unknown>;
		contexts.set(sandbox, new VmContext(sandbox));
		const key = privateSymbol(runtime, 'contextify_context_private_symbol');
		sandbox[key] = { sandbox };
		return sandbox;
	};
	binding.isContext = (object: object) => contexts.has(object);
};

function makeContextifyScript(runtime: Runtime) {
	return class ContextifyScript {
		readonly #source: string;
		sourceMapURL: string | undefined;

		constructor(source: string, filename: string, ...rest: unknown[]) {
			const referrer = (rest.find((value) => typeof value === 'symbol') as symbol | undefined) ?? Symbol(filename);
			(this as unknown as Record<symbol, unknown>)[privateSymbol(runtime, 'host_defined_option_symbol')] = referrer;
			this.sourceMapURL = sourceMapUrl(source);
			const text = rewriteDynamicImports(runtime, rewriteAwaitsCached(runtime, source, null), { referrer, name: filename });
			this.#source = `${text}\n//# sourceURL=${filename.replace(/\s/g, '%20')}`;
			checkSyntax(this.#source, filename);
		}

		runInContext(contextified: Record<PropertyKey, unknown> | null) {
			if (!contextified) return indirectEval(this.#source) as unknown;
			return contextOf(contextified).run(this.#source);
		}

		createCachedData() {
			return runtime.Buffer.alloc(0);
		}
	};
}

/** A script must fail where it is made, not where it runs. A generator's body may hold what a script's top level may. */
function checkSyntax(source: string, filename: string): void {
	try {
		new NativeFunction(source);
	} catch (error) {
		throw withLocation(error, filename, source);
	}
}

function isModuleSource(_runtime: Runtime, source: string, _filename: string): boolean {
	try {
		new NativeFunction(...COMMON_JS_PARAMETERS, source.startsWith('#!') ? `//${source}` : source);
		return false;
	} catch {
		return looksLikeModule(source);
	}
}

function privateSymbol(runtime: Runtime, name: string): symbol {
	return runtime.internalBinding('util').privateSymbols[name] as symbol;
}

function sourceMapUrl(source: string): string | undefined {
	return /\/\/[#@] sourceMappingURL=(\S+)\s*$/.exec(source.slice(-2000))?.[1];
}

/**
 * V8 shows where a syntax error is at the top of its stack: `file:line`, the line, a caret. `eval` does not tell; acorn, which finds
 * the same errors, does.
 */
function withLocation(error: unknown, filename: string, source: string): unknown {
	if (!(error instanceof SyntaxError) || error.stack?.startsWith(filename)) return error;
	const stack = (error.stack ?? '').replace(/\n {4}at eval \(<anonymous>\)/, '');
	const place = syntaxErrorPlace(source);
	const line = place && source.split('\n')[place.line - 1];
	error.stack =
		place && line !== undefined
			? `${filename}:${place.line}\n${line}\n${' '.repeat(place.column)}^\n\n${stack}`
			: `${filename}\n${stack}`;
	return error;
}

function syntaxErrorPlace(source: string): { line: number; column: number } | undefined {
	try {
		parse(source, { ecmaVersion: 'latest', sourceType: 'script', allowReturnOutsideFunction: true, allowHashBang: true });
		return undefined;
	} catch (error) {
		return (error as { loc?: { line: number; column: number } }).loc;
	}
}
