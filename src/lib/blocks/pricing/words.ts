import { defineWords } from '../../core/words';

export const words = defineWords({
	en: { best: 'Recommended' },
	de: { best: 'Empfohlen' },
	es: { best: 'Recomendado' },
	zh: { best: '推荐' }
});
