import type { RunPhase, RunState } from '../state';
import { FIRST_REQUEST, withRequest } from './requests';
import type { Steps } from './steps';
import { workedMsAt } from './worked-time';

export const lifecycleSteps: Steps<'run.started' | 'run.paused' | 'run.resumed' | 'run.cancelled' | 'run.finished'> = {
	'run.started': (state, event) => {
		const { projectId, requirement, model, workers, budget, faults } = event.payload;
		const asked = { requestId: FIRST_REQUEST, text: requirement, isPlanFirst: false, isCheck: false, failures: [] };
		return {
			...withRequest(state, event, asked),
			...{ runId: event.runId, projectId, requirement, model, workers, faults },
			...{ phase: 'blueprint', startedAt: event.time, workingSince: event.time },
			budget: { ...state.budget, limits: budget, settings: budget }
		};
	},
	'run.paused': (state, { time }) => ({ ...restAt(state, time), isPaused: true }),
	'run.resumed': (state, { time }) => ({
		...(state.endedAt === null ? state : reopen(state)),
		isPaused: false,
		workingSince: time
	}),
	'run.cancelled': (state, { time, payload }) => end(state, { phase: 'cancelled', time, summary: payload.reason }),
	'run.finished': (state, { time, payload }) => end(state, { phase: payload.outcome, time, summary: payload.summary })
};

function restAt(state: RunState, timeMs: number): RunState {
	return { ...state, workedMs: workedMsAt(state, timeMs), workingSince: null };
}

/** Nothing is under way any more. */
function end(state: RunState, { phase, time, summary }: { phase: RunPhase; time: number; summary: string }): RunState {
	const agents = Object.fromEntries(
		Object.entries(state.agents).map(([id, agent]) => [id, { ...agent, status: 'idle' as const, taskId: null }])
	);
	const gates = Object.fromEntries(
		Object.entries(state.gates).map(([name, gate]) =>
			gate.status === 'running' ? [name, { ...gate, status: 'pending', summary: 'Stopped before it ended.' }] : [name, gate]
		)
	) as RunState['gates'];
	return { ...restAt(state, time), phase, endedAt: time, summary, isPaused: false, agents, gates };
}

/** What was stopped goes on: whoever was at work begins the task again, and the last request is open. */
function reopen(state: RunState): RunState {
	const tasks = state.tasks.map((task) => (task.status === 'running' ? { ...task, status: 'waiting' as const } : task));
	const requests = state.requests.map((request, index) =>
		index === state.requests.length - 1
			? { ...request, status: 'open' as const, closedSeq: null, closedAt: null, spent: null, workedMs: null }
			: request
	);
	const phase: RunPhase = state.isApproved || !state.blueprint ? (state.blueprint ? 'building' : 'blueprint') : 'approval';
	return { ...state, tasks, requests, phase, endedAt: null, summary: '' };
}
