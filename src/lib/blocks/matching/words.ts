import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		show: 'Show what fits',
		fits: '{share} fit',
		because: 'Because of: {reasons}',
		missing: 'Please answer each question',
		results: 'What fits best'
	},
	de: {
		...{ show: 'Zeigen, was passt', fits: 'passt zu {share}', because: 'Wegen: {reasons}' },
		...{ missing: 'Bitte jede Frage beantworten', results: 'Was am besten passt' }
	},
	es: {
		...{ show: 'Mostrar lo que encaja', fits: 'encaja al {share}', because: 'Por: {reasons}' },
		...{ missing: 'Responda a cada pregunta', results: 'Lo que mejor encaja' }
	},
	zh: { show: '查看匹配', fits: '匹配度 {share}', because: '原因:{reasons}', missing: '请回答每个问题', results: '最佳匹配' }
});
