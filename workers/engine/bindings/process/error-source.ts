import { parse } from 'acorn';
import type { AnyNode } from '../../modules/ast';
import { needsAwaitRewrite } from '../../modules/await-rewriter';
import type { Runtime } from '../../process/runtime';

/** Where an error was made, for the source line that `assert` prints. Columns are 0-based. */
export interface ErrorSource {
	sourceLine: string;
	scriptResourceName: string;
	lineNumber: number;
	startColumn: number;
}

/** An empty line: Node's lib then prints no source. */
const UNKNOWN: ErrorSource = { sourceLine: '', scriptResourceName: '', lineNumber: 0, startColumn: 0 };
const ASSERTING = /assert|^(ok|equal|strict)/i;

/** Reads the structured stack of an error (or of what `Error.captureStackTrace` filled) whose `stack` was not read before. */
export function errorSource(runtime: Runtime, error: { stack?: unknown }): ErrorSource {
	const site = firstSite(error);
	const name = site?.getScriptNameOrSourceURL() ?? '';
	const lineNumber = site?.getLineNumber() ?? 0;
	const source = sourceOf(runtime, name);
	const sourceLine = source?.split('\n')[lineNumber - 1];
	if (!site || source === undefined || sourceLine === undefined) return UNKNOWN;
	const startColumn = columnOf(source, {
		lineNumber,
		column: (site.getColumnNumber() ?? 1) - 1,
		isModule: name.startsWith('file:')
	});
	return startColumn === undefined ? UNKNOWN : { sourceLine, scriptResourceName: name, lineNumber, startColumn };
}

type Site = NodeJS.CallSite & { getScriptNameOrSourceURL(): string | undefined };

function firstSite(error: { stack?: unknown }): Site | undefined {
	const { prepareStackTrace } = Error;
	Error.prepareStackTrace = (_error, sites) => sites;
	const sites = error.stack;
	Error.prepareStackTrace = prepareStackTrace;
	return Array.isArray(sites) ? (sites[0] as Site | undefined) : undefined;
}

function sourceOf(runtime: Runtime, name: string): string | undefined {
	if (name === '[eval]') return runtime.cliOptions['--eval'] as string | undefined;
	const path = name.startsWith('file:') ? decodeURIComponent(new URL(name).pathname) : decodeURIComponent(name);
	if (!path.startsWith('/')) return undefined;
	const bytes = runtime.fs.readFile(path);
	return typeof bytes === 'number' ? undefined : new TextDecoder().decode(bytes);
}

/**
 * The call's column in the file. What runs is an edited text, whose columns differ in modules, beside awaits, and on the first line,
 * after the wrapper: there the first call on the line that looks like an assertion is taken.
 */
function columnOf(source: string, place: { lineNumber: number; column: number; isModule: boolean }): number | undefined {
	if (!place.isModule && place.lineNumber > 1 && !needsAwaitRewrite(source)) return place.column;
	const calls = callsOn(source, place.lineNumber);
	return (calls.find(({ name }) => ASSERTING.test(name)) ?? calls[0])?.column;
}

function callsOn(source: string, lineNumber: number): { name: string; column: number }[] {
	const text = source.startsWith('#!') ? `//${source.slice(2)}` : source;
	const calls: { name: string; column: number }[] = [];
	const visit = (node: unknown): void => {
		if (!node || typeof node !== 'object') return;
		if (Array.isArray(node)) return node.forEach(visit);
		const current = node as AnyNode;
		if (current.type === 'CallExpression') {
			const target = (current.callee.type === 'MemberExpression' ? current.callee.property : current.callee) as AnyNode;
			const { line, column } = target.loc.start as { line: number; column: number };
			if (line === lineNumber) calls.push({ name: text.slice(current.callee.start, current.callee.end), column });
		}
		for (const key in current) if (key !== 'loc') visit(current[key]);
	};
	for (const sourceType of ['module', 'script'] as const) {
		try {
			visit(parse(text, { ecmaVersion: 'latest', sourceType, locations: true, allowReturnOutsideFunction: true }));
			return calls.sort((a, b) => a.column - b.column);
		} catch {
			// The other kind of source, or none that can be shown.
		}
	}
	return [];
}
