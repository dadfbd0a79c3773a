import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		open: 'Open now, until {until}',
		closed: 'Closed now',
		today: 'Opens today at {from}',
		later: 'Opens on {day} at {from}',
		shut: 'closed'
	},
	de: {
		open: 'Jetzt geöffnet, bis {until} Uhr',
		closed: 'Jetzt geschlossen',
		today: 'Öffnet heute um {from} Uhr',
		later: 'Öffnet am {day} um {from} Uhr',
		shut: 'geschlossen'
	},
	es: {
		open: 'Abierto ahora, hasta las {until}',
		closed: 'Cerrado ahora',
		today: 'Abre hoy a las {from}',
		later: 'Abre el {day} a las {from}',
		shut: 'cerrado'
	},
	zh: {
		open: '营业中,至 {until}',
		closed: '休息中',
		today: '今天 {from} 开门',
		later: '{day} {from} 开门',
		shut: '休息'
	}
});
