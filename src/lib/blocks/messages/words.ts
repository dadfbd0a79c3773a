import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		...{ text: 'What you write', back: 'All', 'under-way': 'Under way, arrives {when}', sent: 'Sent, arrives {when}' },
		...{
			refused: 'This cannot be sent to {name}.',
			profile: 'Make your profile first',
			people: 'Whom you have written to',
			you: 'You'
		}
	},
	de: {
		...{
			text: 'Was Sie schreiben',
			back: 'Alle',
			'under-way': 'Unterwegs, kommt an: {when}',
			sent: 'Abgeschickt, kommt an: {when}'
		},
		...{ refused: 'An {name} kann nichts gesendet werden.', profile: 'Zuerst das eigene Profil anlegen' },
		...{ people: 'Ihr Schriftwechsel', you: 'Sie' }
	},
	es: {
		...{ text: 'Lo que escribe', back: 'Todos', 'under-way': 'En camino, llega el {when}', sent: 'Enviado, llega el {when}' },
		...{ refused: 'No se puede enviar a {name}.', profile: 'Primero cree su perfil', people: 'Su correspondencia', you: 'Usted' }
	},
	zh: {
		...{ text: '写点什么', back: '全部', 'under-way': '寄送中,{when} 送达', sent: '已寄出,{when} 送达' },
		...{ refused: '无法发送给{name}。', profile: '请先创建资料', people: '往来信件', you: '您' }
	}
});
