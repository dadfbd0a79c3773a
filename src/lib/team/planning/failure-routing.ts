import type { Failure, GateName } from '../../domain/check';
import type { PlannedTask, TaskKind } from '../../domain/task';
import { isWritable } from '../../domain/write-set';

/** From a failure to the task that has to repair it. Every failure has somebody who is asked next, until all who may be to blame were. */

/** How often one fault is tried, though more are asked when there are more suspects. */
const TRIES = 3;
/** Codes of failures that speak against a test or for a missing one, not against what it looks at. */
const OF_TESTS = new Set(['FLAKY', 'UNPROVEN']);

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
	/** Whose write set and role the repair has. */
	task: PlannedTask;
	failures: Failure[];
}

/** Somebody who was asked to repair a fault. */
export interface Asked {
	/** Of the task whose author was asked; {@link ANYBODY} for a fixer who may write all that belongs to features. */
	taskId: string;
	hasChanged: boolean;
}

export interface RoutingFacts {
	tasks: readonly PlannedTask[];
	/** Who was asked so far, by fingerprint. */
	asked: ReadonlyMap<string, readonly Asked[]>;
	/** Frozen files, which no fixer may write. */
	frozen: Iterable<string>;
	/** How owners are found; as in apps that were built here by default. */
	routing?: Routing;
}

/** How a failure leads to who repairs it. */
export interface Routing {
	/** The tasks whose authors may be to blame, the likeliest first. */
	suspects(failure: Failure, tasks: readonly PlannedTask[]): PlannedTask[];
	/** Who repairs what all of them left; undefined when nobody else does. */
	fallback(failure: Failure, facts: Pick<RoutingFacts, 'tasks' | 'frozen'>): PlannedTask | undefined;
	/** What the repair may write. */
	writes(route: Route, tasks: readonly PlannedTask[]): string[];
}

/** That of apps that were built here. */
export const frameRouting: Routing = {
	suspects: (failure, tasks) => suspectTasks(failure, tasks),
	fallback: (failure, facts) => anybody(failure, facts),
	writes: ({ task }) => task.writes
};

/** The id of who repairs what nobody owns. */
export const ANYBODY = 'anybody';

/** Groups failures by who is asked next. Those for whom everybody was asked come back as `exhausted`. */
export function routeFailures(failures: readonly Failure[], facts: RoutingFacts): { routes: Route[]; exhausted: Failure[] } {
	const routes = new Map<string, Route>();
	const exhausted: Failure[] = [];
	for (const failure of failures) {
		const task = nextOwner(failure, facts);
		if (!task) exhausted.push(failure);
		else routes.set(task.id, { task, failures: [...(routes.get(task.id)?.failures ?? []), failure] });
	}
	return { routes: [...routes.values()], exhausted };
}

/** Whether somebody may be to blame who was not asked yet. */
export function hasFreshSuspect(failure: Failure, { tasks, asked, routing = frameRouting }: RoutingFacts): boolean {
	const known = asked.get(failure.fingerprint) ?? [];
	return routing.suspects(failure, tasks).some((task) => !known.some(({ taskId }) => taskId === task.id));
}

function nextOwner(failure: Failure, { tasks, asked, frozen, routing = frameRouting }: RoutingFacts): PlannedTask | undefined {
	const known = asked.get(failure.fingerprint) ?? [];
	const suspects = routing.suspects(failure, tasks);
	const fresh = suspects.find((task) => !known.some(({ taskId }) => taskId === task.id));
	if (fresh) return fresh;
	// Who changed nothing would change nothing again.
	const isWilling = ({ id }: PlannedTask) => known.findLast(({ taskId }) => taskId === id)?.hasChanged ?? false;
	const times = ({ id }: PlannedTask) => known.filter(({ taskId }) => taskId === id).length;
	const again = known.length < TRIES ? suspects.filter(isWilling).sort((a, b) => times(a) - times(b))[0] : undefined;
	if (again) return again;
	const open = known.filter(({ taskId }) => taskId === ANYBODY);
	const mayTry = open.length === 0 || (known.length < TRIES && open.at(-1)?.hasChanged);
	return mayTry ? routing.fallback(failure, { tasks, frozen }) : undefined;
}

