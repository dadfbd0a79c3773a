import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunState } from '../../src/lib/log/state';
import { changeImported, importedFixture } from '../unit/support/imported-project';

/** Projects that were made elsewhere are changed by recorded minds, and checked by real programs: npm, node:test, vitest, vite. */

const gates = ({ gates }: RunState) => Object.fromEntries(Object.values(gates).map(({ name, status }) => [name, status]));

const port = process.env.PORT;
// Where no other server of this machine listens.
beforeAll(() => void (process.env.PORT = '3877'));
afterAll(() => void (port === undefined ? delete process.env.PORT : (process.env.PORT = port)));

describe('a project that was made elsewhere is changed by the team', () => {
	it('an Express API gets an endpoint with its test', async () => {
		const before = importedFixture('express-notes');
		const { state, changed, files } = await changeImported(before, {
			mind: 'express-notes',
			wish: 'Let me ask for the open notes'
		});
		expect(state.failures).toEqual([]);
		expect(state.phase).toBe('done');
		expect(changed).toEqual(['routes/notes.js', 'test/notes.test.js']);
		expect(files['routes/notes.js']).toContain("router.get('/open'");
		expect(gates(state)).toEqual({
			...{ package: 'passed', install: 'passed', review: 'absent', types: 'absent', tests: 'passed' },
			...{ boot: 'passed', smoke: 'passed', build: 'absent' }
		});
		expect(state.summary).toBe('All 3 tests pass. The app answers (404 at /). Not there: linter, types, build.');
		expect(state.checks.filter(({ gate, scope }) => gate === 'tests' && scope).map(({ summary }) => summary)).toEqual([
			'Before the change: All 2 tests pass.'
		]);
	});

	it('a Vue app gets a filter with its test', async () => {
		const before = importedFixture('vue-books');
		const { state, changed } = await changeImported(before, { mind: 'vue-books', wish: 'Let me filter the books' });
		expect(state.failures).toEqual([]);
		expect(state.phase).toBe('done');
		expect(changed).toEqual(['src/BookList.test.js', 'src/BookList.vue']);
		expect(gates(state)).toMatchObject({ tests: 'passed', boot: 'passed', smoke: 'passed', build: 'passed', types: 'absent' });
		expect(state.summary).toBe('All 2 tests pass. The page opens without an error. Not there: linter, types.');
	});

	it('a static page says something else', async () => {
		const before = importedFixture('static-cafe');
		const { state, changed, files } = await changeImported(before, { mind: 'static-cafe', wish: 'We close on Mondays' });
		expect(state.failures).toEqual([]);
		expect(state.phase).toBe('done');
		expect(changed).toEqual(['index.html']);
		expect(files['index.html']).toBe(before['index.html']?.replace('every day', 'Tuesday to Sunday'));
		expect(gates(state)).toMatchObject({ install: 'absent', tests: 'absent', boot: 'passed', smoke: 'passed', build: 'absent' });
		expect(state.summary).toBe(
			'The project has no tests. The page opens without an error. Not there: packages, linter, types, build.'
		);
	});
});

const reply = (task: string, turn: number, name: string, args: unknown) => ({
	...{ task, turn, content: '' },
	tool_calls: [{ name, arguments: args }]
});
const finish = (task: string, turn: number, summary: string) => reply(task, turn, 'finish', { summary });
const EXPRESS = { mind: 'express-notes', wish: 'Let me ask for the open notes' };
/** The first step sorts the notes as well, which no test expects. */
const SLIP = [
	reply('change-2/1', 0, 'edit_file', {
		path: 'routes/notes.js',
		old: "router.get('/', (request, response) => response.json(store.list()));",
		new: "router.get('/', (request, response) => response.json(store.list().toReversed()));\n  router.get('/open', (request, response) => response.json(store.list().filter(({ isDone }) => !isDone)));"
	})
];

