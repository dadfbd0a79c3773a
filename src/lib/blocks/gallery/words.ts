import { defineWords } from '../../core/words';

export const words = defineWords({
	en: { all: 'All', open: 'Show large: {title}', next: 'Next picture', previous: 'Previous picture', count: '{n} of {all}' },
	de: {
		...{ all: 'Alle', open: 'Groß zeigen: {title}', count: '{n} von {all}' },
		...{ next: 'Nächstes Bild', previous: 'Voriges Bild' }
	},
	es: {
		...{ all: 'Todas', open: 'Ver en grande: {title}', count: '{n} de {all}' },
		...{ next: 'Imagen siguiente', previous: 'Imagen anterior' }
	},
	zh: { all: '全部', open: '放大:{title}', next: '下一张', previous: '上一张', count: '第 {n} 张,共 {all} 张' }
});
