import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		left: 'Still free: {n} {word}',
		full: 'All {word} are taken',
		'full-hint': 'Nothing more can be sent at the moment.',
		closed: 'Closed since {day}',
		until: 'Open until {day}',
		taken: 'We have that already: {value}',
		failed: 'It could not be sent. Please try again.',
		another: 'Send another one'
	},
	de: {
		left: 'Noch frei: {n} {word}',
		full: 'Alle {word} sind vergeben',
		'full-hint': 'Zurzeit kann nichts mehr gesendet werden.',
		closed: 'Geschlossen seit {day}',
		until: 'Offen bis {day}',
		taken: 'Das haben wir schon: {value}',
		failed: 'Das Senden ist nicht gelungen. Bitte noch einmal versuchen.',
		another: 'Noch etwas senden'
	},
	es: {
		left: 'Quedan: {n} {word}',
		full: 'Ya no quedan {word}',
		'full-hint': 'De momento no se puede enviar nada más.',
		closed: 'Cerrado desde el {day}',
		until: 'Abierto hasta el {day}',
		taken: 'Ya lo tenemos: {value}',
		failed: 'No se ha podido enviar. Inténtelo otra vez.',
		another: 'Enviar otro'
	},
	zh: {
		left: '剩余 {n} {word}',
		full: '{word}已满',
		'full-hint': '目前无法再提交。',
		closed: '已于 {day} 截止',
		until: '截止日期:{day}',
		taken: '已经登记过:{value}',
		failed: '提交失败,请重试。',
		another: '再提交一份'
	}
});
