import { z } from '../../domain/zod';
import { runToEnd, stripAnsi } from '../../container/container';
import type { Failure } from '../../domain/check';
import { failureOf, reportOf, tail, type Gate } from './gate';

const REPORT = '.tabsmith/tests.json';

const vitestSchema = z.object({
	numTotalTests: z.number(),
	numPassedTests: z.number(),
	testResults: z.array(
		z.object({
			name: z.string(),
			status: z.string(),
			message: z.string().optional(),
			assertionResults: z.array(
				z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() })
			)
		})
	)
});

/** The app's own tests pass; their titles say which criteria they prove. */
export const testsGate: Gate = async (context) => {
	const started = performance.now();
	context.progress('Running the tests');
	await context.container.rm(REPORT);
	const run = await runToEnd(
		context.container,
		'node',
		['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`],
		{ signal: context.signal, timeoutMs: 300_000, env: { CI: '1' } }
	);
	const log = tail(run.output);
	let text: string;
	try {
		text = await context.container.readFile(REPORT);
	} catch {
		const why = run.isTimedOut
			? 'The tests did not end in time.'
			: `vitest ended with ${run.exitCode} and no report: ${tail(run.output, 500)}`;
		return reportOf('tests', started, { summary: why.slice(0, 300), log, failures: [failureOf('tests', 'NO_REPORT', why)] });
	}
	const { passed, total, failures, provenCriteria } = parseTestReport(text);
	return reportOf('tests', started, {
		summary: failures.length ? `${passed} of ${total} tests pass.` : `All ${total} tests pass.`,
		passed,
		failures: failures.slice(0, 60),
		provenCriteria,
		log
	});
};

/** Counts, failures and proven criteria from vitest's JSON report. */
export function parseTestReport(text: string): { passed: number; total: number; failures: Failure[]; provenCriteria: string[] } {
	const report = vitestSchema.parse(JSON.parse(text));
	const failures: Failure[] = [];
	const proven = new Set<string>();
	for (const file of report.testResults) {
		const path = projectPath(file.name);
		if (file.status === 'failed' && !file.assertionResults.length)
			failures.push(
				failureOf('tests', 'SUITE', stripAnsi(file.message ?? 'The test file could not be loaded.'), {
					file: blame(file.message ?? '', path)
				})
			);
		for (const test of file.assertionResults) {
			const criterion = /\bR\d+\.\d+\b/.exec(test.fullName)?.[0];
			if (test.status === 'passed' && criterion) proven.add(criterion);
			if (test.status !== 'failed') continue;
			const message = stripAnsi(`${test.fullName}: ${(test.failureMessages ?? []).join('\n')}`);
			failures.push(failureOf('tests', 'TEST', message, { file: blame(message, path), ...(criterion ? { criterion } : {}) }));
		}
	}
	for (const failure of failures) if (failure.criterion) proven.delete(failure.criterion);
	return { passed: report.numPassedTests, total: report.numTotalTests, failures, provenCriteria: [...proven] };
}

/** The first file of a feature or migration in the stack that is no test; else the test itself. */
function blame(stack: string, testPath: string): string {
	const frames = [...stack.matchAll(/((?:src\/features\/|migrations\/)[\w./-]+\.(?:tsx?|sql))/g)].map((match) => match[1] ?? '');
	return frames.find((path) => !/\.test\.tsx?$/.test(path)) ?? testPath;
}

function projectPath(path: string): string {
	return path.replaceAll('\\', '/').replace(/^.*?\/(?=(?:src|tests|migrations)\/)/, '');
}
