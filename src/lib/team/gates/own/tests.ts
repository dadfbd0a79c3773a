import type { Container } from '../../../container/container';
import type { Failure } from '../../../domain/check';
import type { TestRunner } from '../../../project/project-kind';
import { failureOf, reportOf, tail, type Gate, type GateContext } from '../gate';
import { readTestReport, type TestReport } from '../test-report';
import vitestReporter from '../vitest-reporter.mjs?raw';
import nodeReporter from './node-test-reporter.mjs?raw';
import { absent, failuresOf, kindOf, runCommand, scriptCommand, type ScriptRun } from './scripts';
import { fromJest, fromMocha } from './test-formats';

/** The project's own tests, by its own script; test by test where the runner can say so. */

/** Where no linter and no other tool of a project looks. */
const FOLDER = 'node_modules/.tabsmith';
const REPORT = `${FOLDER}/tests.json`;
/** What vitest writes by itself, for versions that know no reporter of ours. */
const OWN_REPORT = `${FOLDER}/tests-own.json`;
const REPORTER = `${FOLDER}/reporter.mjs`;
const TIMEOUT_MS = 300_000;
const MAX_FAILURES = 60;
const NONE_FOUND = /no tests? (?:files? )?found/i;

/** How a runner is brought to write down what it finds. */
interface Recipe {
	/** Handed on to the script's last command. */
	args?: readonly string[];
	env?: Record<string, string>;
	reporter?: string;
	/** What it wrote, and how that is read; the first file that is there counts. */
	reports: readonly (readonly [path: string, read: (text: string) => string])[];
}

const asItIs = (text: string) => text;
const RECIPES: Readonly<Record<TestRunner, Recipe>> = {
	vitest: {
		args: ['--run', '--reporter=default', `--reporter=./${REPORTER}`, '--reporter=json', `--outputFile.json=${OWN_REPORT}`],
		env: { TABSMITH_REPORT: REPORT },
		reporter: vitestReporter,
		reports: [
			[REPORT, asItIs],
			[OWN_REPORT, fromJest]
		]
	},
	node: {
		// Options of Node stand before its script, where nothing can be handed on to.
		env: {
			NODE_OPTIONS: [
				...['--test-reporter=spec', '--test-reporter-destination=stdout'],
				...[`--test-reporter=./${REPORTER}`, `--test-reporter-destination=${REPORT}`]
			].join(' ')
		},
		reporter: nodeReporter,
		reports: [[REPORT, asItIs]]
	},
	jest: { args: ['--json', `--outputFile=${REPORT}`], reports: [[REPORT, fromJest]] },
	mocha: { args: ['--reporter', 'json', '--reporter-option', `output=${REPORT}`], reports: [[REPORT, fromMocha]] },
	other: { reports: [] }
};

export const ownTestsGate: Gate = async (context) => {
	const started = performance.now();
	const { tests } = kindOf(context).checks;
	if (!tests) return absent('tests', 'The project has no tests.');
	context.progress('Running the tests');
	const recipe = RECIPES[tests.runner];
	await prepare(context.container, recipe);
	const command = scriptCommand(tests.script, recipe.args);
	const run = await runCommand(context, { ...command, timeoutMs: TIMEOUT_MS, ...(recipe.env ? { env: recipe.env } : {}) });
	const report = run.isTimedOut ? undefined : await reportBy(recipe, context);
	const isNoneThere = run.exitCode !== 0 && (report?.total ?? 0) === 0 && !report?.failures.length && NONE_FOUND.test(run.output);
	if (isNoneThere) return absent('tests', 'The project has no tests yet.');
	const failures = report ? failuresIn(report, run) : failuresOf('tests', run, context);
	return reportOf('tests', started, {
		summary: report ? summaryOf(report) : run.exitCode === 0 ? `${command.words} passes.` : `${run.words}.`,
		passed: report?.passed ?? (failures.length ? 0 : 1),
		failures: failures.slice(0, MAX_FAILURES),
		log: tail(run.output)
	});
};

async function prepare(container: Container, { reporter, reports }: Recipe): Promise<void> {
	for (const [path] of reports) await container.rm(path);
	await container.mkdir(FOLDER);
	if (reporter) await container.writeFile(REPORTER, reporter);
}

/** Undefined when none was written that can be read: the exit code then says all there is. */
async function reportBy({ reports }: Recipe, { container, files }: GateContext): Promise<TestReport | undefined> {
	for (const [path, read] of reports) {
		try {
			return readTestReport(read(await container.readFile(path)), files);
		} catch {
			// Not there, or of another version: the next one may be.
		}
	}
	return undefined;
}

/** A runner may fail though every test passes, as where too little is covered. */
function failuresIn({ failures }: TestReport, { exitCode, words, output }: ScriptRun): Failure[] {
	if (exitCode === 0 || failures.length) return failures;
	return [failureOf('tests', 'SCRIPT', `${words}, though no test fails. ${tail(output.trim(), 800)}`)];
}

function summaryOf({ passed, total }: TestReport): string {
	if (total > 0 && passed === total) return total === 1 ? 'The test passes.' : `All ${total} tests pass.`;
	return `${passed} of ${total} tests pass.`;
}
