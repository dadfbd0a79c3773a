import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		'face-down': 'Card {n}, face down',
		board: 'Cards',
		found: 'A pair: {name}',
		'no-pair': '{a} and {b}: no pair',
		'all-found': 'All pairs found!',
		'in-moves': 'Moves: {moves}, time: {time}',
		pairs: 'Pairs: {list}'
	},
	de: {
		'face-down': 'Karte {n}, verdeckt',
		board: 'Karten',
		found: 'Ein Paar: {name}',
		'no-pair': '{a} und {b}: kein Paar',
		'all-found': 'Alle Paare gefunden!',
		'in-moves': 'Züge: {moves}, Zeit: {time}',
		pairs: 'Paare: {list}'
	},
	es: {
		'face-down': 'Carta {n}, boca abajo',
		board: 'Cartas',
		found: 'Una pareja: {name}',
		'no-pair': '{a} y {b}: no son pareja',
		'all-found': '¡Todas las parejas!',
		'in-moves': 'Jugadas: {moves}, tiempo: {time}',
		pairs: 'Parejas: {list}'
	},
	zh: {
		'face-down': '第 {n} 张牌,背面朝上',
		board: '牌面',
		found: '配成一对:{name}',
		'no-pair': '{a}和{b}:不是一对',
		'all-found': '全部配对成功!',
		'in-moves': '步数:{moves},时间:{time}',
		pairs: '对数:{list}'
	}
});
