import type { Steps } from './steps';

export const messageSteps: Steps<'question.asked' | 'question.answered' | 'message' | 'fault.injected'> = {
	'question.asked': (state, { payload: { questionId, question, default: byDefault }, from, taskId }) => {
		const asked = { id: questionId, question, default: byDefault, answer: null, byDefault: false, from, taskId: taskId ?? null };
		return { ...state, questions: [...state.questions.filter(({ id }) => id !== questionId), asked] };
	},
	'question.answered': (state, { payload: { questionId, answer, byDefault } }) => ({
		...state,
		questions: state.questions.map((question) => (question.id === questionId ? { ...question, answer, byDefault } : question))
	}),
	message: (state, { id, from, to, payload: { text }, time }) => ({
		...state,
		messages: [...state.messages, { id, from, to: to ?? null, text, time }]
	}),
	'fault.injected': (state) => state
};
