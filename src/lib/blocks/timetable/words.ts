import { defineWords } from '../../core/words';

export const words = defineWords({
	en: { today: 'Today, {day}', next: 'Next', on: '{day}: {title} at {time}' },
	de: { today: 'Heute, {day}', next: 'Als Nächstes', on: '{day}: {title} um {time}' },
	es: { today: 'Hoy, {day}', next: 'Lo siguiente', on: '{day}: {title}, {time}' },
	zh: { today: '今天,{day}', next: '下一项', on: '{day}:{title} {time}' }
});