/** The tasks whose authors may be to blame, the likeliest first. */
export function suspectTasks(failure: Failure, tasks: readonly PlannedTask[]): PlannedTask[] {
	const planned = tasks.filter((task) => task.kind !== 'fix');
	const ownerOf = (path: string) => planned.find((task) => isWritable(task.writes, path));
	const named = (failure.suspects ?? []).map(ownerOf);
	const owner = failure.file ? ownerOf(failure.file) : undefined;
	const byCriterion = planned.filter((task) => failure.criterion && task.criteria.includes(failure.criterion));
	if (owner?.kind === 'tests' || (!owner && byCriterion.length)) {
		const feature = owner?.feature ?? byCriterion[0]?.feature;
		const author = owner ?? byCriterion.find(({ kind }) => kind === 'tests');
		const kinds = implementers(failure.file ?? '').map((kind) =>
			planned.find((task) => task.feature === feature && task.kind === kind)
		);
		return distinct(inTurn(failure, author, [...named, ...kinds]));
	}
	return distinct([owner, ...named]);
}

/** A failed expectation speaks for the test, so its author comes second; a test that does not fit the types, or is not there, is its author's first. */
function inTurn(
	{ gate, code }: Failure,
	author: PlannedTask | undefined,
	others: (PlannedTask | undefined)[]
): (PlannedTask | undefined)[] {
	if (gate !== 'tests' || OF_TESTS.has(code)) return [author, ...others];
	// The database refuses what was written for it, whatever the test expects.
	if (code === 'SQL') return [...others, author];
	const [first, ...rest] = distinct(others).filter((task) => task !== author);
	return [first, author, ...rest];
}

/** Who makes what a test looks at. */
function implementers(testPath: string): TaskKind[] {
	return testPath.endsWith('.tsx') ? ['ui', 'api', 'schema'] : ['api', 'schema'];
}

function distinct(tasks: readonly (PlannedTask | undefined)[]): PlannedTask[] {
	return [...new Set(tasks.filter((task) => task !== undefined))];
}

/** A fixer for what nobody owns: they may write whatever belongs to features, and what the failure names, as far as it is not frozen. */
function anybody({ gate, file, suspects = [] }: Failure, { tasks, frozen }: Pick<RoutingFacts, 'tasks' | 'frozen'>): PlannedTask {
	const roles = new Set(tasks.map(({ role }) => role));
	const wanted = OF_DEPLOYMENT.test(file ?? '')
		? 'devops'
		: (ROLE_OF_GATE[gate] ?? (file?.endsWith('.tsx') ? 'frontend' : 'backend'));
	const named = [file, ...suspects].filter((path) => path !== undefined);
	return {
		id: ANYBODY,
		title: 'what belongs to several features',
		role: roles.has(wanted) ? wanted : (tasks.at(-1)?.role ?? wanted),
		kind: 'fix',
		needs: [],
		publishes: [],
		writes: [...OF_FEATURES, ...named, ...ACCEPTANCE_TESTS, ...[...frozen].map((path) => `!${path}`)],
		criteria: [],
		estimate: 1
	};
}

/** Who mends the app does not change what it is measured by. */
const ACCEPTANCE_TESTS = ['!src/features/**/*.test.ts', '!src/features/**/*.test.tsx', '!src/pages/**/*.test.tsx'];
const OF_FEATURES = ['src/features/**', 'src/pages/**', 'src/blocks/**', 'migrations/**'];
const OF_DEPLOYMENT = /^(?:package\.json|Dockerfile|\.dockerignore|compose\.yaml|\.env.*|\.github\/.*)$/;
const ROLE_OF_GATE: Partial<Record<GateName, string>> = {
	package: 'devops',
	install: 'devops',
	boot: 'backend',
	smoke: 'frontend',
	build: 'devops'
};
