import type { RunState } from '../../log/state';
import { roleLabel } from '../../domain/role-names';
import { phasesOf } from './phases';
import type { QuestionView, RunStatus, Word } from './run-view';

/** How a run stands: for the status line, the buttons, and whoever listens instead of looking. */

export function statusOf(state: RunState, questions: readonly QuestionView[]): RunStatus {
	if (state.phase === 'idle') return 'idle';
	if (state.phase === 'cancelled') return 'cancelled';
	if (state.phase === 'done') return 'finished';
	if (state.phase === 'incomplete' || state.phase === 'failed') return 'failed';
	if (state.isPaused) return 'paused';
	return questions.length > 0 ? 'needs-you' : 'running';
}

export function runWord(state: RunState, status: RunStatus): Word {
	if (status === 'paused') return { text: 'paused', tone: 'warn' };
	if (status === 'needs-you') return { text: 'needs you', tone: 'warn' };
	const words: Record<RunState['phase'], Word> = {
		idle: { text: 'not started', tone: '' },
		blueprint: { text: 'reading the requirement', tone: 'busy' },
		approval: { text: 'planning', tone: 'busy' },
		building: { text: 'building', tone: 'busy' },
		checking: { text: 'verifying', tone: 'busy' },
		fixing: { text: 'repairing', tone: 'busy' },
		done: { text: 'live', tone: 'ok' },
		incomplete: { text: 'incomplete', tone: 'warn' },
		failed: { text: 'failed', tone: 'bad' },
		cancelled: { text: 'stopped', tone: '' }
	};
	return words[state.phase];
}

/** Of an answer, in characters: the rest is there to read. */
const MAX_SPOKEN = 300;

/** The last thing worth saying aloud. */
export function announcementOf(state: RunState, questions: readonly QuestionView[]): string {
	const [question] = questions;
	if (question) return `${roleLabel(question.from)} asks: ${question.text}`;
	const last = state.requests.at(-1);
	if (last?.status === 'undone') return 'The change was taken back.';
	if (last?.status === 'answered' && last.plan) return `Answered: ${last.plan.reply.slice(0, MAX_SPOKEN)}`;
	if (state.endedAt !== null) return `The run is over: ${state.summary || state.phase}`;
	const now = phasesOf(state).find((phase) => phase.state === 'now');
	return now ? `${now.label}, ${runWord(state, 'running').text}` : '';
}
