import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		...{ days: 'days', hours: 'hours', minutes: 'minutes', seconds: 'seconds' },
		...{ 'days-1': 'day', 'hours-1': 'hour', 'minutes-1': 'minute', 'seconds-1': 'second' }
	},
	de: {
		...{ days: 'Tage', hours: 'Stunden', minutes: 'Minuten', seconds: 'Sekunden' },
		...{ 'days-1': 'Tag', 'hours-1': 'Stunde', 'minutes-1': 'Minute', 'seconds-1': 'Sekunde' }
	},
	es: {
		...{ days: 'días', hours: 'horas', minutes: 'minutos', seconds: 'segundos' },
		...{ 'days-1': 'día', 'hours-1': 'hora', 'minutes-1': 'minuto', 'seconds-1': 'segundo' }
	},
	zh: {
		...{ days: '天', hours: '小时', minutes: '分钟', seconds: '秒' },
		...{ 'days-1': '天', 'hours-1': '小时', 'minutes-1': '分钟', 'seconds-1': '秒' }
	}
});
