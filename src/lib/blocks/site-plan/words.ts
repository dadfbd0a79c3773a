import { defineWords } from '../../core/words';

export const words = defineWords({
	en: { ways: 'How to get there', north: 'N' },
	de: { ways: 'So kommen Sie hin', north: 'N' },
	es: { ways: 'Cómo llegar', north: 'N' },
	zh: { ways: '交通方式', north: '北' }
});
