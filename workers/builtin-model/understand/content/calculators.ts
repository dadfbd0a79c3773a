/** Calculations that are known by name: what is entered, the steps from it to the result, and one worked example each. */
import type { Parts } from '../compose/parts';

type Calculator = Omit<Parts['calculator'], 'systems'>;
type Input = Calculator['inputs'][number];

const plain = (name: string, label: string, unit = '', more: Partial<Input> = {}): Input => ({
	name,
	label,
	kind: 'plain',
	unit,
	min: 0,
	above: true,
	fallback: 1,
	...more
});
const length = (name: string, label: string, fallback: number): Input => ({
	name,
	label,
	kind: 'length',
	unit: 'm',
	min: 0,
	above: true,
	fallback
});

/** @param text says of the size of a tin, or of other constants */
export function calculatorFor(text: string): { words: RegExp; make: (text: string) => Calculator } | undefined {
	return KNOWN.find(({ words }) => words.test(text));
}

const KNOWN: { words: RegExp; make: (text: string) => Calculator }[] = [
	{
		words: /\bpaint\b|\bwallpaper\b/i,
		make: (text) => {
			const tin = Number((/(\d+(?:[.,]\d+)?)\s?(?:l\b|litres?|liters?)/i.exec(text)?.[1] ?? '2.5').replace(',', '.'));
			const ceiling = /\bceiling\b/i.test(text) && !/\bno ceiling\b|\bwithout (?:the )?ceiling\b/i.test(text);
			return {
				title: 'Paint calculator',
				intro: `How much paint the ${ceiling ? 'walls and the ceiling' : 'walls'} of a room need.`,
				inputs: [
					length('length', 'Room length', 5),
					length('width', 'Room width', 4),
					length('height', 'Room height', 2.5),
					{ ...plain('openings', 'Doors and windows to subtract', 'm²'), kind: 'area', above: false, fallback: 5 },
					plain('coats', 'Number of coats', '', { min: 1, above: false, fallback: 2, whole: true }),
					plain('rate', 'Application rate', 'm² per litre', { fallback: 10 })
				],
				steps: [
					{ name: 'around', op: 'add', of: ['length', 'width'] },
					{ name: 'girth', op: 'multiply', of: ['around', 2] },
					{ name: 'walls', op: 'multiply', of: ['girth', 'height'] },
					...(ceiling
						? (
								[
									{ name: 'top', op: 'multiply', of: ['length', 'width'] },
									{ name: 'all', op: 'add', of: ['walls', 'top'] }
								] as const
							).map((step) => ({ ...step, of: [...step.of] }))
						: []),
					{ name: 'area', op: 'subtract', of: [ceiling ? 'all' : 'walls', 'openings'] },
					{ name: 'painted', op: 'multiply', of: ['area', 'coats'] },
					{ name: 'litres', op: 'divide', of: ['painted', 'rate'] },
					{ name: 'share', op: 'divide', of: ['litres', tin] },
					{ name: 'tins', op: 'ceil', of: ['share'] }
				],
				outputs: [
					{
						label: 'Area to paint',
						from: 'area',
						unit: 'm²',
						decimals: 1,
						least: 0,
						below: 'The doors and windows are larger than the walls: check the numbers.'
					},
					{ label: 'Paint needed', from: 'litres', unit: 'litres', decimals: 1 },
					{ label: `Tins of ${tin} l to get`, from: 'tins', unit: tin === 1 ? 'tins' : 'tins', decimals: 0 }
				],
				examples: ceiling
					? []
					: [
							{
								inputs: { length: 5, width: 4, height: 2.5, openings: 5, coats: 2, rate: 10 },
								outputs: { litres: 8, tins: Math.ceil(8 / tin) }
							}
						]
			};
		}
	},
	{
		words: /\btips?\b|\bbill (?:splitter|split)|\bsplit(?:ting|ter)? (?:the |a )?bill/i,
		make: () => ({
			title: 'Tip calculator',
			intro: 'What each pays of a bill, with the tip.',
			inputs: [
				plain('bill', 'Bill', '', { fallback: 60 }),
				plain('tip', 'Tip', '%', { above: false, fallback: 10 }),
				plain('people', 'People', '', { min: 1, above: false, fallback: 2, whole: true })
			],
			steps: [
				{ name: 'part', op: 'multiply', of: ['bill', 'tip'] },
				{ name: 'extra', op: 'divide', of: ['part', 100] },
				{ name: 'total', op: 'add', of: ['bill', 'extra'] },
				{ name: 'each', op: 'divide', of: ['total', 'people'] }
			],
			outputs: [
				{ label: 'Tip', from: 'extra', unit: '', decimals: 2 },
				{ label: 'Total', from: 'total', unit: '', decimals: 2 },
				{ label: 'Each pays', from: 'each', unit: '', decimals: 2 }
			],
			examples: [{ inputs: { bill: 60, tip: 10, people: 2 }, outputs: { extra: 6, total: 66, each: 33 } }]
		})
	},
	{
		words: /\bbmi\b|\bbody mass\b/i,
		make: () => ({
			title: 'BMI calculator',
			intro: 'Body mass index from height and weight.',
			inputs: [length('height', 'Height', 1.75), plain('weight', 'Weight', 'kg', { fallback: 70 })],
			steps: [
				{ name: 'square', op: 'multiply', of: ['height', 'height'] },
				{ name: 'index', op: 'divide', of: ['weight', 'square'] }
			],
			outputs: [{ label: 'Body mass index', from: 'index', unit: 'kg/m²', decimals: 1 }],
			examples: [{ inputs: { height: 2, weight: 80 }, outputs: { index: 20 } }]
		})
	},
	{
		words: /\bloan\b|\bmortgage\b|\bcredit\b|\binstal?lments?\b|\bkredit\b|\bhipoteca\b/i,
		make: () => ({
			title: 'Loan calculator',
			intro: 'What a loan costs each month and in all.',
			inputs: [
				plain('amount', 'Amount', '', { fallback: 12000 }),
				plain('interest', 'Interest per year', '%', { fallback: 4 }),
				plain('years', 'Years', '', { fallback: 5 })
			],
			steps: [
				{ name: 'months', op: 'multiply', of: ['years', 12] },
				{ name: 'rate', op: 'divide', of: ['interest', 12] },
				{ name: 'monthly', op: 'payment', of: ['amount', 'rate', 'months'] },
				{ name: 'total', op: 'multiply', of: ['monthly', 'months'] },
				{ name: 'cost', op: 'subtract', of: ['total', 'amount'] }
			],
			outputs: [
				{ label: 'Each month', from: 'monthly', unit: '', decimals: 2 },
				{ label: 'In all', from: 'total', unit: '', decimals: 2 },
				{ label: 'Interest', from: 'cost', unit: '', decimals: 2 }
			],
			examples: []
		})
	},
	{
		words: /\bfuel\b|\bpetrol\b|\bmileage\b|\bconsumption per 100\b/i,
		make: () => ({
			title: 'Fuel calculator',
			intro: 'How much fuel a trip takes, and what it costs.',
			inputs: [
				plain('distance', 'Distance', 'km', { fallback: 250 }),
				plain('use', 'Consumption', 'l per 100 km', { fallback: 6 }),
				plain('price', 'Price per litre', '', { fallback: 1.8 })
			],
			steps: [
				{ name: 'units', op: 'divide', of: ['distance', 100] },
				{ name: 'litres', op: 'multiply', of: ['units', 'use'] },
				{ name: 'cost', op: 'multiply', of: ['litres', 'price'] }
			],
			outputs: [
				{ label: 'Fuel', from: 'litres', unit: 'l', decimals: 1 },
				{ label: 'Cost', from: 'cost', unit: '', decimals: 2 }
			],
			examples: [{ inputs: { distance: 200, use: 5, price: 2 }, outputs: { litres: 10, cost: 20 } }]
		})
	},
	{
		words: /\bvat\b|\bsales tax\b|\bmehrwertsteuer\b|\biva\b|\bpercent(?:age)?\b|\bdiscount\b/i,
		make: (text) => ({
			title: /\bdiscount\b/i.test(text)
				? 'Discount calculator'
				: /\bpercent/i.test(text)
					? 'Percentage calculator'
					: 'VAT calculator',
			intro: /\bdiscount\b/i.test(text) ? 'What is left to pay after a discount.' : 'An amount, and a percentage of it.',
			inputs: [
				plain('amount', 'Amount', '', { fallback: 100 }),
				plain('percent', 'Percent', '%', { above: false, fallback: 20 })
			],
			steps: [
				{ name: 'times', op: 'multiply', of: ['amount', 'percent'] },
				{ name: 'part', op: 'divide', of: ['times', 100] },
				/\bdiscount\b/i.test(text)
					? { name: 'result', op: 'subtract', of: ['amount', 'part'] }
					: { name: 'result', op: 'add', of: ['amount', 'part'] }
			],
			outputs: [
				{ label: 'Part', from: 'part', unit: '', decimals: 2 },
				{ label: 'Result', from: 'result', unit: '', decimals: 2 }
			],
			examples: [{ inputs: { amount: 200, percent: 10 }, outputs: { part: 20, result: /\bdiscount\b/i.test(text) ? 180 : 220 } }]
		})
	},
	{
		words: /\bconcrete\b|\bvolume\b|\bsoil needed\b|\bgravel\b|\bmulch\b|\bpool\b|\baquarium\b/i,
		make: () => ({
			title: 'Volume calculator',
			intro: 'How much fills a bed, a slab or a tank.',
			inputs: [length('length', 'Length', 4), length('width', 'Width', 2), length('depth', 'Depth', 0.1)],
			steps: [
				{ name: 'area', op: 'multiply', of: ['length', 'width'] },
				{ name: 'volume', op: 'multiply', of: ['area', 'depth'] },
				{ name: 'litres', op: 'multiply', of: ['volume', 1000] }
			],
			outputs: [
				{ label: 'Volume', from: 'volume', unit: 'm³', decimals: 2 },
				{ label: 'Litres', from: 'litres', unit: 'l', decimals: 0 }
			],
			examples: [{ inputs: { length: 4, width: 2, depth: 0.5 }, outputs: { volume: 4, litres: 4000 } }]
		})
	},
	{
		words: /\btiles?\b|\bfloor(?:ing)?\b|\bcarpet\b|\bpanels?\b/i,
		make: () => ({
			title: 'Tile calculator',
			intro: 'How many tiles a floor needs, with some to spare.',
			inputs: [
				length('length', 'Room length', 5),
				length('width', 'Room width', 4),
				{ ...plain('tile', 'Area of one tile', 'm²'), kind: 'area', fallback: 0.09 },
				plain('spare', 'To spare', '%', { above: false, fallback: 10 })
			],
			steps: [
				{ name: 'area', op: 'multiply', of: ['length', 'width'] },
				{ name: 'bare', op: 'divide', of: ['area', 'tile'] },
				{ name: 'more', op: 'add', of: [100, 'spare'] },
				{ name: 'times', op: 'multiply', of: ['bare', 'more'] },
				{ name: 'all', op: 'divide', of: ['times', 100] },
				{ name: 'tiles', op: 'ceil', of: ['all'] }
			],
			outputs: [
				{ label: 'Area', from: 'area', unit: 'm²', decimals: 1 },
				{ label: 'Tiles to get', from: 'tiles', unit: '', decimals: 0 }
			],
			examples: [{ inputs: { length: 5, width: 4, tile: 0.5, spare: 10 }, outputs: { area: 20, tiles: 44 } }]
		})
	},
	{
		words: /\bsavings?\b|\bcompound\b|\binterest\b/i,
		make: () => ({
			title: 'Savings calculator',
			intro: 'What savings grow to with interest.',
			inputs: [
				plain('start', 'Start', '', { fallback: 1000 }),
				plain('interest', 'Interest per year', '%', { above: false, fallback: 3 }),
				plain('years', 'Years', '', { fallback: 10 })
			],
			steps: [
				{ name: 'share', op: 'divide', of: ['interest', 100] },
				{ name: 'factor', op: 'add', of: [1, 'share'] },
				{ name: 'growth', op: 'power', of: ['factor', 'years'] },
				{ name: 'end', op: 'multiply', of: ['start', 'growth'] }
			],
			outputs: [{ label: 'In the end', from: 'end', unit: '', decimals: 2 }],
			examples: [{ inputs: { start: 1000, interest: 10, years: 2 }, outputs: { end: 1210 } }]
		})
	}
];

