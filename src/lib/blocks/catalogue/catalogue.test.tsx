import { expect, it } from 'vitest';
import {
	added,
	countOf,
	lineTotal,
	numbered,
	priceOfLength,
	priceOfOptions,
	totalOf,
	wholeProblem,
	type BasketLine
} from './logic';

const line = (key: string, number = 1, stock = 0): BasketLine => ({ key, name: key, detail: '', each: 250, number, stock });

it('counts the same thing as one line, and never more than there are', () => {
	expect(added(added([], line('a')), line('a', 2))).toEqual([line('a', 3)]);
	expect(added(added([], line('b', 2, 3)), line('b', 2, 3))).toEqual([line('b', 3, 3)]);
	expect(countOf([line('a', 2), line('b', 3)])).toBe(5);
});

it('takes a line out at 0', () => {
	expect(numbered([line('a', 2), line('b')], 'a', 0)).toEqual([line('b')]);
	expect(numbered([line('a', 2)], 'a', 5)).toEqual([line('a', 5)]);
});

it('rounds a line once, not each piece', () => {
	const sold = {
		kind: 'by-length',
		label: 'Length',
		unit: 'mm',
		min: 100,
		max: 6000,
		per: 1000,
		perLabel: 'per metre',
		fee: 1.2
	} as const;
	expect(priceOfLength(sold, 743, 2500)).toBe(1977.5);
	expect(lineTotal({ each: priceOfLength(sold, 743, 2500), number: 4 })).toBe(7910);
	expect(totalOf([line('a', 2), line('b')])).toBe(750);
});

it('adds what choices cost more', () => {
	const sold = {
		kind: 'options',
		options: [
			{
				name: 'Size',
				values: [
					{ label: 'S', extra: 0 },
					{ label: 'L', extra: 1.5 }
				]
			}
		]
	} as const;
	const plain = { ...sold, options: sold.options.map((option) => ({ ...option, values: [...option.values] })) };
	expect([[], [1]].map((chosen) => priceOfOptions(plain, 1000, chosen))).toEqual([1000, 1150]);
});

it('tells whole numbers within limits from the rest', () => {
	expect(['5', ' 7 ', '0', '11', '1.5', '', 'two'].map((text) => wholeProblem(text, 1, 10))).toEqual([
		undefined,
		undefined,
		'outside',
		'outside',
		'not-whole',
		'not-whole',
		'not-whole'
	]);
});
