import { defineWords } from '../../core/words';

export const words = defineWords({
	en: { of: 'of {goal}', share: '{share} reached', left: 'Still to come: {left}', done: 'The goal is reached' },
	de: { of: 'von {goal}', share: '{share} erreicht', left: 'Es fehlen noch: {left}', done: 'Das Ziel ist erreicht' },
	es: { of: 'de {goal}', share: '{share} alcanzado', left: 'Faltan: {left}', done: 'Meta alcanzada' },
	zh: { of: '目标 {goal}', share: '已完成 {share}', left: '还差 {left}', done: '目标已达成' }
});
