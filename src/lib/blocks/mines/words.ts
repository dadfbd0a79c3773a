import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		board: 'Board',
		shut: 'Row {y}, column {x}: shut',
		flagged: 'Row {y}, column {x}: flagged',
		open: 'Row {y}, column {x}: {n} around',
		mine: 'Row {y}, column {x}: a mine',
		left: 'Mines left',
		mode: 'A tap',
		opens: 'opens',
		flags: 'flags',
		won: 'All clear!',
		lost: 'That was a mine',
		help: 'A right click or a long press sets a flag; so does the key F.'
	},
	de: {
		board: 'Spielfeld',
		shut: 'Reihe {y}, Spalte {x}: verdeckt',
		flagged: 'Reihe {y}, Spalte {x}: markiert',
		open: 'Reihe {y}, Spalte {x}: {n} ringsum',
		mine: 'Reihe {y}, Spalte {x}: eine Mine',
		left: 'Minen übrig',
		mode: 'Tippen',
		opens: 'öffnet',
		flags: 'markiert',
		won: 'Alles frei!',
		lost: 'Das war eine Mine',
		help: 'Rechtsklick, langer Druck oder die Taste F setzt eine Markierung.'
	},
	es: {
		board: 'Tablero',
		shut: 'Fila {y}, columna {x}: cerrada',
		flagged: 'Fila {y}, columna {x}: marcada',
		open: 'Fila {y}, columna {x}: {n} alrededor',
		mine: 'Fila {y}, columna {x}: una mina',
		left: 'Minas restantes',
		mode: 'Tocar',
		opens: 'abre',
		flags: 'marca',
		won: '¡Todo despejado!',
		lost: 'Era una mina',
		help: 'El botón derecho, una pulsación larga o la tecla F pone una marca.'
	},
	zh: {
		board: '棋盘',
		shut: '第 {y} 行第 {x} 列:未翻开',
		flagged: '第 {y} 行第 {x} 列:已标记',
		open: '第 {y} 行第 {x} 列:周围 {n}',
		mine: '第 {y} 行第 {x} 列:地雷',
		left: '剩余地雷',
		mode: '点按',
		opens: '翻开',
		flags: '标记',
		won: '全部清除!',
		lost: '踩到地雷了',
		help: '右键、长按或按 F 键可标记。'
	}
});
