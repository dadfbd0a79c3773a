import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		roll: 'Roll',
		sum: 'Sum',
		die: 'Die with {sides} sides: {n}',
		'not-thrown': 'Die with {sides} sides',
		history: 'Throws so far',
		add: 'Add a die with {sides} sides',
		off: 'Take a die off',
		kinds: 'More dice',
		throws: 'Throws',
		average: 'Average'
	},
	de: {
		roll: 'Würfeln',
		sum: 'Summe',
		die: 'Würfel mit {sides} Seiten: {n}',
		'not-thrown': 'Würfel mit {sides} Seiten',
		history: 'Bisherige Würfe',
		add: 'Würfel mit {sides} Seiten dazu',
		off: 'Einen Würfel weg',
		kinds: 'Weitere Würfel',
		throws: 'Würfe',
		average: 'Durchschnitt'
	},
	es: {
		roll: 'Tirar',
		sum: 'Suma',
		die: 'Dado de {sides} caras: {n}',
		'not-thrown': 'Dado de {sides} caras',
		history: 'Tiradas hasta ahora',
		add: 'Añadir un dado de {sides} caras',
		off: 'Quitar un dado',
		kinds: 'Más dados',
		throws: 'Tiradas',
		average: 'Media'
	},
	zh: {
		roll: '掷骰子',
		sum: '总和',
		die: '{sides} 面骰子:{n}',
		'not-thrown': '{sides} 面骰子',
		history: '投掷记录',
		add: '添加 {sides} 面骰子',
		off: '移除一个骰子',
		kinds: '更多骰子',
		throws: '次数',
		average: '平均'
	}
});
