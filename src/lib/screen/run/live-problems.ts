import type { PageError } from '../../container/container';
import { codeOf } from '../../domain/app-error';
import type { PreviewStatus } from '../../app/ports';
import type { ProblemView } from './run-view';

/** As much of an error as tells where it comes from, in UTF-16 code units. */
const MAX_EVIDENCE = 2000;

/** The live app, as far as it can be wrong. */
interface LiveApp {
	status: PreviewStatus;
	buildError: string;
	errors: readonly PageError[];
}

/** What is wrong with the live app as problems: why it does not start, what cannot be built, errors of its pages. Which file it is comes from their text. */
export function liveProblems({ status, buildError, errors }: LiveApp): ProblemView[] {
	const found = [
		...startProblems(status),
		...(buildError ? [problemOf('BUILD', firstLine(buildError), buildError)] : []),
		...errors.map(({ path, message, stack }) => problemOf('PAGE_ERROR', `${path}: ${firstLine(message)}`, `${message}\n${stack}`))
	];
	// Errors that differ below their first line look the same.
	return found.map((problem, index) => ({ ...problem, id: `live:${index}` }));
}

/** An engine that is gone is no fault of the app. */
function startProblems(status: PreviewStatus): ProblemView[] {
	if (status.state !== 'failed' || !OF_THE_APP.has(codeOf(status.error))) return [];
	return [problemOf(codeOf(status.error), status.error.message, status.log ?? '')];
}
const OF_THE_APP: ReadonlySet<string> = new Set(['START_FAILED', 'INSTALL_FAILED']);

function problemOf(code: string, message: string, text: string): ProblemView {
	const { path, lineNumber } = placeOf(text);
	const place = { ...(path ? { file: path } : {}), ...(lineNumber ? { lineNumber } : {}) };
	const evidence = `${message}\n${text}`.slice(0, MAX_EVIDENCE).trim();
	return {
		...{ id: `live:${code}:${message}`, gate: 'Preview', code, message, path, lineNumber },
		failure: { fingerprint: `live:${code}:${message}`, gate: 'smoke', code, message: evidence, ...place }
	};
}

/** The first that says something. */
export const firstLine = (text: string): string => text.split('\n').find((line) => line.trim()) ?? text;

/** The first file of the project that a text names, rather one with its line. */
function placeOf(text: string): { path?: string; lineNumber?: number } {
	const places = [...text.matchAll(/(?<![\w-])(src\/[\w./[\]-]+\.\w+)(\?[^\s:)]*)?(?::(\d+))?/g)].map(
		([, path, query, line]) => ({
			path: path ?? '',
			// A browser counts the lines of what the dev server made of a file.
			lineNumber: line && !query && !/https?:/.test(text) ? Number(line) : undefined
		})
	);
	const place = places.find(({ lineNumber }) => lineNumber) ?? places[0];
	return place ? { path: place.path, ...(place.lineNumber ? { lineNumber: place.lineNumber } : {}) } : {};
}
