import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CheckReport } from '../../../src/lib/domain/check';
import { boot } from '../../../src/lib/team/gates/boot-gate';
import { reportOf, type Gate, type GateContext } from '../../../src/lib/team/gates/gate';
import { withoutKnown } from '../../../src/lib/team/gates/known-failures';
import { ownBuildGate, ownLintGate, ownTypesGate } from '../../../src/lib/team/gates/own/code';
import { ownBootGate } from '../../../src/lib/team/gates/own/live';
import { ownInstallGate } from '../../../src/lib/team/gates/own/packages';
import { opaqueFailure, placesIn, problemsIn } from '../../../src/lib/team/gates/own/problems';
import { fromJest, fromMocha } from '../../../src/lib/team/gates/own/test-formats';
import { ownTestsGate } from '../../../src/lib/team/gates/own/tests';
import { readTestReport } from '../../../src/lib/team/gates/test-report';
import { changeRouting } from '../../../src/lib/team/planning/change-routing';
import { plannedTaskSchema } from '../../../src/lib/domain/task';
import { Workspace } from '../../../src/lib/project/workspace';
import { NativeContainer } from '../support/native-container';

let container: NativeContainer;
beforeEach(async () => void (container = await NativeContainer.create()));
afterEach(() => container.dispose());

async function contextOf(files: Record<string, string>): Promise<GateContext> {
	for (const [path, text] of Object.entries(files)) await container.writeFile(path, text);
	return {
		container,
		probe: { open: async () => ({ status: 200, title: '', text: 'Hi', consoleErrors: [] }) },
		registry: { has: async () => true },
		...{ knownPackages: {}, pages: [], widths: [], criteria: [], frozen: new Set<string>(), app: {} },
		files: new Workspace(Object.entries(files)),
		signal: AbortSignal.timeout(60_000),
		progress: () => undefined
	};
}
const run = async (gate: Gate, files: Record<string, string>) => gate(await contextOf(files));
const json = (value: unknown) => ({ 'package.json': JSON.stringify(value) });
const script = (name: string, line: string) => json({ type: 'module', scripts: { [name]: line } });

describe("the checks of a project's own", () => {
	it('tell node:test apart by test, with file, line and what was expected', async () => {
		const report = await run(ownTestsGate, {
			...script('test', 'echo first && node --test'),
			'sum.js': 'export const sum = (a, b) => a - b;\n',
			'sum.test.js': `import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sum } from './sum.js';
describe('sum', () => {
	test('adds', () => {
		assert.equal(sum(1, 2), 3);
	});
	test('is zero', () => assert.equal(sum(0, 0), 0));
	test('later', { todo: true }, () => assert.fail('not yet'));
});
`,
			'broken.test.js': "import './nowhere.js';\n"
		});
		expect(report).toMatchObject({ ok: false, passed: 1, summary: '1 of 2 tests pass.' });
		const [broken, failed] = report.failures;
		expect(broken).toMatchObject({ code: 'SUITE', file: 'broken.test.js' });
		expect(failed).toMatchObject({ code: 'TEST', file: 'sum.test.js', lineNumber: 6, suspects: ['sum.js'] });
		expect(failed?.message).toMatch(/^sum > adds: .*Expected values to be strictly equal/s);
		expect(report.failures).toHaveLength(2);
	});

	it('are what scripts answer with, where nothing says more', async () => {
		expect(await run(ownTestsGate, script('test', 'node check.js'))).toMatchObject({
			ok: false,
			summary: 'npm test ended with 1.',
			failures: [{ code: 'SCRIPT' }]
		});
		expect(await run(ownTestsGate, { ...script('test', 'node check.js'), 'check.js': '' })).toMatchObject({
			ok: true,
			passed: 1,
			summary: 'npm test passes.'
		});
		expect(await run(ownBuildGate, script('build', 'node -e "process.exit(3)"'))).toMatchObject({
			summary: 'npm run build ended with 3.'
		});
	});

	it('that are not there neither fail nor prove anything', async () => {
		const placeholder = script('test', 'echo "Error: no test specified" && exit 1');
		for (const gate of [ownTestsGate, ownLintGate, ownTypesGate, ownBuildGate, ownBootGate])
			expect(await run(gate, placeholder)).toMatchObject({ ok: true, passed: 0, isAbsent: true, failures: [] });
		expect(await run(ownInstallGate, { 'index.html': '' })).toMatchObject({ isAbsent: true });
	});

	it('name each place that a linter or a compiler complains of', async () => {
		const said = [
			'src/a.js',
			'  2:7   error    x is not used  no-unused-vars',
			'  9:1   warning  fine',
			'',
			'src/b.ts(4,2): error TS1: No.'
		];
		const report = await run(ownLintGate, {
			...script('lint', 'node lint.cjs'),
			...{ 'src/a.js': '', 'src/b.ts': '' },
			'lint.cjs': `console.log(${JSON.stringify(said.join('\n'))}); process.exit(1);`
		});
		expect(report.failures.map(({ file, lineNumber, message }) => [file, lineNumber, message])).toEqual([
			['src/a.js', 2, 'x is not used  no-unused-vars'],
			['src/b.ts', 4, 'src/b.ts(4,2): error TS1: No.']
		]);
	});

	it('say that an app does not listen, and end it', async () => {
		const context = await contextOf(script('dev', 'node -e "setInterval(() => 0, 1000)"'));
		const report = await boot(context, { command: 'npm', args: ['run', 'dev'] }, 2000);
		expect(report).toMatchObject({ ok: false, summary: 'The app did not listen within 2 s.', failures: [{ code: 'BOOT' }] });
	});

	it('install a project of another package manager with npm, and say so; no lock file is left', async () => {
		const report = await run(ownInstallGate, { ...json({ name: 'a' }), 'pnpm-lock.yaml': '' });
		expect(report.summary).toBe('Packages are installed. The project is made with pnpm; here npm installs it.');
		expect((await container.readdir('.')).map(({ name }) => name)).not.toContain('package-lock.json');
	});
});

