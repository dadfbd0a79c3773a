import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		count: 'Questions: {n}',
		question: 'Question {n} of {all}',
		right: 'Right!',
		wrong: 'Not quite: {answer}',
		result: 'See the result',
		score: '{right} of {all} right',
		best: 'Your best so far: {right} of {all}'
	},
	de: {
		count: 'Fragen: {n}',
		question: 'Frage {n} von {all}',
		right: 'Richtig!',
		wrong: 'Nicht ganz: {answer}',
		result: 'Zum Ergebnis',
		score: '{right} von {all} richtig',
		best: 'Bisher am besten: {right} von {all}'
	},
	es: {
		count: 'Preguntas: {n}',
		question: 'Pregunta {n} de {all}',
		right: '¡Correcto!',
		wrong: 'No exactamente: {answer}',
		result: 'Ver el resultado',
		score: '{right} de {all} correctas',
		best: 'Su mejor resultado: {right} de {all}'
	},
	zh: {
		count: '共 {n} 题',
		question: '第 {n} 题,共 {all} 题',
		right: '答对了!',
		wrong: '不对,正确答案是:{answer}',
		result: '查看结果',
		score: '答对 {right} 题,共 {all} 题',
		best: '目前最好成绩:{right} / {all}'
	}
});
