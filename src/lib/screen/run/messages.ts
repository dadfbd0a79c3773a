import type { RunState } from '../../log/state';
import type { MessageView, QuestionView } from './run-view';

/** What only the person can decide. */
export function questionsOf(state: RunState): QuestionView[] {
	if (state.endedAt !== null) return [];
	return state.questions
		.filter((question) => question.answer === null)
		.map((question) => ({
			id: question.id,
			from: question.from,
			text: question.question,
			options: question.default ? [question.default] : [],
			fallback: question.default || undefined
		}));
}

/** The words between the person and the team, oldest first. */
export function messagesOf(state: RunState): MessageView[] {
	return state.messages
		.filter((message) => message.from === 'user' || message.to === 'user' || message.to === null)
		.map((message) => ({
			id: message.id,
			from: message.from,
			to: message.to ?? undefined,
			text: message.text,
			timeMs: message.time
		}));
}
