import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		all: 'All',
		states: 'State',
		state: 'State of the entry of {when}',
		'none-in': 'Nothing is “{state}”',
		sent: 'Sent',
		count: 'Entries: {n}'
	},
	de: {
		...{ all: 'Alle', states: 'Stand', state: 'Stand des Eintrags vom {when}', 'none-in': 'Nichts ist „{state}“' },
		...{ sent: 'Gesendet', count: 'Einträge: {n}' }
	},
	es: {
		...{ all: 'Todos', states: 'Estado', state: 'Estado de la entrada del {when}', 'none-in': 'Nada está «{state}»' },
		...{ sent: 'Enviado', count: 'Entradas: {n}' }
	},
	zh: {
		all: '全部',
		states: '状态',
		state: '{when} 条目的状态',
		'none-in': '没有“{state}”的条目',
		sent: '提交时间',
		count: '共 {n} 条'
	}
});
