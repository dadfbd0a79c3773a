import { defineWords } from '../../core/words';

export const words = defineWords({
	en: { number: 'Order number', find: 'Look it up', state: 'State', total: 'Total', on: 'Ordered on' },
	de: { number: 'Bestellnummer', find: 'Nachsehen', state: 'Stand', total: 'Summe', on: 'Bestellt am' },
	es: { number: 'Número de pedido', find: 'Consultar', state: 'Estado', total: 'Total', on: 'Pedido el' },
	zh: { number: '订单号', find: '查询', state: '订单状态', total: '合计', on: '下单日期' }
});
