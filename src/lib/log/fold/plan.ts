import type { Blueprint } from '../../domain/blueprint';
import type { RunState } from '../state';
import type { Steps } from './steps';
import { withTasks } from './tasks';

export const planSteps: Steps<'plan.proposed' | 'plan.approved' | 'plan.patched'> = {
	'plan.proposed': (state, { payload }) => ({ ...withBlueprint(state, payload.blueprint), phase: 'approval', isApproved: false }),
	'plan.approved': (state) => ({ ...state, isApproved: true, phase: 'building' }),
	'plan.patched': (state, { payload: { blueprint, tasks } }) =>
		withTasks(blueprint ? withBlueprint(state, blueprint) : state, tasks)
};

/** The state with another blueprint; criteria that were there keep what is known of them. */
export function withBlueprint(state: RunState, blueprint: Blueprint): RunState {
	const requirements = blueprint.requirements.map((requirement) => {
		const before = state.requirements.find(({ id }) => id === requirement.id)?.criteriaStatus ?? {};
		const criteriaStatus = Object.fromEntries(requirement.criteria.map(({ id }) => [id, before[id] ?? ('open' as const)]));
		return { ...requirement, criteriaStatus };
	});
	return { ...state, blueprint, requirements };
}
