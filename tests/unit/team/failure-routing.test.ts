import { expect, test } from 'vitest';
import type { PlannedTask, TaskKind } from '../../../src/lib/domain/task';
import { failureOf } from '../../../src/lib/team/gates/gate';
import { routeFailures } from '../../../src/lib/team/planning/failure-routing';

const task = (kind: TaskKind, role: string, writes: string[]): PlannedTask => ({
	id: `${kind}:books`,
	title: kind,
	role,
	kind,
	feature: 'books',
	needs: [],
	publishes: [],
	writes,
	criteria: [],
	estimate: 1
});
const TASKS = [
	task('schema', 'dba', ['migrations/*_books.sql']),
	task('api', 'backend', ['src/features/books/{contract,repo,routes}.ts', 'src/features/books/contract.ts']),
	task('ui', 'frontend', ['src/features/books/*.page.tsx']),
	task('tests', 'qa', ['src/features/books/*.test.ts', 'src/features/books/*.test.tsx'])
];

/** Who gets a failure of a file at its first, second and third time. */
function ownersOf(gate: 'types' | 'tests', file: string): string[] {
	const failure = failureOf(gate, 'X', 'Something is wrong.', { file });
	return [0, 1, 2].map(
		(tries) => routeFailures([failure], TASKS, { [failure.fingerprint]: tries }).routes[0]?.task.role ?? 'nobody'
	);
}

test('a fault in a source file is its author’s', () => {
	expect(ownersOf('types', 'src/features/books/contract.ts')).toEqual(['backend', 'backend', 'backend']);
});
test('a failed expectation goes to the implementer first, then to who wrote the test', () => {
	expect(ownersOf('tests', 'src/features/books/api.test.ts')).toEqual(['backend', 'qa', 'dba']);
	expect(ownersOf('tests', 'src/features/books/ui.test.tsx')).toEqual(['frontend', 'qa', 'backend']);
});
test('a test that does not fit the types goes to its author first, then to the contract it was written against', () => {
	expect(ownersOf('types', 'src/features/books/api.test.ts')).toEqual(['qa', 'backend', 'dba']);
});
test('a frozen file has no owner', () => {
	expect(ownersOf('types', 'src/server/app.ts')).toEqual(['nobody', 'nobody', 'nobody']);
});
