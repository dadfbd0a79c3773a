import type { Failure, GateName } from '../../domain/check';
import type { PlannedTask, TaskKind } from '../../domain/task';
import { isWritable } from '../../domain/write-set';

/** From a failure to the task that has to repair it. */

/** Something that stays the same as long as the fault does: numbers, paths outside the app and quoted values are left out. */
export function fingerprintOf(gate: string, code: string, message: string, file = ''): string {
	const plain = message
		.replace(/\/[\w./-]*\/(?=src\/|migrations\/)/g, '')
		.replace(/\d+/g, '#')
		.replace(/\s+/g, ' ')
		.slice(0, 200);
	return [gate, code, file, plain].join('|');
}

export interface Route {
	task: PlannedTask;
	failures: Failure[];
}

/** Groups failures by owner. Those of frozen files have no owner and come back as `unowned`. */
export function routeFailures(
	failures: readonly Failure[],
	tasks: readonly PlannedTask[],
	attempts: Readonly<Record<string, number>>
): { routes: Route[]; unowned: Failure[] } {
	const routes = new Map<string, Route>();
	const unowned: Failure[] = [];
	for (const failure of failures) {
		const task = ownerOf(failure, tasks, attempts[failure.fingerprint] ?? 0);
		if (!task) unowned.push(failure);
		else routes.set(task.id, { task, failures: [...(routes.get(task.id)?.failures ?? []), failure] });
	}
	return { routes: [...routes.values()], unowned };
}

function ownerOf(failure: Failure, tasks: readonly PlannedTask[], tries: number): PlannedTask | undefined {
	const planned = tasks.filter((task) => task.kind !== 'fix');
	const { file } = failure;
	if (!file) return planned.find((task) => task.criteria.includes(failure.criterion ?? '') && task.kind === 'api');
	const owner = planned.find((task) => isWritable(task.writes, file));
	if (owner?.kind !== 'tests') return owner;
	const kinds = suspects(failure.gate, file);
	const kind = kinds[tries % kinds.length];
	return planned.find((task) => task.feature === owner.feature && task.kind === kind) ?? owner;
}

/** Who may be to blame for what a test file shows, one after the other: the test, or what it looks at. */
function suspects(gate: GateName, file: string): TaskKind[] {
	const implementers: TaskKind[] = file.endsWith('.tsx') ? ['ui', 'api'] : ['api', 'schema'];
	const [first, second] = implementers as [TaskKind, TaskKind];
	// A failed expectation speaks for the test; a test that does not fit the types first against it.
	return gate === 'tests' ? [first, 'tests', second] : ['tests', first, second];
}
