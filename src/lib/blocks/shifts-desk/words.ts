import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		add: 'Add a shift',
		title: 'Name',
		date: 'Day',
		from: 'From',
		to: 'To',
		where: 'Where',
		task: 'What',
		people: 'How many people',
		order: 'The end is not after the beginning.',
		delete: 'Delete {name}',
		'sure-title': 'Delete this shift?',
		sure: '"{name}" will be gone, and {n} who joined it with it.',
		count: '{n} of {all}',
		none: 'No shifts yet'
	},
	de: {
		add: 'Schicht anlegen',
		title: 'Name',
		date: 'Tag',
		from: 'Von',
		to: 'Bis',
		where: 'Wo',
		task: 'Was',
		people: 'Wie viele Leute',
		order: 'Das Ende liegt nicht nach dem Anfang.',
		delete: 'Löschen: {name}',
		'sure-title': 'Diese Schicht löschen?',
		sure: '„{name}“ ist dann weg, mit {n} Anmeldungen.',
		count: '{n} von {all}',
		none: 'Noch keine Schichten'
	},
	es: {
		add: 'Añadir un turno',
		title: 'Nombre',
		date: 'Día',
		from: 'Desde',
		to: 'Hasta',
		where: 'Dónde',
		task: 'Qué',
		people: 'Cuántas personas',
		order: 'El final no es posterior al comienzo.',
		delete: 'Eliminar: {name}',
		'sure-title': '¿Eliminar este turno?',
		sure: '«{name}» se eliminará, con {n} inscripciones.',
		count: '{n} de {all}',
		none: 'Todavía no hay turnos'
	},
	zh: {
		add: '添加班次',
		title: '名称',
		date: '日期',
		from: '开始',
		to: '结束',
		where: '地点',
		task: '任务',
		people: '需要人数',
		order: '结束时间必须晚于开始时间。',
		delete: '删除:{name}',
		'sure-title': '删除这个班次吗?',
		sure: '“{name}”及其 {n} 个报名将被删除。',
		count: '{n} / {all}',
		none: '还没有班次'
	}
});
