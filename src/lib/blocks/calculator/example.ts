import type { CalculatorParameters } from './parameters';

export const example: CalculatorParameters = {
	title: 'How much paint?',
	intro: 'For the walls of one room, without the ceiling.',
	systems: [
		{ name: 'metres', label: 'Metres' },
		{ name: 'feet', label: 'Feet' }
	],
	inputs: [
		...(['length', 'width', 'height'] as const).map((name) => ({
			name,
			label: { length: 'Length', width: 'Width', height: 'Height' }[name],
			kind: 'number' as const,
			units: { metres: { unit: 'm', factor: 1 }, feet: { unit: 'feet', factor: 0.3048 } },
			above: 0,
			max: 100
		})),
		{
			name: 'openings',
			label: 'Doors and windows',
			kind: 'number',
			units: { metres: { unit: 'm²', factor: 1 }, feet: { unit: 'square feet', factor: 0.09290304 } },
			min: 0,
			default: 0
		},
		{ name: 'coats', label: 'Coats', kind: 'number', min: 1, max: 10, isWhole: true, default: 2 },
		{
			name: 'rate',
			label: 'Application rate',
			kind: 'number',
			unit: 'm² per litre',
			above: 0,
			hint: 'It is printed on the tin.'
		}
	],
	steps: [
		{ name: 'half', op: 'add', of: ['length', 'width'] },
		{ name: 'walls', op: 'multiply', of: ['half', 2, 'height'] },
		{ name: 'area', op: 'subtract', of: ['walls', 'openings'] },
		{ name: 'painted', op: 'multiply', of: ['area', 'coats'] },
		{ name: 'litres', op: 'divide', of: ['painted', 'rate'] },
		{ name: 'exactTins', op: 'divide', of: ['litres', 2.5] },
		{ name: 'tins', op: 'ceil', of: ['exactTins'] }
	],
	limits: [
		{
			of: 'area',
			least: 0,
			message: 'The doors and windows are larger than the walls.',
			at: 'openings',
			example: { length: 5, width: 4, height: 2.5, openings: 50, coats: 2, rate: 10 }
		}
	],
	outputs: [
		{ label: 'Paint', from: 'litres', unit: 'litres', decimals: 1 },
		{ label: 'Tins of 2.5 litres', from: 'tins', unit: 'tins', decimals: 0 }
	],
	examples: [
		{
			inputs: { length: 5, width: 4, height: 2.5, openings: 5, coats: 2, rate: 10 },
			outputs: { Paint: 8, 'Tins of 2.5 litres': 4 }
		},
		{
			inputs: { length: 5, width: 4, height: 2.5, openings: 5, coats: 1, rate: 10 },
			outputs: { Paint: 4, 'Tins of 2.5 litres': 2 }
		}
	]
};
