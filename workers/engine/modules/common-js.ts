/** CommonJS: compiling a file, and guessing its export names for `import { x } from './file.cjs'`. */
import type { Runtime } from '../process/runtime';
import { rewriteDynamicImports } from './dynamic-import';
import { rewriteAwaitsCached } from './transform-cache';

const indirectEval = eval;

export interface FunctionOptions {
	name: string;
	parameters: readonly string[];
	referrer?: symbol;
	/** Evaluates the whole text; the program's own globals are its scope when it is left out. */
	evaluate?: (source: string) => unknown;
}

/** Compiles a function with the given parameters around a source text; its frames read `name:line:column`. */
export function compileFunction(
	runtime: Runtime,
	source: string,
	{ name, parameters, referrer, evaluate = indirectEval }: FunctionOptions
): (...args: unknown[]) => unknown {
	const text = source.startsWith('#!') ? `//${source}` : source;
	const body = rewriteDynamicImports(runtime, rewriteAwaitsCached(runtime, text, name), {
		referrer: referrer ?? (runtime.symbols.vm_dynamic_import_default_internal as symbol),
		name
	});
	return evaluate(`(function (${parameters.join(', ')}) {${body}\n})\n//# sourceURL=${name.replace(/\s/g, '%20')}`) as (
		...args: unknown[]
	) => unknown;
}

/** Parameters of the CommonJS wrapper. */
export const COMMON_JS_PARAMETERS = ['exports', 'require', 'module', '__filename', '__dirname'] as const;

/** True when a text that failed as CommonJS has statements that only ES modules have. */
export function looksLikeModule(source: string): boolean {
	return /^\s*(import\s*[\w{*'"]|export\s+(default|const|let|var|function|class|async|\{|\*)|export\s*[{*])|\bimport\.meta\b|^\s*(?:(?:const|let|var)\s+[\w{}[\],\s]+=\s*)?await\s/m.test(
		source
	);
}

const NAME = String.raw`([A-Za-z_$][\w$]*)`;
const EXPORTS = String.raw`(?:\bmodule\.exports|(?<![\w$.])exports)`;
const ASSIGNMENT = new RegExp(String.raw`${EXPORTS}\.${NAME}\s*=(?!=)`, 'g');
const QUOTED_ASSIGNMENT = new RegExp(String.raw`${EXPORTS}\[(['"])([^'"\\]+)\1\]\s*=(?!=)`, 'g');
const DEFINITION = new RegExp(String.raw`Object\.defineProperty\(\s*(?:module\.)?exports\s*,\s*(['"])([^'"\\]+)\1`, 'g');
const OBJECT = /\bmodule\.exports\s*=\s*\{/g;
const REEXPORT = /\bmodule\.exports\s*=\s*(?:__toCommonJS\(|0\s*\|\|\s*)?require\(\s*(['"])([^'"\\]+)\1\s*\)/g;
const EXPORT_STAR =
	/\b(?:__exportStar|__export|tslib(?:_\d+)?\.__exportStar|__reExport)\(\s*(?:\w+\s*,\s*)?require\(\s*(['"])([^'"\\]+)\1\s*\)/g;
/** `Object.keys(_x).forEach(...)` of Babel re-exports what `_x = require('x')` holds. */
const BABEL_STAR = /Object\.keys\((\w+)\)\.forEach\(function\s*\((\w+)\)\s*\{[^}]{0,400}?exports\[\2\]/g;

/**
 * Names that a CommonJS file exports, and the files that it re-exports, by the patterns that cjs-module-lexer knows. Text in comments
 * or strings may add a name that is then undefined.
 */
export function commonJsExports(source: string): { names: Set<string>; reexports: string[] } {
	const names = new Set<string>();
	for (const [, name = ''] of source.matchAll(ASSIGNMENT)) names.add(name);
	for (const [, , name = ''] of source.matchAll(QUOTED_ASSIGNMENT)) names.add(name);
	for (const [, , name = ''] of source.matchAll(DEFINITION)) names.add(name);
	const reexports = new Set<string>();
	for (const match of source.matchAll(OBJECT)) objectKeys(source, match.index + match[0].length, names, reexports);
	for (const pattern of [REEXPORT, EXPORT_STAR])
		for (const [, , specifier = ''] of source.matchAll(pattern)) reexports.add(specifier);
	for (const [, variable = ''] of source.matchAll(BABEL_STAR)) {
		const specifier = new RegExp(String.raw`\b${variable}\s*=\s*(?:\w+\()?require\(\s*['"]([^'"\\]+)['"]`).exec(source)?.[1];
		if (specifier) reexports.add(specifier);
	}
	return { names, reexports: [...reexports] };
}

/** Reads the keys of an object literal up to the first thing that is not a plain key: what cjs-module-lexer does. */
function objectKeys(source: string, start: number, names: Set<string>, reexports: Set<string>): void {
	const entry =
		/\s*(?:\/\*[^]*?\*\/\s*|\/\/[^\n]*\n\s*)*(?:\.\.\.require\(\s*['"]([^'"\\]+)['"]\s*\)|([A-Za-z_$][\w$]*)|(['"])([^'"\\]+)\3)\s*(,|\}|:\s*)/y;
	entry.lastIndex = start;
	for (let match = entry.exec(source); match; match = entry.exec(source)) {
		const [, spread, plain, , quoted, separator = ''] = match;
		if (spread) reexports.add(spread);
		const name = plain ?? quoted;
		if (name !== undefined) names.add(name);
		if (separator === '}') return;
		if (separator !== ',') {
			// A value that is an identifier or a member is followed by the next key; anything longer ends the scan.
			const value = /(?:[\w$.]+|'[^'\n]*'|"[^"\n]*")\s*(,|\})/y;
			value.lastIndex = entry.lastIndex;
			const found = value.exec(source);
			if (!found || found[1] === '}') return;
			entry.lastIndex = value.lastIndex;
		}
	}
}
