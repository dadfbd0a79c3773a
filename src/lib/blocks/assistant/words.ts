import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		open: 'Open {name}',
		log: 'Conversation',
		yours: 'Your question',
		program: 'A program, not a person',
		ask: 'Ask',
		also: 'Perhaps you mean:',
		you: 'You:'
	},
	de: {
		open: '{name} öffnen',
		log: 'Gespräch',
		yours: 'Ihre Frage',
		program: 'Ein Programm, kein Mensch',
		ask: 'Fragen',
		also: 'Vielleicht gemeint:',
		you: 'Sie:'
	},
	es: {
		open: 'Abrir {name}',
		log: 'Conversación',
		yours: 'Su pregunta',
		program: 'Un programa, no una persona',
		ask: 'Preguntar',
		also: 'Quizá quiere decir:',
		you: 'Usted:'
	},
	zh: {
		open: '打开{name}',
		log: '对话',
		yours: '您的问题',
		program: '自动程序,不是真人',
		ask: '提问',
		also: '您可能想问:',
		you: '您:'
	}
});
