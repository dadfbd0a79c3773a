import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		give: 'Given: {name}',
		'give-it': 'Mark as given',
		return: 'Returned: {name}',
		'return-it': 'Mark as returned',
		given: 'given',
		returned: 'returned',
		remove: 'Cancel {name}',
		'remove-it': 'Cancel',
		'sure-title': 'Cancel this booking?',
		keep: 'Keep it',
		by: 'Booked by',
		late: 'should be back'
	},
	de: {
		give: 'Ausgegeben: {name}',
		'give-it': 'Als ausgegeben markieren',
		return: 'Zurückgebracht: {name}',
		'return-it': 'Als zurückgebracht markieren',
		given: 'ausgegeben',
		returned: 'zurückgebracht',
		remove: 'Stornieren: {name}',
		'remove-it': 'Stornieren',
		'sure-title': 'Diese Buchung stornieren?',
		keep: 'Behalten',
		by: 'Gebucht von',
		late: 'überfällig'
	},
	es: {
		give: 'Entregado: {name}',
		'give-it': 'Marcar como entregado',
		return: 'Devuelto: {name}',
		'return-it': 'Marcar como devuelto',
		given: 'entregado',
		returned: 'devuelto',
		remove: 'Cancelar: {name}',
		'remove-it': 'Cancelar',
		'sure-title': '¿Cancelar esta reserva?',
		keep: 'Mantenerla',
		by: 'Reservado por',
		late: 'pendiente de devolver'
	},
	zh: {
		give: '已借出:{name}',
		'give-it': '标记为已借出',
		return: '已归还:{name}',
		'return-it': '标记为已归还',
		given: '已借出',
		returned: '已归还',
		remove: '取消:{name}',
		'remove-it': '取消',
		'sure-title': '取消这个预订吗?',
		keep: '保留',
		by: '预订人',
		late: '应归还'
	}
});