/** Units that can be converted, by what they measure: the factor to the first of each. */
export const UNIT_GROUPS: { words: RegExp; group: Parts['converter']['groups'][number] }[] = [
	{
		words: /length|distance|metre|meter|feet|mile|inch|länge|longitud|长度/i,
		group: {
			name: 'Length',
			units: units(
				'metre m 1|kilometre km 1000|centimetre cm 0.01|millimetre mm 0.001|inch in 0.0254|foot ft 0.3048|yard yd 0.9144|mile mi 1609.344'
			)
		}
	},
	{
		words: /weight|mass|kilo|pound|ounce|gewicht|peso|重量/i,
		group: {
			name: 'Weight',
			units: units('kilogram kg 1|gram g 0.001|tonne t 1000|ounce oz 0.028349523125|pound lb 0.45359237|stone st 6.35029318')
		}
	},
	{
		words: /temperature|celsius|fahrenheit|oven|temperatur|温度/i,
		group: {
			name: 'Temperature',
			units: [
				{ name: 'Celsius', symbol: '°C', factor: 1 },
				{ name: 'Fahrenheit', symbol: '°F', factor: 5 / 9, offset: -160 / 9 },
				{ name: 'Kelvin', symbol: 'K', factor: 1, offset: -273.15 }
			]
		}
	},
	{
		words: /volume|litre|liter|cup|gallon|spoon|cook|volumen|体积/i,
		group: {
			name: 'Volume',
			units: units(
				'litre l 1|millilitre ml 0.001|cup cup 0.2365882365|tablespoon tbsp 0.01478676478|teaspoon tsp 0.00492892159|pint pt 0.473176473|gallon gal 3.785411784'
			)
		}
	},
	{
		words: /area|hectare|acre|square|fläche|superficie|面积/i,
		group: {
			name: 'Area',
			units: units(
				'square_metre m² 1|hectare ha 10000|square_kilometre km² 1000000|acre ac 4046.8564224|square_foot ft² 0.09290304'
			)
		}
	},
	{
		words: /speed|km\/h|mph|knots|geschwindigkeit|velocidad|速度/i,
		group: {
			name: 'Speed',
			units: units('kilometre_per_hour km/h 1|metre_per_second m/s 3.6|mile_per_hour mph 1.609344|knot kn 1.852')
		}
	},
	{
		words: /\btime\b|hours|minutes|seconds|zeit/i,
		group: { name: 'Time', units: units('second s 1|minute min 60|hour h 3600|day d 86400|week wk 604800') }
	},
	{
		words: /data|bytes|megabyte|gigabyte/i,
		group: { name: 'Data', units: units('byte B 1|kilobyte kB 1000|megabyte MB 1000000|gigabyte GB 1000000000') }
	}
];

function units(list: string) {
	return list.split('|').map((unit) => {
		const [name = '', symbol = '', factor = '1'] = unit.split(' ');
		return { name: name.replace(/_/g, ' '), symbol, factor: Number(factor) };
	});
}
