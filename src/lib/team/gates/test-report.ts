import { z } from '../../domain/zod';
import { stripAnsi } from '../../container/container';
import type { Failure } from '../../domain/check';
import { filesImported, filesNamed, filesOfEndpoints, filesOfTables } from '../planning/suspect-files';
import { failureOf, type GateContext } from './gate';
import { shortDiff, shortMessage, testSource } from './test-evidence';

/** What vitest-reporter.mjs wrote, read into failures with their evidence. */

const errorSchema = z.object({
	name: z.string(),
	message: z.string(),
	diff: z.string().optional(),
	stack: z.string(),
	frames: z.array(z.object({ file: z.string(), line: z.number() }))
});
type TestError = z.infer<typeof errorSchema>;

const reportSchema = z.object({
	tests: z.array(z.object({ file: z.string(), title: z.string(), state: z.string(), errors: z.array(errorSchema) })),
	broken: z.array(z.object({ file: z.string(), errors: z.array(errorSchema) })),
	unhandled: z.array(errorSchema)
});

type ReadableFiles = GateContext['files'];

/** PostgreSQL does not understand what was sent, or knows no such table or column. @source its class 42 of error codes */
const REFUSED_SQL = /\bPostgreSQL 42\w{3}\b/;

export interface TestReport {
	passed: number;
	total: number;
	failures: Failure[];
	/** Ids of criteria of which a test passed and none failed. */
	provenCriteria: string[];
	/** Which test each failure is of, by file and title: the same in every run. */
	testOf: ReadonlyMap<Failure, string>;
}

/** @param text JSON of vitest-reporter.mjs */
export function readTestReport(text: string, files: ReadableFiles): TestReport {
	const { tests, broken, unhandled } = reportSchema.parse(JSON.parse(text));
	const failed = tests.filter(({ state }) => state === 'failed');
	const proven = new Set(tests.filter(({ state }) => state === 'passed').flatMap(({ title }) => criteriaIn(title)));
	for (const { title } of failed) for (const id of criteriaIn(title)) proven.delete(id);
	const testOf = new Map(
		failed.map((test) => {
			const path = projectPath(test.file, files);
			return [testFailure(path, test, files), `${path} ${test.title}`];
		})
	);
	const failures = [
		...broken.map(({ file, errors }) => suiteFailure(projectPath(file, files), errors, files)),
		...testOf.keys(),
		...unhandled.map((error) => unhandledFailure(error, files))
	];
	return {
		passed: tests.filter(({ state }) => state === 'passed').length,
		total: tests.filter(({ state }) => state === 'passed' || state === 'failed').length,
		failures,
		provenCriteria: [...proven],
		testOf
	};
}

/** Every criterion that a title names, in order. */
export function criteriaIn(title: string): string[] {
	return [...new Set(title.match(/\bR\d+\.\d+\b/g))];
}

function testFailure(path: string, test: { title: string; errors: TestError[] }, files: ReadableFiles): Failure {
	const [error] = test.errors;
	const lineNumber = error?.frames.find(({ file }) => projectPath(file, files) === path)?.line;
	const messages = test.errors.map(({ message, diff }) => `${message} ${diff ?? ''}`).join(' ');
	// A test of the frame that counts criteria names those without a test.
	const counted = criteriaIn(test.title).length ? [] : criteriaIn(messages);
	const [criterion] = [...criteriaIn(test.title), ...counted];
	const source = testSource(files.read(path) ?? '', { lineNumber, title: test.title });
	const code = REFUSED_SQL.test(messages) ? 'SQL' : counted.length ? 'UNPROVEN' : 'TEST';
	return failureOf('tests', code, `${test.title}: ${test.errors.map((error) => saidBy(error, files)).join('\n')}`, {
		file: path,
		...(lineNumber ? { lineNumber } : {}),
		...(criterion ? { criterion } : {}),
		...evidence(test.errors, path, files),
		...(source ? { source } : {})
	});
}

/** A test file that could not be loaded, or whose hooks failed. */
function suiteFailure(path: string, errors: TestError[], files: ReadableFiles): Failure {
	const message = errors.map((error) => saidBy(error, files)).join('\n') || 'The test file could not be loaded.';
	const code = REFUSED_SQL.test(message) ? 'SQL' : 'SUITE';
	return failureOf('tests', code, `${path} could not be run: ${message}`, { file: path, ...evidence(errors, path, files) });
}

/** An error that no test waited for: vitest fails, though every test passes. */
function unhandledFailure(error: TestError, files: ReadableFiles): Failure {
	const file = error.frames.map((frame) => projectPath(frame.file, files)).find((path) => files.read(path) !== undefined);
	return failureOf('tests', 'UNHANDLED', `An error that no test waits for: ${saidBy(error, files)}`, {
		...(file ? { file } : {}),
		...evidence([error], file ?? '', files)
	});
}

/** What a person reads of an error: its name, its message, and where it came from. */
function saidBy({ name, message, frames }: TestError, files: ReadableFiles): string {
	const short = shortMessage(message);
	const where = frames
		.map(({ file, line }) => ({ path: projectPath(file, files), line }))
		.filter(({ path }) => /^(?:src|migrations)\//.test(path) || files.read(path) !== undefined)
		.map(({ path, line }) => `${path}:${line}`)
		.slice(0, 4);
	const named = name && !short.startsWith(name) && name !== 'Error' ? `${name}: ${short}` : short;
	return where.length ? `${named}\n  at ${where.join(', ')}` : named;
}

function evidence(errors: readonly TestError[], path: string, files: ReadableFiles): Pick<Failure, 'suspects' | 'diff'> {
	const text = stripAnsi(errors.map(({ message, stack, diff }) => `${message}\n${diff ?? ''}\n${stack}`).join('\n'));
	const stacked = errors.flatMap(({ frames }) => frames.map(({ file }) => projectPath(file, files)));
	const suspects = [
		...stacked.filter((suspect) => suspect !== path && !/\.test\.tsx?$/.test(suspect)),
		...(REFUSED_SQL.test(text) ? filesOfTables(text, files) : []),
		...filesOfEndpoints(text, files),
		...filesNamed(text.replaceAll(/\S*\/(?=(?:src|migrations)\/)/g, '')),
		...filesImported(path, files)
	].filter((suspect) => files.read(suspect) !== undefined);
	const diff = errors.map((error) => shortDiff(error.diff)).find(Boolean);
	return { suspects: [...new Set(suspects)].slice(0, 20), ...(diff ? { diff } : {}) };
}

/** The path within the project: programs name files from the root of the disk. Of a file that is not there, where apps have theirs. */
export function projectPath(path: string, files: Pick<ReadableFiles, 'read'>): string {
	const parts = path
		.replace(/^file:\/\//, '')
		.replaceAll('\\', '/')
		.split('/')
		.filter((part) => part && part !== '.');
	for (let from = 0; from < parts.length; from++) {
		const rest = parts.slice(from).join('/');
		if (files.read(rest) !== undefined) return rest;
	}
	return path.replaceAll('\\', '/').replace(/^.*?\/(?=(?:src|tests|migrations)\/)/, '');
}
