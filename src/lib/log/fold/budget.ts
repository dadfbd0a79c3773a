import type { RunEvent } from '../../domain/events';
import type { BudgetState, RunState } from '../state';
import { patchAgent } from './agents';
import type { Steps } from './steps';

export const budgetSteps: Steps<'budget.changed' | 'model.changed'> = {
	'budget.changed': (state, { payload: { limits, isFromSettings } }) => ({
		...state,
		budget: { ...state.budget, limits, ...(isFromSettings ? { settings: limits } : {}) }
	}),
	'model.changed': (state, { payload }) => ({ ...state, model: payload.model })
};

/** Adds what an event says that it cost, to the run and to who spent it. */
export function withCost(state: RunState, { cost, from }: RunEvent): RunState {
	if (!cost) return state;
	const agent = state.agents[from];
	const spent = {
		...state,
		budget: { ...add(state.budget, cost), isMoneyPartial: state.budget.isMoneyPartial || cost.money === null }
	};
	return agent ? patchAgent(spent, from, add(agent, cost)) : spent;
}

function add<T extends Pick<BudgetState, 'inputTokens' | 'outputTokens' | 'money' | 'calls'>>(
	spender: T,
	cost: NonNullable<RunEvent['cost']>
): T {
	return {
		...spender,
		inputTokens: spender.inputTokens + cost.inputTokens,
		outputTokens: spender.outputTokens + cost.outputTokens,
		money: spender.money + (cost.money ?? 0),
		calls: spender.calls + 1
	};
}
