import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		question: 'Question {n} of {all}',
		required: 'Please answer this question',
		several: 'Several answers are possible',
		send: 'Send the answers',
		already: 'This browser has already answered.',
		results: 'Results',
		answers: 'Answers so far: {n}',
		mean: 'Average: {n}',
		people: '{n} · {share}',
		closed: 'The survey is closed.',
		'no-names': 'No names are asked or kept.',
		nothing: 'No answers yet.'
	},
	de: {
		question: 'Frage {n} von {all}',
		required: 'Bitte diese Frage beantworten',
		several: 'Mehrere Antworten sind möglich',
		send: 'Antworten senden',
		already: 'Von diesem Browser wurde schon geantwortet.',
		results: 'Ergebnisse',
		answers: 'Antworten bisher: {n}',
		mean: 'Durchschnitt: {n}',
		people: '{n} · {share}',
		closed: 'Die Umfrage ist beendet.',
		'no-names': 'Namen werden weder gefragt noch gespeichert.',
		nothing: 'Noch keine Antworten.'
	},
	es: {
		question: 'Pregunta {n} de {all}',
		required: 'Responda a esta pregunta',
		several: 'Se pueden elegir varias respuestas',
		send: 'Enviar las respuestas',
		already: 'Desde este navegador ya se ha respondido.',
		results: 'Resultados',
		answers: 'Respuestas hasta ahora: {n}',
		mean: 'Media: {n}',
		people: '{n} · {share}',
		closed: 'La encuesta está cerrada.',
		'no-names': 'No se piden ni se guardan nombres.',
		nothing: 'Aún no hay respuestas.'
	},
	zh: {
		question: '第 {n} 题,共 {all} 题',
		required: '请回答这个问题',
		several: '可多选',
		send: '提交答案',
		already: '此浏览器已经提交过。',
		results: '结果',
		answers: '目前收到 {n} 份',
		mean: '平均:{n}',
		people: '{n} · {share}',
		closed: '调查已结束。',
		'no-names': '不询问也不保存姓名。',
		nothing: '还没有答案。'
	}
});
