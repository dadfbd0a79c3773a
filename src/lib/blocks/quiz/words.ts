import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		count: 'Questions: {n}',
		question: 'Question {n} of {all}',
		right: 'Right!',
		wrong: 'Not quite: {answer}',
		late: 'Time is up: {answer}',
		left: 'Time left: {n} s',
		result: 'See the result',
		score: '{right} of {all} right',
		best: 'Your best so far: {right} of {all}'
	},
	de: {
		count: 'Fragen: {n}',
		question: 'Frage {n} von {all}',
		right: 'Richtig!',
		wrong: 'Nicht ganz: {answer}',
		late: 'Die Zeit ist um: {answer}',
		left: 'Noch {n} s',
		result: 'Zum Ergebnis',
		score: '{right} von {all} richtig',
		best: 'Bisher am besten: {right} von {all}'
	},
	es: {
		count: 'Preguntas: {n}',
		question: 'Pregunta {n} de {all}',
		right: '¡Correcto!',
		wrong: 'No exactamente: {answer}',
		late: 'Se acabó el tiempo: {answer}',
		left: 'Quedan {n} s',
		result: 'Ver el resultado',
		score: '{right} de {all} correctas',
		best: 'Su mejor resultado: {right} de {all}'
	},
	zh: {
		count: '共 {n} 题',
		question: '第 {n} 题,共 {all} 题',
		right: '答对了!',
		wrong: '不对,正确答案是:{answer}',
		late: '时间到,正确答案是:{answer}',
		left: '剩余 {n} 秒',
		result: '查看结果',
		score: '答对 {right} 题,共 {all} 题',
		best: '目前最好成绩:{right} / {all}'
	}
});
