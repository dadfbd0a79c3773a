import { runToEnd } from '../../container/container';
import type { Failure } from '../../domain/check';
import { failureOf, reportOf, RUNNER_STALLED, tail, type Gate, type GateContext } from './gate';
import { readTestReport, type TestReport } from './test-report';
import reporter from './vitest-reporter.mjs?raw';

const FOLDER = '.tabsmith';
const REPORT = `${FOLDER}/tests.json`;
const REPORTER = `${FOLDER}/vitest-reporter.mjs`;
const TIMEOUT_MS = 300_000;
/** Runs of a test before it counts as failing for sure, the first one included. */
const RUNS = 3;
const MAX_FAILURES = 60;
/** So many tests do not fail by chance. */
const MAX_DOUBTFUL = 8;

/** The app's own tests pass, every criterion among them; their titles say which ones they prove. */
export const testsGate: Gate = async (context) => {
	const started = performance.now();
	context.progress('Running the tests');
	const first = await settled(context, await startedRun(context));
	if (!first.report)
		return reportOf('tests', started, {
			summary: first.why.slice(0, 300),
			log: first.log,
			failures: [failureOf('tests', first.isStalled ? RUNNER_STALLED : 'NO_REPORT', first.why)]
		});
	const { passed, total, provenCriteria } = first.report;
	const certain = await sortOutFlaky(context, first.report);
	const failures = [...certain, ...unproven(context, first.report)];
	const missing = failures.filter(({ code, file }) => code === 'UNPROVEN' && !file).length;
	const words = [
		passed === total && total > 0
			? total === 1
				? 'The test passes.'
				: `All ${total} tests pass.`
			: `${passed} of ${total} tests pass.`,
		...(missing ? [`${missing} ${missing === 1 ? 'criterion has' : 'criteria have'} no test.`] : [])
	];
	return reportOf('tests', started, {
		summary: words.join(' '),
		passed,
		failures: failures.slice(0, MAX_FAILURES),
		provenCriteria,
		log: first.log
	});
};

type TestRun = { log: string } & ({ report: TestReport } | { report?: undefined; why: string; isStalled?: boolean });

/** A run whose workers have started, which on a busy machine may take more than one try. */
async function startedRun(context: GateContext): Promise<TestRun> {
	for (let run = 1; ; run++) {
		const tried = await runTests(context, context.only ?? []);
		if (!tried.report || !hasNotStarted(tried.report)) return tried;
		const why = `The tests could not be started: ${tried.report.failures[0]?.message.slice(0, 200) ?? ''} The machine may be too busy; close what you do not need, and try again.`;
		if (run === RUNS) return { log: tried.log, why, isStalled: true };
		context.progress(`The tests did not start; trying again: ${run + 1} of ${RUNS}`);
	}
}

/** vitest gave up waiting for its own workers. @source vitest 4, pools/pool.ts */
const hasNotStarted = ({ total, failures }: TestReport) =>
	total === 0 && failures.length > 0 && failures.every(({ message }) => /\[vitest-pool\]: .*(?:start|respond)/.test(message));

/** Files whose hooks were not done in time are run once more by themselves: starting a database takes long on a busy machine. */
async function settled(context: GateContext, run: TestRun): Promise<TestRun> {
	const late =
		run.report?.failures.filter(({ code, message }) => code === 'SUITE' && /Hook timed out in \d+ms/.test(message)) ?? [];
	const files = late.flatMap(({ file }) => file ?? []);
	if (!run.report || !files.length) return run;
	context.progress('Running again what was not ready in time');
	const again = await runTests(context, files);
	return again.report ? { log: run.log, report: withAgain(run.report, again.report, new Set(late)) } : run;
}

function withAgain(first: TestReport, again: TestReport, late: ReadonlySet<Failure>): TestReport {
	return {
		passed: first.passed + again.passed,
		total: first.total + again.total,
		failures: [...first.failures.filter((failure) => !late.has(failure)), ...again.failures],
		provenCriteria: [...new Set([...first.provenCriteria, ...again.provenCriteria])],
		testOf: new Map([...first.testOf, ...again.testOf])
	};
}

/** @param only files or folders to run; all of them when empty */
async function runTests(context: GateContext, only: readonly string[]): Promise<TestRun> {
	const { container, signal } = context;
	await container.rm(REPORT);
	await container.writeFile(REPORTER, reporter);
	const run = await runToEnd(
		container,
		'node',
		['node_modules/vitest/vitest.mjs', 'run', ...only, '--reporter=default', `--reporter=./${REPORTER}`],
		{ signal, timeoutMs: TIMEOUT_MS, env: { CI: '1', TABSMITH_REPORT: REPORT } }
	);
	const log = tail(run.output);
	let text: string;
	try {
		text = await container.readFile(REPORT);
	} catch {
		const why = run.isTimedOut
			? `The tests did not end within ${TIMEOUT_MS / 1000} s.`
			: `vitest ended with ${run.exitCode} and no report: ${tail(run.output, 500)}`;
		return { log, why };
	}
	const report = readTestReport(text, context.files);
	if (run.exitCode !== 0 && !report.failures.length)
		report.failures.push(failureOf('tests', 'VITEST', `vitest ended with ${run.exitCode}: ${tail(run.output, 500)}`));
	return { log, report };
}

/** Runs what failed again, up to three runs in all: what passes without a change is flaky, which is the test's fault. */
async function sortOutFlaky(context: GateContext, report: TestReport): Promise<Failure[]> {
	if (report.testOf.size > MAX_DOUBTFUL) return report.failures;
	const files = [...new Set([...report.testOf.keys()].flatMap(({ file }) => file ?? []))];
	const passes = new Map<string, number>();
	for (let run = 2; run <= RUNS && files.length; run++) {
		context.progress(`Running what failed again: ${run} of ${RUNS}`);
		const again = await runTests(context, files);
		if (!again.report) break;
		const failing = new Set(again.report.testOf.values());
		const passed = [...report.testOf.values()].filter((test) => !failing.has(test));
		for (const test of passed) passes.set(test, (passes.get(test) ?? 0) + 1);
		// All fail again: that is certain enough.
		if (passes.size === 0) break;
	}
	return report.failures.map((failure) => {
		const passed = passes.get(report.testOf.get(failure) ?? '');
		if (!passed) return failure;
		const { message, gate: _gate, code: _code, fingerprint: _fingerprint, ...where } = failure;
		const what = `Flaky: failed in ${RUNS - passed} of ${RUNS} runs, and passed without a change when its file ran alone. ${message}`;
		return failureOf('tests', 'FLAKY', what, where);
	});
}

/** Criteria that no test names, once every test file could be run. */
function unproven({ criteria }: GateContext, { failures, provenCriteria }: TestReport): Failure[] {
	if (failures.some(({ code }) => code === 'SUITE' || code === 'SQL')) return [];
	const seen = new Set([...provenCriteria, ...failures.flatMap(({ message }) => message.match(/\bR\d+\.\d+\b/g) ?? [])]);
	return criteria
		.filter(({ id }) => !seen.has(id))
		.map(({ id, text }) =>
			failureOf('tests', 'UNPROVEN', `No test proves ${id}: ${text} Write one whose title starts with "${id}".`, {
				criterion: id
			})
		);
}
