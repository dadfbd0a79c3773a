import { runToEnd } from '../../container/container';
import { failureOf, reportOf, tail, type Gate } from './gate';

/** The project type-checks. */
export const typesGate: Gate = async (context) => {
	const started = performance.now();
	context.progress('Checking types');
	const run = await runToEnd(context.container, 'node', ['node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false'], {
		signal: context.signal,
		timeoutMs: 180_000
	});
	const failures = parseTypeErrors(run.output);
	if (run.exitCode !== 0 && failures.length === 0)
		failures.push(failureOf('types', 'TSC', `tsc ended with ${run.exitCode}: ${tail(run.output, 500)}`));
	return reportOf('types', started, {
		summary: failures.length ? `${failures.length} type error${failures.length === 1 ? '' : 's'}.` : 'Types are sound.',
		passed: failures.length ? 0 : 1,
		failures: failures.slice(0, 60),
		log: tail(run.output)
	});
};

/** Failures from tsc's plain output: `file(line,column): error TS1234: message`. */
export function parseTypeErrors(output: string) {
	return [...output.matchAll(/^(\S.*?)\((\d+),(\d+)\): error (TS\d+): (.*)$/gm)].map(
		([, file = '', line, , code = '', message = '']) =>
			failureOf('types', code, message, { file: file.replaceAll('\\', '/'), lineNumber: Number(line) })
	);
}
