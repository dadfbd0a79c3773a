import type { EventOf, RunEvent } from '../../domain/events';
import type { ChangedFile, RequestState, RequestStatus, RunState, Spent } from '../state';
import { withBlueprint } from './plan';
import { unqueued } from './queue';
import type { Steps } from './steps';
import { workedMsAt } from './worked-time';

/** A run's requests: each is a stretch of the log, from where somebody asked for something to where the work on it ended. */

export const FIRST_REQUEST = 'request-1';

export const requestSteps: Steps<'request.opened' | 'request.planned' | 'request.undone'> = {
	'request.opened': (state, event) => {
		const opened = unqueued(withRequest(state, event, event.payload), event.payload.wishId);
		// What an earlier request left undone was given up with it.
		const endedAt = state.endedAt ?? event.time;
		const tasks = opened.tasks.map((task) =>
			task.status === 'waiting' || task.status === 'running'
				? { ...task, status: 'skipped' as const, endedAt, note: 'Left undone when something else was asked for.' }
				: task
		);
		const questions = opened.questions.filter(({ answer }) => answer !== null);
		const begun = { endedAt: null, isPaused: false, workingSince: event.time, phase: 'blueprint' as const };
		return { ...opened, ...begun, tasks, questions, summary: '', isApproved: false };
	},
	'request.planned': (state, { payload: { requestId, plan } }) => {
		const planned = patchRequest(state, requestId, { plan });
		return plan.kind === 'change' ? { ...uncheckedAgain(planned), phase: 'approval', isApproved: false } : planned;
	},
	'request.undone': (state, { payload: { requestId, blueprint, conflicts } }) => {
		const undone = patchRequest(state, requestId, { status: 'undone', conflicts });
		return blueprint ? withBlueprint(undone, blueprint) : undone;
	}
};

/** What was checked is to change: it is checked anew, and nobody was asked for a repair yet. A question leaves all that as it is. */
function uncheckedAgain(state: RunState): RunState {
	const gates = Object.fromEntries(
		Object.entries(state.gates).map(([name, gate]) => [name, { ...gate, status: 'pending' }])
	) as RunState['gates'];
	return { ...state, gates, failures: [], fixAttempts: {}, repairs: [] };
}

/** The request that is being worked on, if one is. */
export function openRequest(state: Pick<RunState, 'requests'>): RequestState | undefined {
	const last = state.requests.at(-1);
	return last?.status === 'open' ? last : undefined;
}

/** The state with one more request, which begins with this event. */
export function withRequest(
	state: RunState,
	event: Pick<RunEvent, 'seq' | 'time'>,
	asked: Pick<EventOf<'request.opened'>['payload'], 'requestId' | 'text' | 'isPlanFirst' | 'isCheck' | 'failures'>
): RunState {
	const { requestId, text, isPlanFirst, isCheck, failures } = asked;
	const { phase, summary, blueprint } = state;
	const opened: RequestState = {
		...{ id: requestId, text, isPlanFirst, isCheck, failures, status: 'open', plan: null },
		...{ openedSeq: event.seq, openedAt: event.time, closedSeq: null, closedAt: null, summary: '', files: {} },
		before: { phase, summary, blueprint, workedMs: workedMsAt(state, event.time), spent: spentOf(state) },
		...{ spent: null, workedMs: null, conflicts: [] }
	};
	return { ...state, requests: [...state.requests.filter(({ id }) => id !== requestId), opened] };
}

/** What an open request has cost so far, or a closed one in all. */
export function costOf(state: Pick<RunState, 'budget'>, { spent, before }: Pick<RequestState, 'spent' | 'before'>): Spent {
	if (spent) return spent;
	const now = spentOf(state);
	return {
		inputTokens: now.inputTokens - before.spent.inputTokens,
		outputTokens: now.outputTokens - before.spent.outputTokens,
		money: now.money - before.spent.money,
		calls: now.calls - before.spent.calls
	};
}

/** The state after an event, with what it means for the open request: files that it changes, and the run's end. `earlier` is the state before it. */
export function withRequestNoted(state: RunState, event: RunEvent, earlier: RunState): RunState {
	const request = openRequest(state);
	if (!request) return state;
	if (event.topic === 'artifact.published' || event.topic === 'artifact.superseded')
		return withFile(state, request, event, earlier.files[event.payload.path ?? '']?.sha256 ?? null);
	if (event.topic !== 'run.finished' && event.topic !== 'run.cancelled') return state;
	const isAnswer = request.plan !== null && request.plan.kind !== 'change';
	const status: RequestStatus = event.topic === 'run.cancelled' ? 'cancelled' : isAnswer ? 'answered' : event.payload.outcome;
	return patchRequest(standing(state, request, status), request.id, {
		status,
		...{ closedSeq: event.seq, closedAt: event.time, summary: state.summary },
		spent: costOf(state, request),
		workedMs: workedMsAt(state, event.time) - request.before.workedMs
	});
}

/** What came to nothing before it was planned leaves the project as it stood. */
function standing(state: RunState, { id, plan, files, before }: RequestState, status: RequestStatus): RunState {
	const isNothing = (status === 'failed' || status === 'cancelled') && !plan && Object.keys(files).length === 0;
	return isNothing && id !== FIRST_REQUEST ? { ...state, phase: before.phase, summary: before.summary } : state;
}

function withFile(
	state: RunState,
	request: RequestState,
	event: EventOf<'artifact.published'> | EventOf<'artifact.superseded'>,
	before: string | null
): RunState {
	const { path } = event.payload;
	if (!path || event.from === 'user' || (event.topic === 'artifact.superseded' && !event.payload.deleted)) return state;
	return patchRequest(state, request.id, {
		files: { ...request.files, [path]: changedFile(request.files[path], event, before) }
	});
}

/** What an event makes of a file that a request changes. @param known what the request made of it so far */
export function changedFile(
	known: ChangedFile | undefined,
	event: EventOf<'artifact.published'> | EventOf<'artifact.superseded'>,
	before: string | null
): ChangedFile {
	const isWritten = event.topic === 'artifact.published';
	return {
		before: known ? known.before : before,
		after: isWritten ? (event.artifactRefs[0]?.sha256 ?? '') : null,
		added: (known?.added ?? 0) + (isWritten ? event.payload.added : 0),
		removed: (known?.removed ?? 0) + (isWritten ? event.payload.removed : 0),
		by: event.from
	};
}

export function patchRequest(state: RunState, id: string, patch: Partial<RequestState>): RunState {
	return { ...state, requests: state.requests.map((request) => (request.id === id ? { ...request, ...patch } : request)) };
}

function spentOf({ budget: { inputTokens, outputTokens, money, calls } }: Pick<RunState, 'budget'>): Spent {
	return { inputTokens, outputTokens, money, calls };
}
