import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		units: 'Units',
		calculate: 'Calculate',
		clear: 'Clear all',
		result: 'Result',
		waiting: 'Fill in the fields; the result is shown here.',
		'look-at': 'Please look at the marked fields.',
		'no-result': 'These values have no result.',
		whole: 'Enter a whole number',
		'more-than': 'Must be more than {n}',
		'no-day': 'Enter a day'
	},
	de: {
		units: 'Einheiten',
		calculate: 'Berechnen',
		clear: 'Alles leeren',
		result: 'Ergebnis',
		waiting: 'Felder ausfüllen; das Ergebnis steht dann hier.',
		'look-at': 'Bitte die markierten Felder ansehen.',
		'no-result': 'Für diese Werte gibt es kein Ergebnis.',
		whole: 'Bitte eine ganze Zahl eingeben',
		'more-than': 'Muss mehr als {n} sein',
		'no-day': 'Bitte einen Tag eingeben'
	},
	es: {
		units: 'Unidades',
		calculate: 'Calcular',
		clear: 'Vaciar todo',
		result: 'Resultado',
		waiting: 'Rellene los campos; el resultado aparece aquí.',
		'look-at': 'Revise los campos marcados.',
		'no-result': 'Estos valores no dan resultado.',
		whole: 'Escriba un número entero',
		'more-than': 'Debe ser más de {n}',
		'no-day': 'Escriba una fecha'
	},
	zh: {
		units: '单位',
		calculate: '计算',
		clear: '全部清空',
		result: '结果',
		waiting: '请先填写各项,结果显示在这里。',
		'look-at': '请检查标出的内容。',
		'no-result': '这些数值没有结果。',
		whole: '请输入整数',
		'more-than': '必须大于 {n}',
		'no-day': '请输入日期'
	}
});
