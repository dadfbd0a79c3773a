import type { RunState } from '../../log/state';
import { roleOf } from '../../domain/role-names';
import { GATE_LABELS } from './gates';
import type { ProblemView } from './run-view';

/** More only where more may be to blame. */
const MAX_TRIES = 3;

/** What the checks found wrong, with who owns the file and whether it is being repaired. */
export function problemsOf(state: RunState): ProblemView[] {
	const seen = new Map<string, number>();
	return state.failures.map((failure) => {
		// Faults of one kind in one file share a fingerprint.
		const count = (seen.get(failure.fingerprint) ?? 0) + 1;
		seen.set(failure.fingerprint, count);
		const tries = state.fixAttempts[failure.fingerprint];
		const by = failure.file ? state.files[failure.file]?.by : undefined;
		return {
			id: `${failure.fingerprint}|${count}`,
			gate: GATE_LABELS[failure.gate],
			code: failure.code,
			message:
				failure.criterion && !failure.message.includes(failure.criterion)
					? `${failure.criterion} ${failure.message}`
					: failure.message,
			path: failure.file,
			lineNumber: failure.lineNumber,
			owner: by && roleOf(by),
			failure,
			repair: tries ? `repairing, try ${tries}${tries > MAX_TRIES ? '' : ` of ${MAX_TRIES}`}` : undefined
		};
	});
}
