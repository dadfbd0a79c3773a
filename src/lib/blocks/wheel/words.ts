import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		spin: 'Spin',
		spinning: 'Spinning ...',
		drawn: 'It is: {name}',
		entries: 'On the wheel',
		'new-entry': 'New entry',
		twice: 'This is on the wheel already',
		least: 'The wheel needs at least two entries.',
		history: 'Drawn so far',
		'take-off': 'Take {name} off',
		off: 'Remove {name}',
		reset: 'All entries again'
	},
	de: {
		spin: 'Drehen',
		spinning: 'Es dreht sich ...',
		drawn: 'Gezogen: {name}',
		entries: 'Auf dem Rad',
		'new-entry': 'Neuer Eintrag',
		twice: 'Das ist schon auf dem Rad',
		least: 'Das Rad braucht mindestens zwei Einträge.',
		history: 'Bisher gezogen',
		'take-off': '{name} vom Rad nehmen',
		off: '{name} entfernen',
		reset: 'Wieder alle Einträge'
	},
	es: {
		spin: 'Girar',
		spinning: 'Girando ...',
		drawn: 'Ha salido: {name}',
		entries: 'En la ruleta',
		'new-entry': 'Nueva entrada',
		twice: 'Ya está en la ruleta',
		least: 'La ruleta necesita al menos dos entradas.',
		history: 'Salidas hasta ahora',
		'take-off': 'Quitar {name} de la ruleta',
		off: 'Quitar {name}',
		reset: 'Otra vez todas'
	},
	zh: {
		spin: '转动',
		spinning: '转动中……',
		drawn: '抽中:{name}',
		entries: '转盘选项',
		'new-entry': '新选项',
		twice: '转盘上已有此项',
		least: '转盘至少需要两个选项。',
		history: '已抽中',
		'take-off': '从转盘移除 {name}',
		off: '移除 {name}',
		reset: '恢复所有选项'
	}
});
