import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		board: 'Board of {n} by {n}',
		row: 'Row {n}: {values}',
		empty: 'empty',
		reached: 'You have reached {n}!',
		'play-on': 'Play on',
		stuck: 'No more moves',
		'stuck-score': 'Points: {n}',
		up: 'Up',
		down: 'Down',
		left: 'Left',
		right: 'Right',
		slide: 'Slide'
	},
	de: {
		board: 'Feld mit {n} mal {n}',
		row: 'Reihe {n}: {values}',
		empty: 'leer',
		reached: '{n} ist erreicht!',
		'play-on': 'Weiterspielen',
		stuck: 'Kein Zug mehr möglich',
		'stuck-score': 'Punkte: {n}',
		up: 'Nach oben',
		down: 'Nach unten',
		left: 'Nach links',
		right: 'Nach rechts',
		slide: 'Schieben'
	},
	es: {
		board: 'Tablero de {n} por {n}',
		row: 'Fila {n}: {values}',
		empty: 'vacío',
		reached: '¡Ha llegado a {n}!',
		'play-on': 'Seguir jugando',
		stuck: 'No quedan jugadas',
		'stuck-score': 'Puntos: {n}',
		up: 'Arriba',
		down: 'Abajo',
		left: 'Izquierda',
		right: 'Derecha',
		slide: 'Deslizar'
	},
	zh: {
		board: '{n} × {n} 棋盘',
		row: '第 {n} 行:{values}',
		empty: '空',
		reached: '达到 {n}!',
		'play-on': '继续玩',
		stuck: '无路可走了',
		'stuck-score': '得分:{n}',
		up: '向上',
		down: '向下',
		left: '向左',
		right: '向右',
		slide: '滑动'
	}
});
