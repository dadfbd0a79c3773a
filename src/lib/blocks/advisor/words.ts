import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		step: 'Question {n} of {all}',
		advice: 'We advise',
		closest: 'Nothing fits everything. This comes closest:',
		because: 'Because of your answers: {list}.',
		'not-met': 'Does not fit: {list}.',
		needed: '{n} {word} needed',
		'your-answers': 'Your answers',
		change: 'Change',
		show: 'Show the advice'
	},
	de: {
		step: 'Frage {n} von {all}',
		advice: 'Unsere Empfehlung',
		closest: 'Nichts passt ganz. Das kommt am nächsten:',
		because: 'Wegen dieser Antworten: {list}.',
		'not-met': 'Passt nicht: {list}.',
		needed: 'Benötigt: {n} {word}',
		'your-answers': 'Die Antworten',
		change: 'Ändern',
		show: 'Zur Empfehlung'
	},
	es: {
		step: 'Pregunta {n} de {all}',
		advice: 'Nuestro consejo',
		closest: 'Nada encaja del todo. Esto es lo más cercano:',
		because: 'Por sus respuestas: {list}.',
		'not-met': 'No encaja: {list}.',
		needed: 'Hacen falta {n} {word}',
		'your-answers': 'Sus respuestas',
		change: 'Cambiar',
		show: 'Ver el consejo'
	},
	zh: {
		step: '第 {n} 题,共 {all} 题',
		advice: '推荐',
		closest: '没有完全符合的,最接近的是:',
		because: '根据你的回答:{list}。',
		'not-met': '不符合:{list}。',
		needed: '需要 {n} {word}',
		'your-answers': '你的回答',
		change: '修改',
		show: '查看推荐'
	}
});
