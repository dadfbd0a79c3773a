import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		all: 'All',
		state: 'State of {number}',
		states: 'State',
		total: 'Total',
		'none-in': 'No order is "{state}" now.',
		delivery: 'Delivery'
	},
	de: {
		all: 'Alle',
		state: 'Stand von {number}',
		states: 'Stand',
		total: 'Summe',
		'none-in': 'Keine Bestellung ist gerade „{state}“.',
		delivery: 'Versand'
	},
	es: {
		all: 'Todos',
		state: 'Estado de {number}',
		states: 'Estado',
		total: 'Total',
		'none-in': 'Ningún pedido está en «{state}».',
		delivery: 'Envío'
	},
	zh: {
		all: '全部',
		state: '{number} 的状态',
		states: '状态',
		total: '合计',
		'none-in': '目前没有“{state}”的订单。',
		delivery: '运费'
	}
});
