import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		...{
			stars: '{n} of 5 stars',
			choose: 'How many stars?',
			missing: 'Choose 1 to 5 stars',
			name: 'Your name',
			text: 'Your opinion'
		},
		...{ send: 'Give your opinion', count: 'Opinions: {n}', none: 'No opinions yet', thanks: 'Thank you for your opinion.' }
	},
	de: {
		...{ stars: '{n} von 5 Sternen', choose: 'Wie viele Sterne?', missing: 'Bitte 1 bis 5 Sterne wählen', name: 'Ihr Name' },
		...{ text: 'Ihre Meinung', send: 'Meinung abgeben', count: 'Meinungen: {n}', none: 'Noch keine Meinungen' },
		...{ thanks: 'Danke für Ihre Meinung.' }
	},
	es: {
		...{ stars: '{n} de 5 estrellas', choose: '¿Cuántas estrellas?', missing: 'Elija de 1 a 5 estrellas', name: 'Su nombre' },
		...{ text: 'Su opinión', send: 'Dar su opinión', count: 'Opiniones: {n}', none: 'Aún no hay opiniones' },
		...{ thanks: 'Gracias por su opinión.' }
	},
	zh: {
		...{ stars: '{n} 星(满分 5 星)', choose: '打几颗星?', missing: '请选择 1 到 5 星', name: '您的名字', text: '您的评价' },
		...{ send: '提交评价', count: '共 {n} 条评价', none: '还没有评价', thanks: '感谢您的评价。' }
	}
});
