import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		share: '{n} of {all}',
		new: 'New entry',
		'new-one': 'New entry: {group}',
		remove: 'Remove {name}',
		reset: 'Untick all',
		streak: 'Days in a row: {n}',
		there: 'That is in the list already.',
		empty: 'Write what it is first.'
	},
	de: {
		share: '{n} von {all}',
		new: 'Neuer Eintrag',
		'new-one': 'Neuer Eintrag: {group}',
		remove: 'Entfernen: {name}',
		reset: 'Alle Häkchen entfernen',
		streak: 'Tage in Folge: {n}',
		there: 'Das steht schon in der Liste.',
		empty: 'Bitte zuerst etwas eingeben.'
	},
	es: {
		share: '{n} de {all}',
		new: 'Nueva entrada',
		'new-one': 'Nueva entrada: {group}',
		remove: 'Quitar: {name}',
		reset: 'Desmarcar todo',
		streak: 'Días seguidos: {n}',
		there: 'Ya está en la lista.',
		empty: 'Escriba algo primero.'
	},
	zh: {
		share: '{n} / {all}',
		new: '新增一项',
		'new-one': '新增:{group}',
		remove: '移除:{name}',
		reset: '全部取消勾选',
		streak: '连续天数:{n}',
		there: '列表中已有此项。',
		empty: '请先填写内容。'
	}
});
