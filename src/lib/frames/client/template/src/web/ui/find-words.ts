import { defineWords } from '../../core/words';

export const findWords = defineWords({
	en: {
		all: 'All',
		'at-least': 'from {step}',
		'at-most': 'up to {step}',
		falling: 'Other way round',
		hint: 'Try fewer words or other filters.',
		'none-found': 'Nothing found',
		only: 'Only {label}',
		own: 'As listed',
		reset: 'Show all',
		sort: 'Sort by'
	},
	de: {
		all: 'Alle',
		'at-least': 'ab {step}',
		'at-most': 'bis {step}',
		falling: 'Umgekehrte Reihenfolge',
		hint: 'Vielleicht mit weniger Wörtern oder anderen Filtern.',
		'none-found': 'Nichts gefunden',
		only: 'Nur {label}',
		own: 'Wie aufgeführt',
		reset: 'Alle zeigen',
		sort: 'Sortieren nach'
	},
	es: {
		all: 'Todo',
		'at-least': 'desde {step}',
		'at-most': 'hasta {step}',
		falling: 'Orden inverso',
		hint: 'Pruebe con menos palabras u otros filtros.',
		'none-found': 'No se ha encontrado nada',
		only: 'Solo {label}',
		own: 'Orden de la lista',
		reset: 'Mostrar todo',
		sort: 'Ordenar por'
	},
	zh: {
		all: '全部',
		'at-least': '{step}起',
		'at-most': '{step}以内',
		falling: '倒序',
		hint: '请减少关键词或更换筛选条件。',
		'none-found': '没有找到',
		only: '仅{label}',
		own: '默认顺序',
		reset: '显示全部',
		sort: '排序'
	}
});
