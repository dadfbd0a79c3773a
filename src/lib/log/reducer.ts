import type { EventOf, RunEvent, Topic } from '../domain/events';
import { agentSteps } from './fold/agents';
import { artifactSteps } from './fold/artifacts';
import { budgetSteps, withCost } from './fold/budget';
import { gateSteps } from './fold/gates';
import { lifecycleSteps } from './fold/lifecycle';
import { messageSteps } from './fold/messages';
import { planSteps } from './fold/plan';
import { queueSteps } from './fold/queue';
import { requestSteps, withRequestNoted } from './fold/requests';
import type { Steps } from './fold/steps';
import { taskSteps } from './fold/tasks';
import { isFileWritten, withFilesWritten } from './fold/written-files';
import { initialRunState, type RunState } from './state';

/** Folds a run's events into what is true now. Pure: the same log gives the same state, on any machine. Each subject has its steps in fold/. */
const STEPS: Steps<Topic> = {
	...lifecycleSteps,
	...planSteps,
	...requestSteps,
	...queueSteps,
	...taskSteps,
	...artifactSteps,
	...agentSteps,
	...gateSteps,
	...budgetSteps,
	...messageSteps
};

/** The state after all of `events`, in order. */
export function foldEvents(events: Iterable<RunEvent>, from: RunState = initialRunState()): RunState {
	let state = from;
	let written: Parameters<typeof withFilesWritten>[1][number][] = [];
	for (const event of events) {
		if (isFileWritten(event) && event.seq > (written.at(-1)?.seq ?? state.lastSeq)) {
			written.push(event);
			continue;
		}
		if (written.length) state = withFilesWritten(state, written);
		written = [];
		state = reduce(state, event);
	}
	return written.length ? withFilesWritten(state, written) : state;
}

/** The state after one more event; one that it has seen already changes nothing. What did not change is shared. */
export function reduce(state: RunState, event: RunEvent): RunState {
	if (event.seq <= state.lastSeq) return state;
	const next = { ...step(state, event), lastSeq: event.seq, lastTime: event.time };
	// What was under way when the run ended may still report; the run stays ended.
	const costed = withCost(state.endedAt === null || next.endedAt === null ? next : { ...next, phase: state.phase }, event);
	return withRequestNoted(costed, event, state);
}

function step<T extends Topic>(state: RunState, event: EventOf<T>): RunState {
	return STEPS[event.topic as T](state, event);
}
