import type { RequestState, RunState, TaskState } from '../../log/state';
import { assertNever } from '../../domain/app-error';
import { criteriaOf } from '../run/criteria';
import { gatesOf } from '../run/gates';
import { questionsOf } from '../run/messages';
import type { Word } from '../run/run-view';

/** How a request stands, in a word or two and a tone. */

export interface WordParts {
	state: RunState;
	/** The run when the request was closed; the same as `state` while it is open. */
	end: RunState;
	request: RequestState;
	tasks: readonly TaskState[];
	kind: 'app' | 'files' | 'change' | 'answer';
	/** The run was imported: what it proved, it proved elsewhere. */
	isRecorded: boolean;
	/** Files are no longer what its tests ran on. */
	isChanged: boolean;
}

export function requestWord(parts: WordParts): Word {
	const { state, request, tasks, kind } = parts;
	const { status } = request;
	switch (status) {
		case 'open':
			return openWord(state, request, tasks);
		case 'done':
			return kind === 'files' ? { text: 'imported, not checked', tone: '' } : doneWord(parts);
		case 'incomplete':
			return { text: withProofs('incomplete', parts), tone: 'warn' };
		case 'failed':
			return { text: 'failed', tone: 'bad' };
		case 'cancelled':
			return { text: 'stopped', tone: '' };
		case 'answered':
			return { text: answerWord(request), tone: '' };
		case 'undone':
			return { text: 'undone', tone: '' };
		default:
			return assertNever(status);
	}
}

function openWord(state: RunState, request: RequestState, tasks: readonly TaskState[]): Word {
	if (state.isPaused) return { text: 'paused', tone: 'warn' };
	if (questionsOf(state).length > 0) return { text: 'needs you', tone: 'warn' };
	const isFirst = request === state.requests[0];
	switch (state.phase) {
		case 'approval':
			return { text: 'waits for your yes', tone: 'warn' };
		case 'building': {
			const planned = tasks.filter(({ status }) => status !== 'skipped');
			const done = planned.filter(({ status }) => status === 'done').length;
			return { text: planned.length > 0 ? `building, ${done} of ${planned.length} done` : 'building', tone: 'busy' };
		}
		case 'checking': {
			const gates = gatesOf(state);
			const settled = gates.filter(({ status }) => status !== 'pending' && status !== 'running').length;
			return { text: `checking ${Math.min(settled + 1, gates.length)} of ${gates.length}`, tone: 'busy' };
		}
		case 'fixing':
			return { text: 'repairing', tone: 'busy' };
		default:
			return { text: isFirst ? 'reading the requirement' : 'understanding', tone: 'busy' };
	}
}

function doneWord(parts: WordParts): Word {
	const { planned, proven } = proofsOf(parts.end);
	if (planned === 0) return checkedWord(parts.end);
	if (parts.isRecorded) return { text: `${proven} of ${planned} proven in the record`, tone: '' };
	if (parts.isChanged) return { text: 'changed since proven', tone: 'warn' };
	return { text: `${proven} of ${planned} proven`, tone: proven === planned ? 'ok' : 'warn' };
}
/** Where nothing is to be proven, the checks that passed say how much is known. */
function checkedWord({ gates }: RunState): Word {
	const passed = Object.values(gates).filter(({ status }) => status === 'passed').length;
	if (passed === 0) return { text: 'done, not checked', tone: '' };
	return { text: `${passed} ${passed === 1 ? 'check' : 'checks'} passed`, tone: 'ok' };
}
function withProofs(word: string, { end }: WordParts): string {
	const { planned, proven } = proofsOf(end);
	return planned > 0 ? `${word}, ${proven} of ${planned} proven` : word;
}
function proofsOf(end: RunState): { planned: number; proven: number } {
	const planned = criteriaOf(end).filter(({ isPlanned }) => isPlanned);
	return { planned: planned.length, proven: planned.filter(({ isProven }) => isProven).length };
}

function answerWord({ plan }: RequestState): string {
	if (plan?.kind === 'another-app') return 'another app';
	return plan?.kind === 'nothing' ? 'nothing changed' : 'answered';
}