describe('what a change breaks', () => {
	it('is repaired by the agent of the step that wrote it', async () => {
		const before = importedFixture('express-notes');
		const mend = reply('fix-1', 0, 'edit_file', { path: 'routes/notes.js', old: '.toReversed()', new: '' });
		const { state, files, changed } = await changeImported(before, {
			...EXPRESS,
			slips: [...SLIP, mend, finish('fix-1', 1, 'The notes come in their order again.')]
		});
		expect(state.phase).toBe('done');
		expect(changed).toEqual(['routes/notes.js', 'test/notes.test.js']);
		expect(files['routes/notes.js']).not.toContain('toReversed');
		expect(state.summary).toContain('All 3 tests pass.');
		expect(state.summary).toContain('backend about the test "notes > lists all notes": changed routes/notes.js.');
		const fix = state.tasks.find(({ id }) => id === 'fix-1');
		expect(fix).toMatchObject({ role: 'backend', request: 'request-2', writes: expect.arrayContaining(['test/notes.test.js']) });
		expect(state.repairs[0]?.failures[0]).toMatchObject({
			file: 'test/notes.test.js',
			lineNumber: expect.any(Number),
			suspects: expect.arrayContaining(['app.js'])
		});
	});

	it('of its packages is installed, and their lock file goes with it', async () => {
		const before = importedFixture('express-notes');
		const content = before['package.json']?.replace('"express"', '"isarray": "2.0.5",\n    "express"') ?? '';
		const { state, changed, files } = await changeImported(before, { ...EXPRESS, slips: oneFile('package.json', content) });
		expect(state.phase).toBe('done');
		expect(changed).toEqual(['package-lock.json', 'package.json']);
		expect(files['package-lock.json']).toContain('"isarray": "2.0.5"');
	});

	it('and nobody repairs is told by name, and the change is kept', async () => {
		const before = importedFixture('express-notes');
		const { state, files } = await changeImported(before, { ...EXPRESS, slips: SLIP });
		expect(state.phase).toBe('incomplete');
		expect(state.summary).toContain('tests: 2 of 3 tests pass.');
		expect(state.failures.map(({ message }) => message.split('\n')[0])).toEqual([
			expect.stringContaining('notes > lists all notes')
		]);
		expect(files['routes/notes.js']).toContain("router.get('/open'");
	});

	it('is told apart from what failed before, which nobody is asked about', async () => {
		const before = importedFixture('express-notes');
		const tests = before['test/notes.test.js']?.replace("'Water the plants']", "'Feed the cat']") ?? '';
		const files = { ...before, 'test/notes.test.js': tests };
		const { state, changed } = await changeImported(files, EXPRESS);
		expect(state.phase).toBe('done');
		expect(changed).toEqual(['routes/notes.js', 'test/notes.test.js']);
		expect(state.repairs).toEqual([]);
		expect(state.failures).toEqual([]);
		expect(state.summary).toContain('2 of 3 tests pass. 1 test failed before this as well.');
	});
});

/** A team that writes one file, whatever the project is. */
const oneFile = (path: string, content: string) => [
	reply('change-2', 0, 'submit_change', {
		...{ kind: 'change', reply: `It will write ${path}.` },
		steps: [{ title: 'Write it', role: 'backend', what: 'Write it.', files: [path] }]
	}),
	reply('change-2/1', 0, 'write_file', { path, content }),
	finish('change-2/1', 1, 'It is written.')
];

describe('a project that lacks something', () => {
	const change = (files: Record<string, string>, slips = oneFile('notes.txt', 'Hello.\n')) =>
		changeImported(files, { mind: 'static-cafe', wish: 'Write it', slips });

	it('as a package.json that can be read is changed all the same, and that it was broken is told', async () => {
		const { state, changed } = await change({ 'package.json': '{ "scripts": ' });
		expect(state.phase).toBe('done');
		expect(changed).toEqual(['notes.txt']);
		expect(state.gates.package.summary).toBe(
			'package.json is no valid JSON. It failed before this as well; what is new there cannot be told.'
		);
		expect(state.summary).toContain('package.json is no valid JSON');
	});

	it('as scripts has nothing that fails and nothing that is proven', async () => {
		const { state } = await change({ 'package.json': '{"name":"tool"}', 'tool.js': 'console.log(1);\n' });
		expect(state.phase).toBe('done');
		expect(state.summary).toBe(
			'The project has no tests. The app does not run: nothing was looked at. Not there: linter, types, an app that starts, build.'
		);
		expect(Object.values(state.gates).flatMap(({ report }) => report?.provenCriteria ?? [])).toEqual([]);
	});

	it('as all but a word of what it is gets its first page', async () => {
		const { state, files } = await change(
			{ 'README.md': 'Soon.\n' },
			oneFile('index.html', '<!doctype html><title>New</title><h1>New</h1>')
		);
		expect(state.phase).toBe('done');
		expect(files['index.html']).toContain('New');
		expect(state.summary).toContain('The page opens without an error.');
	});

	it('as tests, until the change brings a package.json that is broken: that is told, and kept', async () => {
		const { state, files } = await change({ 'package.json': '{}' }, oneFile('package.json', '{'));
		expect(state.phase).toBe('incomplete');
		expect(state.summary).toContain('package.json is no valid JSON.');
		expect(files['package.json']).toBe('{');
	});
});
