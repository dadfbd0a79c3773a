import type { Topic } from '../../domain/events';
import type { RunState } from '../../log/state';
import type { ProjectRecord } from '../../project/database';

/** Events that change what the home page shows of a project. */
const TOPICS: ReadonlySet<Topic> = new Set([
	...(['run.started', 'run.paused', 'run.resumed', 'run.cancelled', 'run.finished'] as const),
	...(['plan.proposed', 'check.reported'] as const)
]);
const MAX_NOTE_LENGTH = 120;

export const changesSummary = (topic: Topic): boolean => TOPICS.has(topic);

/** What the home page shows of a project whose run is in this state. */
export function summaryOf({ isPaused, phase, blueprint, files, gates, summary }: RunState): Partial<ProjectRecord> {
	const state = isPaused ? 'paused' : stateOf(phase);
	return {
		state,
		fileCount: Object.keys(files).length,
		testCount: gates.tests.report?.passed ?? 0,
		...(blueprint ? { title: blueprint.title } : {}),
		note: summary && state === 'failed' ? summary.slice(0, MAX_NOTE_LENGTH) : undefined
	};
}

function stateOf(phase: RunState['phase']): ProjectRecord['state'] {
	if (phase === 'done') return 'live';
	return phase === 'failed' || phase === 'incomplete' || phase === 'cancelled' ? 'failed' : 'building';
}
