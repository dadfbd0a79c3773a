import { initialRunState, type RunPhase, type RunState } from '../state';
import type { Steps } from './steps';
import { freshTask } from './tasks';

export const lifecycleSteps: Steps<'run.started' | 'run.paused' | 'run.resumed' | 'run.cancelled' | 'run.finished'> = {
	'run.started': (state, { runId, time, payload: { projectId, requirement, model, workers, budget, faults } }) => ({
		...state,
		runId,
		projectId,
		requirement,
		model,
		workers,
		faults,
		phase: 'blueprint',
		startedAt: time,
		workingSince: time,
		budget: { ...state.budget, limits: budget, settings: budget }
	}),
	'run.paused': (state, { time }) => ({ ...restAt(state, time), isPaused: true }),
	'run.resumed': (state, { time }) => ({
		...(state.endedAt === null ? state : reopen(state)),
		isPaused: false,
		workingSince: time
	}),
	'run.cancelled': (state, { time, payload }) => end(state, { phase: 'cancelled', time, summary: payload.reason }),
	'run.finished': (state, { time, payload }) => end(state, { phase: payload.outcome, time, summary: payload.summary })
};

/** How long the run has been worked on until `timeMs`, in milliseconds: pauses do not count. */
export function workedMsAt(state: RunState, timeMs: number): number {
	return state.workedMs + (state.workingSince === null ? 0 : Math.max(0, timeMs - state.workingSince));
}

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

/** A new wish after the end: all but the files is made again. */
function reopen(state: RunState): RunState {
	const tasks = state.tasks.filter((task) => task.kind !== 'fix').map(freshTask);
	const artifacts = Object.fromEntries(Object.entries(state.artifacts).filter(([name]) => name.startsWith('file:')));
	const { gates, failures, fixAttempts, repairs, contracts } = initialRunState();
	const fresh = { tasks, artifacts, contracts, gates, failures, fixAttempts, repairs };
	return { ...state, ...fresh, endedAt: null, phase: 'blueprint', isApproved: false, summary: '' };
}
