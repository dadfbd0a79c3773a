import type { Failure } from '../../domain/check';
import type { RequestState, RunState } from '../../log/state';
import { costOf } from '../../log/fold/requests';
import { BUILTIN_MODEL } from '../../models/providers';
import { formatCost } from '../../ui/format';
import { GATE_LABELS } from '../run/gates';
import { messagesOf, questionsOf } from '../run/messages';
import type { AgentView, MessageView, Word } from '../run/run-view';
import { planView, type PlanView } from './plan-words';
import { requestTeam, tasksOfRequest } from './request-team';
import { requestWord } from './request-words';

/** What the conversation shows of each request: plain data, ready to draw, made of the run's state. */

export interface FileRow {
	path: string;
	added: number;
	removed: number;
	isGone: boolean;
}

/** What can be done about a request. */
export interface RequestActions {
	canUndo: boolean;
	canStop: boolean;
	canGoOn: boolean;
	/** What the checks found and nobody has mended; empty where there is nothing to ask for. */
	toMend: readonly Failure[];
	/** It came to nothing, and may be said in other words. */
	canAskAgain: boolean;
}

export interface RequestView {
	id: string;
	/** The first is what the app was built from, or the files that came in. */
	kind: 'app' | 'files' | 'change' | 'answer';
	/** The person's words, as they were typed. */
	text: string;
	/** What it is about, where it comes from a check, a page or a line. */
	about: string[];
	word: Word;
	isOpen: boolean;
	isUndone: boolean;
	/** Milliseconds at work; undefined while it is open. */
	workedMs: number | undefined;
	/** Of the run, before this request. */
	workedBeforeMs: number;
	files: FileRow[];
	tokens: number;
	/** What it cost, in words; empty where there is nothing to pay. */
	cost: string;
	understood: string;
	/** Parts of the words that nothing is built for, verbatim. */
	notBuilt: string[];
	agents: AgentView[];
	taskCount: number;
	/** How far it is, while it is open. */
	progress: string;
	/** Set while it waits for approval. */
	plan: PlanView | undefined;
	/** How it ended, where it did not end whole. */
	ending: string;
	/** Files that could not be taken back. */
	conflicts: string[];
	messages: MessageView[];
	/** Its stretch of the log. */
	firstSeq: number;
	lastSeq: number;
	actions: RequestActions;
}

export interface RequestOptions {
	/** The run as it was when a request was closed. */
	stateAt(seq: number): RunState;
	/** Where the project came from, when it was not built here. */
	origin: 'files' | 'run' | undefined;
	/** False where the run is only looked at: a record, or a replay. */
	canAct: boolean;
	/** Files are no longer what the last tests ran on. */
	isChangedSinceTests: boolean;
}

/** The requests of a run, oldest first. */
export function requestViews(state: RunState, options: RequestOptions): RequestView[] {
	return state.requests.map((request, index) => requestView(state, { request, index, options }));
}

interface Part {
	request: RequestState;
	index: number;
	options: RequestOptions;
}

function requestView(state: RunState, { request, index, options }: Part): RequestView {
	const { origin } = options;
	const kind = kindOf(request, index, origin);
	const isOpen = request.status === 'open';
	// What is true of a closed request is what was true when it was closed.
	const end = request.closedSeq === null ? state : options.stateAt(request.closedSeq);
	const tasks = tasksOfRequest(end, request);
	const files = filesOf(request);
	const isChanged = options.isChangedSinceTests && request === lastStanding(state);
	const { inputTokens, outputTokens } = costOf(state, request);
	return {
		...{ id: request.id, kind, isOpen, isUndone: request.status === 'undone', files },
		text: kind === 'files' ? '' : request.text,
		about: request.failures.map(aboutOf),
		word: requestWord({ state, end, request, tasks, kind, isRecorded: origin === 'run', isChanged }),
		...{ workedMs: request.workedMs ?? undefined, workedBeforeMs: request.before.workedMs },
		...{ tokens: inputTokens + outputTokens, cost: costWord(state, end, request) },
		understood: understoodOf(state, request, kind),
		notBuilt: notBuiltOf(state, request, kind),
		agents: requestTeam(end, { request, tasks, kind, questions: questionsOf(end) }),
		taskCount: tasks.filter(({ status }) => status !== 'skipped').length,
		progress: isOpen ? progressOf(state, files.length, index) : '',
		plan: isPlanWaiting(state, request) ? planView(request.plan, state.blueprint) : undefined,
		ending: ['incomplete', 'failed', 'cancelled'].includes(request.status) ? request.summary : '',
		conflicts: request.conflicts,
		messages: messagesBetween(state, index),
		...{ firstSeq: request.openedSeq, lastSeq: request.closedSeq ?? state.lastSeq },
		actions: actionsOf(state, end, { request, index, options })
	};
}

