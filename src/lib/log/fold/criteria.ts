import type { CriterionStatus, RunState, TaskState } from '../state';

/** Settles each criterion: open -> building -> built, and proven or failing once its test has run. */
export function judgeCriteria(state: RunState): RunState {
	const tests = state.gates.tests.report;
	const proven = new Set(tests?.provenCriteria);
	const failing = new Set(tests?.failures.map(({ criterion }) => criterion));
	const judge = (id: string): CriterionStatus => {
		if (failing.has(id)) return 'failing';
		if (proven.has(id)) return 'proven';
		return progressOf(state.tasks.filter((task) => task.criteria.includes(id)));
	};
	const requirements = state.requirements.map((requirement) => ({
		...requirement,
		criteriaStatus: Object.fromEntries(requirement.criteria.map(({ id }) => [id, judge(id)]))
	}));
	return { ...state, requirements };
}

function progressOf(tasks: readonly TaskState[]): CriterionStatus {
	if (tasks.length && tasks.every((task) => task.status === 'done')) return 'built';
	return tasks.some((task) => task.status === 'running' || task.status === 'done') ? 'building' : 'open';
}
