import type { PageError } from '../../container/container';
import type { ProblemView } from './run-view';

/** Errors of the live app as problems, what cannot be built first. Which file it is comes from their text. */
export function liveProblems({ buildError, errors }: { buildError: string; errors: readonly PageError[] }): ProblemView[] {
	const broken: ProblemView[] = buildError
		? [{ id: 'live:build', gate: 'Preview', code: 'BUILD', message: firstLine(buildError), ...placeOf(buildError) }]
		: [];
	return [
		...broken,
		...errors.map((error, index): ProblemView => ({
			id: `live:${index}`,
			gate: 'Preview',
			code: 'PAGE_ERROR',
			message: `${error.path}: ${firstLine(error.message)}`,
			...placeOf(`${error.message}\n${error.stack}`)
		}))
	];
}

const firstLine = (text: string): string => text.split('\n').find((line) => line.trim()) ?? text;

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
