import { defineWords } from '../../core/words';

export const words = defineWords({
	en: { question: 'Question {n} of {all}', result: 'Your result', shares: 'All results', show: 'See the result' },
	de: { question: 'Frage {n} von {all}', result: 'Das Ergebnis', shares: 'Alle Ergebnisse', show: 'Zum Ergebnis' },
	es: { question: 'Pregunta {n} de {all}', result: 'Su resultado', shares: 'Todos los resultados', show: 'Ver el resultado' },
	zh: { question: '第 {n} 题,共 {all} 题', result: '你的结果', shares: '所有结果', show: '查看结果' }
});
