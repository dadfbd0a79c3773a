import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		field: 'Field of {n} by {n}',
		state: 'Snake of {length}, head in column {x}, row {y}, going {way}; food in column {fx}, row {fy}',
		speed: 'Speed',
		begin: 'Arrow keys, a swipe or the arrows below steer the snake.',
		eaten: 'Points: {n}',
		up: 'Up',
		down: 'Down',
		left: 'Left',
		right: 'Right',
		steer: 'Steer'
	},
	de: {
		field: 'Feld mit {n} mal {n}',
		state: 'Schlange der Länge {length}, Kopf in Spalte {x}, Reihe {y}, Richtung {way}; Futter in Spalte {fx}, Reihe {fy}',
		speed: 'Tempo',
		begin: 'Pfeiltasten, Wischen oder die Pfeile unten lenken die Schlange.',
		eaten: 'Punkte: {n}',
		up: 'Nach oben',
		down: 'Nach unten',
		left: 'Nach links',
		right: 'Nach rechts',
		steer: 'Lenken'
	},
	es: {
		field: 'Campo de {n} por {n}',
		state: 'Serpiente de {length}, cabeza en columna {x}, fila {y}, hacia {way}; comida en columna {fx}, fila {fy}',
		speed: 'Velocidad',
		begin: 'Las flechas del teclado, un gesto o las flechas de abajo guían la serpiente.',
		eaten: 'Puntos: {n}',
		up: 'Arriba',
		down: 'Abajo',
		left: 'Izquierda',
		right: 'Derecha',
		steer: 'Guiar'
	},
	zh: {
		field: '{n} × {n} 场地',
		state: '蛇长 {length},蛇头在第 {x} 列第 {y} 行,方向{way};食物在第 {fx} 列第 {fy} 行',
		speed: '速度',
		begin: '用方向键、滑动或下面的箭头控制方向。',
		eaten: '得分:{n}',
		up: '向上',
		down: '向下',
		left: '向左',
		right: '向右',
		steer: '方向'
	}
});
