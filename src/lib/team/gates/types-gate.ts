import { runToEnd } from '../../container/container';
import type { Failure } from '../../domain/check';
import { filesImported, filesNamed, resolveImport } from '../planning/suspect-files';
import { failureOf, reportOf, tail, type Gate, type GateContext } from './gate';

/** Checks the types of a project from its folder, in words that {@link parseTypeErrors} reads. */
export const TSC = ['node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false'];

/** The project type-checks. */
export const typesGate: Gate = async (context) => {
	const started = performance.now();
	context.progress('Checking types');
	const run = await runToEnd(context.container, 'node', TSC, {
		signal: context.signal,
		timeoutMs: 180_000
	});
	const failures = parseTypeErrors(run.output, context.files);
	if (run.exitCode !== 0 && failures.length === 0)
		failures.push(failureOf('types', 'TSC', `tsc ended with ${run.exitCode}: ${tail(run.output, 500)}`));
	return reportOf('types', started, {
		summary: failures.length ? `${failures.length} type error${failures.length === 1 ? '' : 's'}.` : 'Types are sound.',
		passed: failures.length ? 0 : 1,
		failures: failures.slice(0, 60),
		log: tail(run.output)
	});
};

/** Failures from tsc's plain output: `file(line,column): error TS1234: message`, with the lines that explain it. */
export function parseTypeErrors(output: string, files: GateContext['files'] = NO_FILES): Failure[] {
	const found = output.matchAll(/^(\S.*?)\((\d+),\d+\): error (TS\d+): (.*(?:\n +.*)*)/gm);
	return [...found].map(([, path = '', line, code = '', message = '']) => {
		const file = path.replaceAll('\\', '/');
		const lineNumber = Number(line);
		const source = linesAround(files.read(file), lineNumber);
		const suspects = [...modulesNamed(message, file, files), ...filesNamed(message), ...typesUsed(file, files)];
		return failureOf('types', code, message, {
			file,
			lineNumber,
			...(suspects.length ? { suspects: [...new Set(suspects)] } : {}),
			...(source ? { source } : {})
		});
	});
}

const NO_FILES: GateContext['files'] = { read: () => undefined, list: () => [] };
/** Lines of source shown before and after the one at fault. */
const CONTEXT_LINES = 2;

/** `Module '"./contract"' has no exported member` and the like: the other side may be wrong. */
function modulesNamed(message: string, file: string, files: GateContext['files']): string[] {
	return [...message.matchAll(/'"?(\.{1,2}\/[^'"]+)"?'/g)].map(([, name = '']) => resolveImport(file, name, files));
}

/** Contracts that the file is written against. */
function typesUsed(file: string, files: GateContext['files']): string[] {
	return filesImported(file, files).filter((path) => path.endsWith('/contract.ts'));
}

function linesAround(text: string | undefined, lineNumber: number): string | undefined {
	return text
		?.split('\n')
		.slice(Math.max(0, lineNumber - 1 - CONTEXT_LINES), lineNumber + CONTEXT_LINES)
		.join('\n');
}
