import { expect, it } from 'vitest';
import { example } from './example';
import { bandOf, computed, dayOf, daysOf, exampleValues, inputProblem, numberOf, resultOf, valueOf } from './logic';
import type { CalculatorInput } from './parameters';

it('reads numbers as people write them', () => {
	expect(['2.5', '2,5', ' 1 250 ', '1.250,50', '1,250.50', '.5', '-3'].map(numberOf)).toEqual([
		2.5, 2.5, 1250, 1250.5, 1250.5, 0.5, -3
	]);
	for (const text of ['', 'abc', '1e5', '2.5.1', '--1', '12abc', 'Infinity']) expect(numberOf(text)).toBeNaN();
});

it('takes one step after the other', () => {
	const values = computed(
		[
			{ name: 'sum', op: 'add', of: ['a', 'b', 1] },
			{ name: 'share', op: 'divide', of: ['sum', 3] },
			{ name: 'up', op: 'ceil', of: ['share'] },
			{ name: 'cut', op: 'percent-of', of: [19, 200] },
			{ name: 'side', op: 'root', of: [81] },
			{ name: 'rest', op: 'remainder', of: [17, 5] }
		],
		{ a: 2, b: 4 }
	);
	expect(values).toMatchObject({ sum: 7, share: 2.333333333333, up: 3, cut: 38, side: 9, rest: 2 });
});

it('does not round up what is whole but for binary fractions', () => {
	const { tenth, tins } = computed(
		[
			{ name: 'tenth', op: 'add', of: [0.1, 0.2] },
			{ name: 'ratio', op: 'divide', of: ['tenth', 0.1] },
			{ name: 'tins', op: 'ceil', of: ['ratio'] }
		],
		{}
	);
	expect([tenth, tins]).toEqual([0.3, 3]);
});

it('pays a loan back by equal payments, with and without interest', () => {
	const pay = (of: number[]) => computed([{ name: 'x', op: 'payment', of }], {})['x'];
	expect(pay([1200, 0, 12])).toBe(100);
	expect(pay([200_000, 0.25, 360])).toBeCloseTo(843.21, 2);
});

it('has no result where a step has none', () => {
	const inputs = { ...exampleValues(example, example.examples[0]?.inputs ?? {}), rate: 0 };
	expect(resultOf(example, inputs)).toEqual({ state: 'none' });
});

it('says what is wrong with an input', () => {
	const [length] = example.inputs;
	const [, , , , coats] = example.inputs;
	if (!length || !coats) throw new Error('The example has lost its inputs.');
	const problem = (input: CalculatorInput, text: string, system: string) =>
		inputProblem(input, text, valueOf(input, text, system));
	expect(['', 'x', '0', '-1', '101', '5'].map((text) => problem(length, text, 'metres'))).toEqual([
		...['missing', 'no-number', 'not-above', 'not-above', 'too-big'],
		undefined
	]);
	expect(problem(coats, '1.5', 'metres')).toBe('not-whole');
	// 100 metres are 328.08 feet.
	expect([problem(length, '328', 'feet'), problem(length, '329', 'feet')]).toEqual([undefined, 'too-big']);
});

it('counts days and names bands', () => {
	expect(daysOf('2024-03-01') - daysOf('2024-02-28')).toBe(2);
	expect(dayOf(daysOf('2031-09-12') + 30)).toBe('2031-10-12');
	expect(daysOf('2024-02-31')).toBeNaN();
	const bands = [
		{ from: 0, text: 'low' },
		{ from: 18.5, text: 'normal' }
	];
	expect([18.4, 18.5].map((value) => bandOf(bands, value))).toEqual(['low', 'normal']);
});
