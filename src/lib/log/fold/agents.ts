import type { AgentState, RunState } from '../state';
import type { Steps } from './steps';

const NO_AGENTS = new Set(['conductor', 'user', 'hub']);

/** Agents come into being with the first thing that is told of them. */
export function patchAgent(state: RunState, id: string, patch: Partial<AgentState>): RunState {
	if (NO_AGENTS.has(id)) return state;
	const old: AgentState = state.agents[id] ?? {
		id,
		role: id.replace(/-\d+$/, ''),
		status: 'idle',
		taskId: null,
		note: '',
		inputTokens: 0,
		outputTokens: 0,
		money: 0,
		calls: 0,
		filesWritten: 0
	};
	return { ...state, agents: { ...state.agents, [id]: { ...old, ...patch } } };
}

export const agentSteps: Steps<'tool.called' | 'tool.returned' | 'model.called'> = {
	'tool.called': (state, { from, payload }) => patchAgent(state, from, { status: 'working', note: payload.summary }),
	'tool.returned': (state) => state,
	'model.called': (state, { from }) => patchAgent(state, from, { status: 'working' })
};
