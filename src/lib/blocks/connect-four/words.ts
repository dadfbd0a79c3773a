import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		board: 'Board',
		against: 'Against',
		person: 'another person',
		computer: 'the computer',
		'is-computer': 'Computer',
		drop: 'Column {n}',
		place: 'Row {y}, column {x}: {what}',
		free: 'free',
		full: 'This column is full.',
		won: 'Won',
		draws: 'Draws'
	},
	de: {
		board: 'Spielfeld',
		against: 'Gegen',
		person: 'eine andere Person',
		computer: 'den Computer',
		'is-computer': 'Computer',
		drop: 'Spalte {n}',
		place: 'Reihe {y}, Spalte {x}: {what}',
		free: 'frei',
		full: 'Diese Spalte ist voll.',
		won: 'Gewonnen',
		draws: 'Unentschieden'
	},
	es: {
		board: 'Tablero',
		against: 'Contra',
		person: 'otra persona',
		computer: 'el ordenador',
		'is-computer': 'Ordenador',
		drop: 'Columna {n}',
		place: 'Fila {y}, columna {x}: {what}',
		free: 'libre',
		full: 'Esta columna está llena.',
		won: 'Ganadas',
		draws: 'Empates'
	},
	zh: {
		board: '棋盘',
		against: '对手',
		person: '另一位玩家',
		computer: '电脑',
		'is-computer': '电脑',
		drop: '第 {n} 列',
		place: '第 {y} 行第 {x} 列:{what}',
		free: '空',
		full: '这一列已满。',
		won: '胜',
		draws: '平局'
	}
});
