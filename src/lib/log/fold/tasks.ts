import type { PlannedTask } from '../../domain/task';
import type { RunState, TaskState } from '../state';
import { patchAgent } from './agents';
import { judgeCriteria } from './criteria';
import { dropRepair, settleRepair } from './repairs';
import type { Steps } from './steps';

const FRESH = { status: 'waiting', agent: null, attempts: 0, startedAt: null, endedAt: null, note: '', files: [] } as const;

/** A task that nobody has begun. */
export function freshTask(task: PlannedTask): TaskState {
	return { ...task, ...FRESH, files: [] };
}

/** The plan's tasks; those that were there keep their state. */
export function withTasks(state: RunState, planned: readonly PlannedTask[]): RunState {
	const before = new Map(state.tasks.map((task) => [task.id, task]));
	return { ...state, tasks: planned.map((task) => ({ ...freshTask(task), ...before.get(task.id), ...task })) };
}

export const taskSteps: Steps<'task.claimed' | 'task.progress' | 'task.result' | 'task.failed' | 'task.skipped'> = {
	'task.claimed': (state, { payload: { agent, role, attempt }, taskId, time }) => {
		const claimed = patchTask(state, taskId, { status: 'running', agent, attempts: attempt, startedAt: time, note: '' });
		const isRepair = state.phase === 'checking' || state.phase === 'fixing';
		const patched = patchAgent(claimed, agent, { role, status: 'working', taskId: taskId ?? null, note: '' });
		return judgeCriteria({ ...patched, phase: isRepair ? 'fixing' : state.phase });
	},
	'task.progress': (state, { payload: { text }, taskId, from }) =>
		patchAgent(patchTask(state, taskId, { note: text }), from, { note: text }),
	'task.result': (state, { payload: { summary, files }, taskId, from, time }) => {
		const done = patchTask(state, taskId, { status: 'done', endedAt: time, note: summary, files });
		const settled = settleRepair(done, taskId, summary);
		return judgeCriteria(patchAgent(settled, from, { status: 'idle', taskId: null, note: summary }));
	},
	'task.failed': (state, { payload: { error, willRetry }, taskId, from, time }) => {
		const end = willRetry ? ({ status: 'waiting', endedAt: null } as const) : ({ status: 'failed', endedAt: time } as const);
		const failed = patchTask(state, taskId, { ...end, note: error.message });
		const agent = state.tasks.find((task) => task.id === taskId)?.agent ?? from;
		const settled = willRetry ? failed : settleRepair(failed, taskId, error.message);
		return judgeCriteria(patchAgent(settled, agent, { status: 'failed', taskId: null, note: error.message }));
	},
	'task.skipped': (state, { payload: { reason }, taskId, time }) =>
		dropRepair(patchTask(state, taskId, { status: 'skipped', endedAt: time, note: reason }), taskId)
};

function patchTask(state: RunState, taskId: string | undefined, patch: Partial<TaskState>): RunState {
	if (!taskId) return state;
	return { ...state, tasks: state.tasks.map((task) => (task.id === taskId ? { ...task, ...patch } : task)) };
}
