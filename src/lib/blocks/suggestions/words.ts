import { defineWords } from '../../core/words';

export const words = defineWords({
	en: { another: 'Suggest another one' },
	de: { another: 'Noch etwas vorschlagen' },
	es: { another: 'Proponer otra cosa' },
	zh: { another: '再推荐一个' }
});
