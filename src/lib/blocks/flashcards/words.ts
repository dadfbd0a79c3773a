import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		deck: 'Deck',
		turn: 'Turn the card',
		front: 'Front',
		back: 'Back',
		knew: 'I knew it',
		'knew-not': 'Once more',
		left: '{n} of {all} known',
		done: 'All cards known!',
		missed: 'Asked again: {n}',
		add: 'Add a card',
		added: 'Card added'
	},
	de: {
		deck: 'Stapel',
		turn: 'Karte umdrehen',
		front: 'Vorderseite',
		back: 'Rückseite',
		knew: 'Gewusst',
		'knew-not': 'Noch einmal',
		left: '{n} von {all} gewusst',
		done: 'Alle Karten gewusst!',
		missed: 'Wiederholt: {n}',
		add: 'Karte hinzufügen',
		added: 'Karte hinzugefügt'
	},
	es: {
		deck: 'Mazo',
		turn: 'Girar la tarjeta',
		front: 'Anverso',
		back: 'Reverso',
		knew: 'Lo sabía',
		'knew-not': 'Otra vez',
		left: '{n} de {all} sabidas',
		done: '¡Todas las tarjetas sabidas!',
		missed: 'Repetidas: {n}',
		add: 'Añadir una tarjeta',
		added: 'Tarjeta añadida'
	},
	zh: {
		deck: '卡组',
		turn: '翻面',
		front: '正面',
		back: '背面',
		knew: '记住了',
		'knew-not': '再来一次',
		left: '已记住 {n} / {all}',
		done: '全部记住了!',
		missed: '重复:{n}',
		add: '添加卡片',
		added: '已添加卡片'
	}
});