it('reports of jest and mocha are read test by test', () => {
	const files = new Workspace([
		['test/a.test.js', "test('adds', () => {});"],
		['test/b.test.js', '']
	]);
	const stack = 'Error: expected 3\n    at Object.<anonymous> (/home/x/test/a.test.js:4:9)';
	const jest = {
		testResults: [
			{
				name: '/home/x/test/a.test.js',
				message: '',
				assertionResults: [
					{ ancestorTitles: ['sum'], title: 'adds', status: 'failed', failureMessages: [stack] },
					{ ancestorTitles: [], title: 'works', status: 'passed', failureMessages: [] },
					{ ancestorTitles: [], title: 'waits', status: 'pending', failureMessages: [] }
				]
			},
			{ name: '/home/x/test/b.test.js', message: 'SyntaxError: no', assertionResults: [] }
		]
	};
	const read = readTestReport(fromJest(JSON.stringify(jest)), files);
	expect(read).toMatchObject({ passed: 1, total: 2 });
	expect(read.failures.map(({ code, file, lineNumber }) => [code, file, lineNumber])).toEqual([
		['SUITE', 'test/b.test.js', undefined],
		['TEST', 'test/a.test.js', 4]
	]);
	const mocha = {
		tests: [
			{ fullTitle: 'sum adds', file: '/home/x/test/a.test.js', err: { message: 'expected 3', stack } },
			{ fullTitle: 'ok', err: {} }
		]
	};
	expect(readTestReport(fromMocha(JSON.stringify(mocha)), files)).toMatchObject({
		passed: 1,
		total: 2,
		failures: [{ file: 'test/a.test.js' }]
	});
});

describe('what failed before', () => {
	const files = new Workspace([['a.js', '']]);
	const report = (failures: CheckReport['failures']) => reportOf('review', 0, { summary: 'Bad.', failures });
	const problems = (text: string) => problemsIn('review', text, files);
	it('is left out as often as it was there', () => {
		const before = report(problems('a.js:1:1 one\na.js:5:1 two'));
		const now = withoutKnown(report(problems('a.js:3:1 one\na.js:4:1 one\na.js:9:1 two')), [before]);
		expect(now).toMatchObject({ ok: false, failed: 1, summary: 'Bad. 2 problems were there before this as well.' });
		expect(now.failures.map(({ lineNumber }) => lineNumber)).toEqual([4]);
		expect(now.known).toHaveLength(2);
		expect(withoutKnown(report([]), [before])).toMatchObject({ ok: true, summary: 'Bad.' });
		expect(withoutKnown(before, []).failures).toHaveLength(2);
	});
	it('without a word where, covers all of its check', () => {
		const opaque = opaqueFailure('review', { code: 'SCRIPT', why: 'npm run lint ended with 2', output: 'boom' }, files);
		const now = withoutKnown(report(problems('a.js:3:1 one')), [report([opaque])]);
		expect(now).toMatchObject({
			ok: true,
			failures: [],
			summary: 'Bad. It failed before this as well; what is new there cannot be told.'
		});
	});
});

it('files are found in stacks and messages wherever the project lies', () => {
	const files = new Workspace([
		['lib/a.mjs', ''],
		['pages/[id].vue', '']
	]);
	const text = 'at file:///home/p/lib/a.mjs:3:1, in /x/node_modules/lib/a.mjs:1:1, ./pages/[id].vue and e.g. that';
	expect(placesIn(text, files)).toEqual([{ path: 'lib/a.mjs', lineNumber: 3 }, { path: 'pages/[id].vue' }]);
});

describe('a failure in a project that was made elsewhere', () => {
	const step = (number: number, request: string, ...writes: string[]) =>
		plannedTaskSchema.parse({
			...{ id: `${request}/${number}`, title: 'Step', role: 'backend', kind: 'change', request },
			...{ needs: [], publishes: [], writes }
		});
	const tasks = [step(1, 'request-2', 'app.js'), step(1, 'request-3', 'store.js'), step(2, 'request-3', 'a.test.js', 'docs/**')];
	const files = new Workspace([
		['app.js', "import './store.js';"],
		['store.js', ''],
		['a.test.js', "const app = require('./app');"],
		['other.js', '']
	]);
	const routing = changeRouting(files);
	const failure = (part: object) => ({ gate: 'tests' as const, code: 'TEST', message: 'no', fingerprint: 'f', ...part });
	const ids = (part: object) => routing.suspects(failure(part), tasks).map(({ id }) => id);
	it('goes to the steps of the latest request, by what they write and what that is imported by', () => {
		expect(ids({ file: 'a.test.js' })).toEqual(['request-3/1', 'request-3/2']);
		expect(ids({ file: 'a.test.js', code: 'SUITE' })).toEqual(['request-3/2', 'request-3/1']);
		expect(ids({ file: 'other.js', gate: 'review' })).toEqual(['request-3/2']);
		expect(ids({})).toEqual(['request-3/2']);
	});
	it('is repaired in the files of the change and those that it names', () => {
		const [task] = tasks.slice(1);
		if (!task) throw new Error('no task');
		const failures = [failure({ file: 'other.js', suspects: ['app.js', 'gone.js'] })];
		expect(routing.writes({ task, failures }, tasks)).toEqual(['store.js', 'a.test.js', 'docs/**', 'other.js', 'app.js']);
	});
});
