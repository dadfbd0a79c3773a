import { expect, test } from 'vitest';
import type { Failure, GateName } from '../../../src/lib/domain/check';
import type { PlannedTask, TaskKind } from '../../../src/lib/domain/task';
import { failureOf } from '../../../src/lib/team/gates/gate';
import { ANYBODY, routeFailures, type Asked } from '../../../src/lib/team/planning/failure-routing';

const task = (kind: TaskKind, role: string, writes: string[]): PlannedTask => ({
	id: `${kind}:books`,
	title: kind,
	role,
	kind,
	feature: 'books',
	needs: [],
	publishes: [],
	writes,
	criteria: ['R1.1'],
	estimate: 1
});
const FOLDER = 'src/features/books';
const TASKS = [
	task('schema', 'dba', ['migrations/*_books.sql']),
	task('api', 'backend', [`${FOLDER}/contract.ts`, `${FOLDER}/repo.ts`, `${FOLDER}/routes.ts`]),
	task('ui', 'frontend', [`${FOLDER}/*.tsx`, `!${FOLDER}/*.test.tsx`]),
	task('tests', 'qa', [`${FOLDER}/*.test.ts`, `${FOLDER}/*.test.tsx`])
];
const FROZEN = ['src/features/users/routes.ts', 'migrations/0001_core.sql'];

/** Who is asked, one after the other, when each of them answers as `hasChanged` says. */
function askedInTurn(failure: Failure, hasChanged: boolean): string[] {
	const asked: Asked[] = [];
	const roles: string[] = [];
	for (let turn = 0; turn < 10; turn++) {
		const facts = { tasks: TASKS, asked: new Map([[failure.fingerprint, asked]]), frozen: FROZEN };
		const owner = routeFailures([failure], facts).routes[0]?.task;
		if (!owner) return roles;
		roles.push(owner.id === ANYBODY ? `anybody (${owner.role})` : owner.role);
		asked.push({ taskId: owner.id, hasChanged });
	}
	throw new Error('There is no end to it.');
}

const failure = (gate: GateName, where: Partial<Failure>, code = 'X') => failureOf(gate, code, 'Something is wrong.', where);

test('a fault in a source file is its author’s, three times as long as they change something', () => {
	expect(askedInTurn(failure('types', { file: `${FOLDER}/contract.ts` }), true)).toEqual([
		'backend',
		'backend',
		'backend',
		'anybody (backend)'
	]);
});

test('who changed nothing is not asked again: whoever may write across features is', () => {
	expect(askedInTurn(failure('types', { file: `${FOLDER}/contract.ts` }), false)).toEqual(['backend', 'anybody (backend)']);
});

test('a failed expectation goes to the implementer, then to who wrote the test, then to the next suspects', () => {
	expect(askedInTurn(failure('tests', { file: `${FOLDER}/api.test.ts` }), false)).toEqual([
		'backend',
		'qa',
		'dba',
		'anybody (backend)'
	]);
	expect(askedInTurn(failure('tests', { file: `${FOLDER}/ui.test.tsx` }), false)).toEqual([
		'frontend',
		'qa',
		'backend',
		'dba',
		'anybody (frontend)'
	]);
});

test('what the stack, an endpoint or an import leads to comes before what is usual', () => {
	const suspects = ['migrations/0003_books.sql', 'src/server/db.ts'];
	expect(askedInTurn(failure('tests', { file: `${FOLDER}/ui.test.tsx`, suspects }), false).slice(0, 3)).toEqual([
		'dba',
		'qa',
		'frontend'
	]);
});

test('a frozen test is never an end: what it names is suspected, and without a name somebody may write all that is not frozen', () => {
	const named = failure('tests', { file: 'src/server/server.test.ts', suspects: [`${FOLDER}/routes.ts`] });
	expect(askedInTurn(named, false)).toEqual(['backend', 'anybody (backend)']);
	const nameless = failure('tests', { file: 'src/server/server.test.ts' });
	const facts = { tasks: TASKS, asked: new Map(), frozen: FROZEN };
	expect(routeFailures([nameless], facts).routes[0]?.task).toMatchObject({
		role: 'backend',
		writes: [
			...['src/features/**', 'src/pages/**', 'src/blocks/**', 'migrations/**'],
			'src/server/server.test.ts',
			...['!src/features/**/*.test.ts', '!src/features/**/*.test.tsx', '!src/pages/**/*.test.tsx'],
			...FROZEN.map((path) => `!${path}`)
		]
	});
});

test('a test that does not fit the types goes to its author first, then to the contract it was written against', () => {
	const suspects = [`${FOLDER}/contract.ts`];
	expect(askedInTurn(failure('types', { file: `${FOLDER}/api.test.ts`, suspects }), false).slice(0, 2)).toEqual([
		'qa',
		'backend'
	]);
});

test('flaky tests and criteria without a test are QA’s', () => {
	expect(askedInTurn(failure('tests', { file: `${FOLDER}/ui.test.tsx` }, 'FLAKY'), true)[0]).toBe('qa');
	expect(askedInTurn(failure('tests', { criterion: 'R1.1' }, 'UNPROVEN'), true)[0]).toBe('qa');
});

test('when everybody was asked, nobody is left', () => {
	const typeFailure = failure('types', { file: `${FOLDER}/contract.ts` });
	const asked = new Map([
		[
			typeFailure.fingerprint,
			[
				{ taskId: 'api:books', hasChanged: false },
				{ taskId: ANYBODY, hasChanged: false }
			]
		]
	]);
	expect(routeFailures([typeFailure], { tasks: TASKS, asked, frozen: FROZEN })).toEqual({ routes: [], exhausted: [typeFailure] });
});