function kindOf({ plan, status }: RequestState, index: number, origin: RequestOptions['origin']): RequestView['kind'] {
	if (index === 0) return origin === 'files' ? 'files' : 'app';
	return status === 'answered' || (plan && plan.kind !== 'change') ? 'answer' : 'change';
}

function filesOf({ files }: RequestState): FileRow[] {
	return Object.entries(files)
		.filter(([, { before, after }]) => before !== after)
		.map(([path, { after, added, removed }]) => ({ path, added, removed, isGone: after === null }));
}

function aboutOf({ file, lineNumber, gate, message }: Failure): string {
	return file ? `${file}${lineNumber ? `:${lineNumber}` : ''}` : `${GATE_LABELS[gate]}: ${message.slice(0, 80)}`;
}

/** Nothing of money for the model that costs nothing, and never a zero for a price that is not known. */
function costWord(state: RunState, { model, budget }: RunState, request: RequestState): string {
	const { money, calls } = costOf(state, request);
	const isPartial = budget.isMoneyPartial && model !== BUILTIN_MODEL;
	return calls > 0 && (money > 0 || isPartial) ? formatCost(money, isPartial) : '';
}

function understoodOf(state: RunState, { plan, summary }: RequestState, kind: RequestView['kind']): string {
	if (kind === 'files') return summary;
	return kind === 'app' ? (firstBlueprint(state)?.summary ?? '') : (plan?.reply ?? '');
}
function notBuiltOf(state: RunState, { plan }: RequestState, kind: RequestView['kind']): string[] {
	if (kind !== 'app') return plan?.notBuilt ?? [];
	const blueprint = firstBlueprint(state);
	if (!blueprint) return [];
	const unmet = blueprint.requirements.flatMap(({ status, quote, text, unbuilt }) =>
		status === 'not-understood' ? [quote || text] : unbuilt
	);
	return withoutRepeats([...blueprint.notUnderstood, ...unmet]);
}
/** Each part once, as long as it was said; how it ends does not tell parts apart. */
function withoutRepeats(parts: readonly string[]): string[] {
	const plain = [...new Set(parts.map((part) => part.trim().replace(/[.,;!\s]+$/, '')))].filter(Boolean);
	return plain.filter((part) => !plain.some((other) => other.length > part.length && other.includes(part)));
}
/** What was built first, whatever has become of it. */
function firstBlueprint({ requests, blueprint }: RunState): RunState['blueprint'] {
	return requests[1] ? requests[1].before.blueprint : blueprint;
}

function progressOf({ files, phase }: RunState, changedCount: number, index: number): string {
	if (index === 0 || changedCount === 0) return '';
	const touched = `touches ${changedCount} of ${Object.keys(files).length} files`;
	return phase === 'checking' || phase === 'fixing' ? `${touched}; its proofs are made again` : touched;
}

function isPlanWaiting({ phase, isApproved, endedAt }: RunState, { status, plan }: RequestState): boolean {
	return status === 'open' && plan?.kind === 'change' && phase === 'approval' && !isApproved && endedAt === null;
}

function messagesBetween(state: RunState, index: number): MessageView[] {
	const from = index === 0 ? -Infinity : (state.requests[index]?.openedAt ?? 0);
	const to = state.requests[index + 1]?.openedAt ?? Infinity;
	return messagesOf(state).filter(({ timeMs }) => timeMs >= from && timeMs < to);
}

function actionsOf(state: RunState, end: RunState, { request, index, options: { canAct } }: Part): RequestActions {
	const { status } = request;
	const isOver = canAct && state.endedAt !== null;
	const isLast = isOver && request === state.requests.at(-1);
	const isShort = status === 'incomplete' || status === 'failed';
	const toMend = isOver && isShort && request === lastStanding(state) ? end.failures : [];
	const isChange = index > 0 && request.plan?.kind === 'change' && status !== 'open' && status !== 'undone';
	return {
		canUndo: isOver && isChange && filesOf(request).length > 0,
		canStop: canAct && status === 'open' && state.endedAt === null,
		canGoOn: isLast && status === 'cancelled',
		toMend,
		canAskAgain: isLast && index > 0 && status === 'failed' && toMend.length === 0
	};
}
/** The last request that changed something and was not taken back. */
function lastStanding({ requests }: RunState): RequestState | undefined {
	return requests.findLast(({ status }) => status !== 'answered' && status !== 'undone');
}
