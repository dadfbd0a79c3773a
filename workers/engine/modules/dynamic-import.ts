import { parse as parseImports } from 'es-module-lexer/js';
import type { Runtime } from '../process/runtime';

/** `kEvaluationPhase` of module_wrap. */
const EVALUATION_PHASE = 2;
/** Reached from eval'd code of programs; not enumerable, so that nobody meets it by accident. */
export const DYNAMIC_IMPORT_GLOBAL = '__nodeDynamicImport';

type DynamicImport = (specifier: unknown, options?: { with?: object }) => Promise<unknown>;

const registered: DynamicImport[] = [];

Object.defineProperty(globalThis, DYNAMIC_IMPORT_GLOBAL, {
	value: (index: number) => registered[index],
	enumerable: false,
	configurable: false
});

/** `import()` as one file sees it: `referrer` is its host-defined option, `name` its path or URL. */
export function dynamicImportFor(runtime: Runtime, referrer: symbol, name: string): DynamicImport {
	return (specifier, options) => {
		const { importModuleDynamically } = runtime.hooks;
		if (!importModuleDynamically) return Promise.reject(new TypeError('import() is not available yet'));
		let text: string;
		try {
			text = `${specifier as string}`;
		} catch (error) {
			return Promise.reject(error as Error);
		}
		return trackImport(
			runtime,
			importModuleDynamically(referrer, text, EVALUATION_PHASE, { __proto__: null, ...(options?.with ?? {}) } as object, name)
		);
	};
}

/** Rewrites `import(` in a script or CommonJS module, where the host's own would load from the network. */
export function rewriteDynamicImports(
	runtime: Runtime,
	source: string,
	{ referrer, name }: { referrer: symbol; name: string }
): string {
	if (!/\bimport\s*\(/.test(source)) return source;
	const index = registered.push(dynamicImportFor(runtime, referrer, name)) - 1;
	const call = `${DYNAMIC_IMPORT_GLOBAL}(${index})`;
	try {
		const [imports] = parseImports(source);
		let result = '';
		let position = 0;
		for (const found of imports as unknown as DynamicImportSite[]) {
			const start = siteOf(found);
			if (start < 0) continue;
			result += source.slice(position, start) + call;
			position = start + 'import'.length;
		}
		return result + source.slice(position);
	} catch {
		// The lexer gives up on some old scripts (regular expressions after parentheses); a text replacement is right but in strings.
		return source.replace(/(?<![.\w$])import\s*\(/g, `${call}(`);
	}
}

interface DynamicImportSite {
	type?: string;
	importStart?: number;
	ss?: number;
	d?: number;
}

/** Start of an `import(`, or -1 for other kinds of import. */
function siteOf(site: DynamicImportSite): number {
	if (site.type !== undefined) return site.type === 'dynamic' ? (site.importStart ?? -1) : -1;
	return (site.d ?? -1) >= 0 ? (site.ss ?? -1) : -1;
}

/** An import under way keeps the process alive. */
function trackImport<T>(runtime: Runtime, promise: Promise<T>): Promise<T> {
	runtime.pending++;
	const settled = () => {
		runtime.pending--;
		runtime.loop.macro(() => {});
	};
	promise.then(settled, settled);
	return promise;
}
