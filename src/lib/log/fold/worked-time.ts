import type { RunState } from '../state';

/** How long the run has been worked on until `timeMs`, in milliseconds: pauses do not count. */
export function workedMsAt(state: RunState, timeMs: number): number {
	return state.workedMs + (state.workingSince === null ? 0 : Math.max(0, timeMs - state.workingSince));
}
