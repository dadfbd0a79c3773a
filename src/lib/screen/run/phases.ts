import type { RunState, TaskState } from '../../log/state';
import { gatesOf } from './gates';
import type { PhaseId, PhaseView } from './run-view';

const PHASES: PhaseId[] = ['blueprint', 'plan', 'build', 'verify', 'live'];

/** The way of a run in five steps, for the top of the screen. */
export function phasesOf(state: RunState): PhaseView[] {
	const now = phaseOf(state);
	const at = now ? PHASES.indexOf(now) : -1;
	const counts = `${state.tasks.filter((task) => task.status === 'done').length}/${state.tasks.length}`;
	const gates = gatesOf(state);
	const labels: Record<PhaseId, string> = {
		blueprint: 'Blueprint',
		plan: 'Plan',
		build: now === 'build' && state.tasks.length > 0 ? `Build ${counts}` : 'Build',
		verify:
			now === 'verify'
				? `Verify ${gates.filter(({ status }) => status === 'passed' || status === 'absent').length}/${gates.length}`
				: 'Verify',
		live: 'Live'
	};
	const stateOf = (id: PhaseId, index: number): PhaseView['state'] => {
		// What was imported has been through none of the phases here.
		if (!state.blueprint && id !== 'live') return index === at && state.phase !== 'done' ? 'now' : 'ahead';
		if (state.phase === 'done' || index < at) return 'done';
		return index === at ? 'now' : 'ahead';
	};
	return PHASES.map((id, index) => ({ id, label: labels[id], state: stateOf(id, index) }));
}

function phaseOf(state: RunState): PhaseId | undefined {
	switch (state.phase) {
		case 'idle':
			return undefined;
		case 'blueprint':
			return 'blueprint';
		case 'approval':
			return 'plan';
		case 'building':
			return 'build';
		case 'checking':
		case 'fixing':
			return 'verify';
		case 'done':
			return 'live';
		default:
			if (!state.blueprint) return 'blueprint';
			if (!state.isApproved) return 'plan';
			return state.tasks.every(isSettled) ? 'verify' : 'build';
	}
}

function isSettled(task: TaskState): boolean {
	return task.status === 'done' || task.status === 'skipped' || task.status === 'failed';
}
