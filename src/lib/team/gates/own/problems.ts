import type { Failure, GateName } from '../../../domain/check';
import type { ReadableFiles } from '../../planning/suspect-files';
import { failureOf, tail } from '../gate';
import { projectPath } from '../test-report';

/** From what a project's own programs print to failures with their files: compilers, linters and stacks all name `file:line`. */

/** Codes of failures that say no more than that a check failed. Where one failed so before a change, what is new there cannot be told. */
export const OPAQUE_CODES: ReadonlySet<string> = new Set([
	'SCRIPT',
	'TIMEOUT',
	'BOOT',
	'INSTALL',
	'BAD_MANIFEST',
	'START_FAILED'
]);

const MAX_PROBLEMS = 60;
/** `file:12:3`, `file(12,3)`, or `file` alone. */
const PLACE = /((?:file:\/\/)?[\w@./\\[\]+~-]*[\w\])]\.[a-z]\w{0,7})(?:[:(](\d+)(?:[:,]\d+)?\)?)?/gi;
/** A line of ESLint's below the name of its file. */
const BELOW_ITS_FILE = /^\s+(\d+):\d+\s+(error|warning)\s+(\S.*)$/;
const HARMLESS = /\bwarn(?:ing)?\b/i;

export interface Place {
	path: string;
	/** 1-based. */
	lineNumber?: number;
}

/** Files of the project that a text names, each once and in order. */
export function placesIn(text: string, files: Pick<ReadableFiles, 'read'>): Place[] {
	const places = new Map<string, Place>();
	for (const [, name = '', line] of text.matchAll(PLACE)) {
		if (name.includes('node_modules')) continue;
		const path = projectPath(name, files);
		if (places.has(path) || files.read(path) === undefined) continue;
		places.set(path, { path, ...(line ? { lineNumber: Number(line) } : {}) });
	}
	return [...places.values()];
}

/** Each line that names a place in the project, or that stands below the name of a file, as a failure. */
export function problemsIn(gate: GateName, output: string, files: ReadableFiles): Failure[] {
	const found = new Map<string, Failure>();
	let file: string | undefined;
	for (const line of output.split('\n')) {
		const failure = problemOf(gate, line, { file, files });
		if (failure && !found.has(`${failure.fingerprint}:${failure.lineNumber}`))
			found.set(`${failure.fingerprint}:${failure.lineNumber}`, failure);
		const [place] = placesIn(line, files);
		if (place) file = isPlaceAlone(line) ? place.path : undefined;
		else if (!line.trim()) file = undefined;
	}
	return [...found.values()].slice(0, MAX_PROBLEMS);
}

function problemOf(
	gate: GateName,
	line: string,
	{ file, files }: { file: string | undefined; files: ReadableFiles }
): Failure | undefined {
	const [, lineBelow, severity, text = ''] = BELOW_ITS_FILE.exec(line) ?? [];
	if (file && lineBelow)
		return severity === 'error' ? failureOf(gate, 'PROBLEM', text.trim(), { file, lineNumber: Number(lineBelow) }) : undefined;
	const [place] = placesIn(line, files);
	if (!place?.lineNumber || HARMLESS.test(line)) return undefined;
	const { path, lineNumber } = place;
	return failureOf(gate, 'PROBLEM', line.trim(), { file: path, lineNumber });
}

function isPlaceAlone(line: string): boolean {
	return !line.trim().includes(' ');
}

/** That a command failed, with the end of what it said and the files that this names. */
export function opaqueFailure(
	gate: GateName,
	{ code, why, output }: { code: 'SCRIPT' | 'TIMEOUT' | 'INSTALL'; why: string; output: string },
	files: ReadableFiles
): Failure {
	const [first, ...others] = placesIn(output, files).map(({ path }) => path);
	const where = first ? { file: first, ...(others.length ? { suspects: others.slice(0, 20) } : {}) } : {};
	return failureOf(gate, code, `${why}. ${tail(output.trim(), 1200)}`, where);
}
