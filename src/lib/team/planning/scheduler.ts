import type { RunState, TaskState } from '../../log/state';

/** Which tasks can start now. Recomputed from the state after each event, so there are no counters to go wrong. */

/** Tasks whose needs are all published, longest remaining path first. A need whose task failed is never met. */
export function readyTasks(state: Pick<RunState, 'tasks' | 'artifacts'>): TaskState[] {
	const length = pathLengths(state.tasks);
	return state.tasks
		.filter((task) => task.status === 'waiting')
		.filter((task) => task.needs.every((need) => need in state.artifacts))
		.sort((a, b) => (length.get(b.id) ?? 0) - (length.get(a.id) ?? 0));
}

/** Tasks that can never start, because what they need comes from a task that failed or was skipped. */
export function blockedTasks(state: Pick<RunState, 'tasks' | 'artifacts'>): TaskState[] {
	const dead = new Set<string>();
	for (let isGrowing = true; isGrowing;) {
		isGrowing = false;
		for (const task of state.tasks) {
			if (dead.has(task.id) || task.status === 'done' || task.status === 'running') continue;
			const isDead =
				task.status === 'failed' ||
				task.status === 'skipped' ||
				task.needs.some(
					(need) =>
						!(need in state.artifacts) && state.tasks.some((other) => dead.has(other.id) && other.publishes.includes(need))
				);
			if (isDead) {
				dead.add(task.id);
				isGrowing = true;
			}
		}
	}
	return state.tasks.filter((task) => dead.has(task.id) && task.status === 'waiting');
}

/** Each task's estimate plus the longest chain of tasks that wait for it. */
export function pathLengths(tasks: readonly Pick<TaskState, 'id' | 'needs' | 'publishes' | 'estimate'>[]): Map<string, number> {
	const lengths = new Map<string, number>();
	const measure = (task: (typeof tasks)[number]): number => {
		const known = lengths.get(task.id);
		if (known !== undefined) return known;
		lengths.set(task.id, task.estimate);
		const after = tasks.filter((other) => other.id !== task.id && other.needs.some((need) => task.publishes.includes(need)));
		const length = task.estimate + Math.max(0, ...after.map(measure));
		lengths.set(task.id, length);
		return length;
	};
	tasks.forEach(measure);
	return lengths;
}
