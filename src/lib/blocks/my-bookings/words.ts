import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		cancel: 'Cancel {name}',
		'sure-title': 'Cancel this booking?',
		yes: 'Cancel it',
		keep: 'Keep it',
		cancelled: 'Cancelled: {name}',
		late: 'It can only be cancelled until {n} hours before.',
		earlier: 'Earlier'
	},
	de: {
		cancel: 'Stornieren: {name}',
		'sure-title': 'Diese Buchung stornieren?',
		yes: 'Stornieren',
		keep: 'Behalten',
		cancelled: 'Storniert: {name}',
		late: 'Stornieren geht nur bis {n} Stunden vorher.',
		earlier: 'Früher'
	},
	es: {
		cancel: 'Cancelar: {name}',
		'sure-title': '¿Cancelar esta reserva?',
		yes: 'Cancelar la reserva',
		keep: 'Mantenerla',
		cancelled: 'Cancelada: {name}',
		late: 'Solo se puede cancelar hasta {n} horas antes.',
		earlier: 'Anteriores'
	},
	zh: {
		cancel: '取消:{name}',
		'sure-title': '取消这个预订吗?',
		yes: '取消预订',
		keep: '保留',
		cancelled: '已取消:{name}',
		late: '只能在开始前 {n} 小时以上取消。',
		earlier: '以往预订'
	}
});
