import { defineWords } from '../../core/words';

export const words = defineWords({
	en: { search: 'Search the questions', nothing: 'Nothing found for “{text}”', hint: 'Try a shorter word.', found: 'Found: {n}' },
	de: {
		...{
			search: 'Fragen durchsuchen',
			nothing: 'Nichts gefunden zu „{text}“',
			hint: 'Versuchen Sie es mit einem kürzeren Wort.'
		},
		found: 'Gefunden: {n}'
	},
	es: {
		...{ search: 'Buscar en las preguntas', nothing: 'No se ha encontrado nada sobre «{text}»' },
		...{ hint: 'Pruebe con una palabra más corta.', found: 'Encontradas: {n}' }
	},
	zh: { search: '搜索问题', nothing: '没有找到与“{text}”有关的问题', hint: '请换一个更短的词。', found: '找到 {n} 条' }
});
