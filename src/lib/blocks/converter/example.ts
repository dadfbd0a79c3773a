import type { ConverterParameters } from './parameters';

export const example: ConverterParameters = {
	title: 'Kitchen units',
	intro: 'For recipes from the other side of the sea.',
	groups: [
		{
			name: 'Volume',
			units: [
				{ name: 'Millilitres', symbol: 'ml', factor: 1 },
				{ name: 'Litres', symbol: 'l', factor: 1000 },
				{ name: 'US cups', symbol: 'cup', factor: 236.5882365 },
				{ name: 'US tablespoons', symbol: 'tbsp', factor: 14.78676478125 }
			]
		},
		{
			name: 'Weight',
			units: [
				{ name: 'Grams', symbol: 'g', factor: 1 },
				{ name: 'Kilograms', symbol: 'kg', factor: 1000 },
				{ name: 'Ounces', symbol: 'oz', factor: 28.349523125 }
			]
		},
		{
			name: 'Temperature',
			units: [
				{ name: 'Celsius', symbol: '°C', factor: 1 },
				{ name: 'Fahrenheit', symbol: '°F', factor: 5 / 9, offset: -160 / 9 }
			]
		}
	],
	examples: [
		{ group: 'Volume', from: 'US cups', to: 'Millilitres', value: 2, result: 473.176 },
		{ group: 'Temperature', from: 'Fahrenheit', to: 'Celsius', value: 212, result: 100 },
		{ group: 'Temperature', from: 'Celsius', to: 'Fahrenheit', value: -40, result: -40 }
	]
};
