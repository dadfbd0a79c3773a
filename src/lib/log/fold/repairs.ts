import type { Payload } from '../../domain/events';
import { isWritable } from '../../domain/write-set';
import type { RepairState, RunState } from '../state';

/** Who was asked to repair what, and what they changed: from the log, so that a reload forgets nobody. */

export function withRepair(
	state: RunState,
	{ repairId, suspectId, owner, failures }: Pick<Payload<'fix.requested'>, 'repairId' | 'suspectId' | 'owner' | 'failures'>
): RunState {
	if (!repairId || !suspectId) return state;
	const asked: RepairState = {
		...{ taskId: repairId, suspectId, owner, failures },
		...{ filesBefore: state.files, changed: null, words: '' }
	};
	return { ...state, repairs: [...state.repairs.filter(({ taskId }) => taskId !== repairId), asked] };
}

/** A task has ended: when it was a repair, what is different now is what it did. */
export function settleRepair(state: RunState, taskId: string | undefined, words: string): RunState {
	const asked = state.repairs.find((repair) => repair.taskId === taskId);
	if (!asked) return state;
	const settled: RepairState = { ...asked, changed: changedBy(state, asked), words, filesBefore: {} };
	return { ...state, repairs: state.repairs.map((repair) => (repair === asked ? settled : repair)) };
}

/** A repair that was dropped asked nobody. */
export function dropRepair(state: RunState, taskId: string | undefined): RunState {
	return { ...state, repairs: state.repairs.filter((repair) => repair.taskId !== taskId || repair.changed !== null) };
}

function changedBy({ files, tasks }: RunState, { taskId, filesBefore }: RepairState): string[] {
	const written = Object.values(files).filter((file) => file.taskId === taskId && filesBefore[file.path]?.sha256 !== file.sha256);
	const writes = tasks.find(({ id }) => id === taskId)?.writes ?? [];
	const deleted = Object.keys(filesBefore).filter((path) => !(path in files) && isWritable(writes, path));
	return [...written.map(({ path }) => path), ...deleted];
}
