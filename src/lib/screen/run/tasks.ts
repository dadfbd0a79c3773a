import type { RunState, TaskState } from '../../log/state';
import type { TaskView, Word } from './run-view';

/** The tasks in plan order, for the plan and the graph. @param nowMs the moment that is replayed; undefined where time goes on */
export function tasksOf(state: RunState, nowMs?: number): TaskView[] {
	const maker = new Map(state.tasks.flatMap((task) => task.publishes.map((name) => [name, task.id] as const)));
	return state.tasks.map((task) => ({
		id: task.id,
		title: task.title,
		role: task.role,
		state: task.status,
		word: taskWord(task),
		needs: [...new Set(task.needs.flatMap((need) => maker.get(need) ?? []))].filter((id) => id !== task.id),
		startedAtMs: task.startedAt ?? undefined,
		durationMs: durationOf(task, state.endedAt ?? nowMs),
		files: task.files
	}));
}
/** Milliseconds; undefined while it runs, and before. */
function durationOf({ startedAt, endedAt }: TaskState, untilMs: number | undefined): number | undefined {
	const end = endedAt ?? untilMs;
	return startedAt === null || end === undefined ? undefined : end - startedAt;
}
function taskWord(task: TaskState): Word {
	const words: Record<TaskState['status'], Word> = {
		waiting: { text: 'waiting', tone: '' },
		running: { text: verbOf(task), tone: 'busy' },
		done: { text: 'done', tone: 'ok' },
		failed: { text: 'failed', tone: 'bad' },
		skipped: { text: 'skipped', tone: '' }
	};
	return words[task.status];
}
/** What somebody at work on a task does. */
export function verbOf(task: TaskState): string {
	if (task.kind === 'fix') return 'repairing';
	if (task.kind === 'tests' || task.kind === 'gate') return 'testing';
	return 'writing';
}
