import { dynamicImportFor } from '../../modules/dynamic-import';
import { ModuleRecord, SourceTextModule, SyntheticModule, type ModuleHost } from '../../modules/module-record';
import { transformCached } from '../../modules/transform-cache';
import type { BindingInstaller, Runtime } from '../../process/runtime';
import { noop } from '../misc/noop';

const indirectEval = eval;
/** `kEvaluationPhase`. */
const EVALUATION_PHASE = 2;

/** Node's ES module loader drives these records; it resolves, loads and links by itself. */
export const module_wrap: BindingInstaller = (binding, runtime) => {
	binding.setImportModuleDynamicallyCallback = (callback: NonNullable<Runtime['hooks']['importModuleDynamically']>) => {
		runtime.hooks.importModuleDynamically = callback;
	};
	binding.setInitializeImportMetaObjectCallback = (callback: NonNullable<Runtime['hooks']['initializeImportMeta']>) => {
		runtime.hooks.initializeImportMeta = callback;
	};
	binding.throwIfPromiseRejected = noop;
	binding.createRequiredModuleFacade = (wrap: { getNamespace(): Record<string, unknown> }) => {
		const namespace = wrap.getNamespace();
		const facade = Object.create(null) as object;
		for (const name of Object.keys(namespace))
			Object.defineProperty(facade, name, { get: () => namespace[name], enumerable: true });
		Object.defineProperty(facade, '__esModule', { value: true, enumerable: true });
		return facade;
	};
	binding.ModuleWrap = makeModuleWrap(runtime);
};

function makeModuleWrap(runtime: Runtime) {
	return class ModuleWrap {
		readonly url: string;
		readonly #record: ModuleRecord;
		readonly #requests: object[];
		#sourceObject: unknown;
		sourceMapURL: string | undefined;
		synthetic?: boolean;
		isCommonJS?: boolean;

		/** `(url, context, source, lineOffset, columnOffset, idSymbol | cachedData)` or `(url, context, exportNames, evaluate, isCommonJS?)`. */
		constructor(
			url: string,
			_context: unknown,
			sourceOrNames: string | string[],
			evaluate: unknown,
			isCommonJS: unknown,
			referrer: unknown
		) {
			this.url = url;
			if (typeof sourceOrNames === 'string') {
				const symbol = typeof referrer === 'symbol' ? referrer : (runtime.symbols.source_text_module_default_hdo as symbol);
				this.sourceMapURL = /\/\/[#@] sourceMappingURL=(\S+)\s*$/.exec(sourceOrNames.slice(-2000))?.[1];
				const record = new SourceTextModule(
					url,
					parse(runtime, sourceOrNames, url),
					moduleHost(runtime, { symbol, url, wrap: this })
				);
				this.#record = record;
				this.#requests = record.transformed.requests.map(({ specifier, attributes }) =>
					Object.freeze({ __proto__: null, specifier, attributes: { __proto__: null, ...attributes }, phase: EVALUATION_PHASE })
				);
			} else {
				this.synthetic = true;
				if (isCommonJS) this.isCommonJS = true;
				this.#record = new SyntheticModule(
					sourceOrNames,
					() => Reflect.apply(evaluate as (wrap: unknown) => void, this, [this]),
					url.startsWith('node:')
				);
				this.#requests = [];
			}
		}

		get hasTopLevelAwait() {
			return this.#record.hasTopLevelAwait;
		}

		get hasAsyncGraph() {
			return this.#record.isGraphAsync();
		}

		isGraphAsync() {
			return this.#record.isGraphAsync();
		}

		getModuleRequests() {
			return this.#requests;
		}

		link(wraps: ModuleWrap[]) {
			this.#record.dependencies = wraps.map((wrap) => wrap.#record);
		}

		instantiate() {
			this.#record.instantiate();
		}

		evaluateSync() {
			this.#record.run();
			return this.#record.namespace;
		}

		evaluate() {
			try {
				return this.#record.run() ?? Promise.resolve();
			} catch (error) {
				return Promise.reject(error as Error);
			}
		}

		setExport(name: string, value: unknown) {
			(this.#record as SyntheticModule).setExport(name, value);
		}

		getStatus() {
			return this.#record.status;
		}

		getError() {
			return this.#record.error;
		}

		getNamespace() {
			return this.#record.namespace;
		}

		setModuleSourceObject(source: unknown) {
			this.#sourceObject = source;
		}

		getModuleSourceObject() {
			return this.#sourceObject;
		}

		createCachedData() {
			return runtime.Buffer.alloc(0);
		}
	};
}

function parse(runtime: Runtime, source: string, url: string) {
	try {
		return transformCached(runtime, source, url);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		const { loc } = error as SyntaxError & { loc?: { line: number } };
		const plain = new SyntaxError(error.message.replace(/ \(\d+:\d+\)$/, ''));
		plain.stack = `${url}:${loc?.line ?? 1}\n${plain.stack ?? ''}`;
		throw plain;
	}
}

function moduleHost(runtime: Runtime, { symbol, url, wrap }: { symbol: symbol; url: string; wrap: unknown }): ModuleHost {
	const { hooks } = runtime;
	return {
		compile: (code) => indirectEval(code) as ReturnType<ModuleHost['compile']>,
		importMeta: () => {
			const meta = Object.create(null) as object;
			hooks.initializeImportMeta?.(symbol, meta, wrap);
			return meta;
		},
		dynamicImport: dynamicImportFor(runtime, symbol, url)
	};
}
