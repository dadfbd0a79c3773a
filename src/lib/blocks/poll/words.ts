import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		vote: 'Vote',
		votes: 'Votes: {n}',
		line: '{n} · {share}',
		thanks: 'Thank you for your vote.',
		results: 'Result',
		yours: 'Your vote'
	},
	de: {
		vote: 'Abstimmen',
		votes: 'Stimmen: {n}',
		line: '{n} · {share}',
		thanks: 'Danke für die Stimme.',
		results: 'Ergebnis',
		yours: 'Ihre Stimme'
	},
	es: {
		vote: 'Votar',
		votes: 'Votos: {n}',
		line: '{n} · {share}',
		thanks: 'Gracias por su voto.',
		results: 'Resultado',
		yours: 'Su voto'
	},
	zh: { vote: '投票', votes: '票数:{n}', line: '{n} · {share}', thanks: '谢谢您的投票。', results: '结果', yours: '您的选择' }
});
