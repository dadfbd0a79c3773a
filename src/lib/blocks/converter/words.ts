import { defineWords } from '../../core/words';

export const words = defineWords({
	en: { what: 'What to convert', from: 'From', to: 'To', value: 'Value in {unit}', swap: 'Swap', all: 'In all units' },
	de: {
		what: 'Was umgerechnet wird',
		from: 'Von',
		to: 'In',
		value: 'Wert in {unit}',
		swap: 'Tauschen',
		all: 'In allen Einheiten'
	},
	es: {
		what: 'Qué convertir',
		from: 'De',
		to: 'A',
		value: 'Valor en {unit}',
		swap: 'Intercambiar',
		all: 'En todas las unidades'
	},
	zh: { what: '换算类别', from: '从', to: '到', value: '{unit}数值', swap: '互换', all: '所有单位' }
});
