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
});
