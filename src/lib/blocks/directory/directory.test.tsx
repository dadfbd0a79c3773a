import { expect, it } from 'vitest';
import { FIND_ALL, findIn, offersOf } from '../../core/finding';
import { example } from './example';
import { portionsOf, scaled } from './logic';

const say = (value: number) => String(value);

it('works amounts out for another number', () => {
	expect(
		['300 g lentils', '1 1/2 tsp salt', '½ lemon', '0,5 l milk', '1/4 onion', 'salt', '2–3 eggs'].map((line) =>
			scaled(line, 2, say)
		)
	).toEqual(['600 g lentils', '3 tsp salt', '1 lemon', '1 l milk', '0.5 onion', 'salt', '2–3 eggs']);
});

it('takes numbers above 0 only', () => {
	expect(['4', '2,5', '0', '-1', 'four', ''].map(portionsOf)).toEqual([4, 2.5, undefined, undefined, undefined, undefined]);
});

it('sorts numbers as numbers and puts what has none last', () => {
	const records = [{ minutes: 100 }, { minutes: 20 }, {}, { minutes: 3 }];
	const fields = [{ name: 'minutes', label: 'Time', kind: 'number' as const }];
	const minutes = (isFalling: boolean) =>
		findIn(records, { ...FIND_ALL, sort: 'minutes', isFalling }, { fields }).map((one) => one.minutes);
	expect(minutes(false)).toEqual([3, 20, 100, undefined]);
	expect(minutes(true)).toEqual([100, 20, 3, undefined]);
});

it('finds words without capitals and accents, in values and in texts', () => {
	const find = (search: string) =>
		findIn([{ name: 'Café Öl' }, { name: 'Tea', text: ['with a café'] }], { ...FIND_ALL, search }, example).map(
			({ name }) => name
		);
	expect(find('cafe')).toEqual(['Café Öl', 'Tea']);
	expect(find('CAFÉ ol')).toEqual(['Café Öl']);
	expect(find('coffee')).toEqual([]);
});

it('offers the values that there are, in the order of the field', () => {
	const field = {
		name: 'kitchen',
		label: 'Kitchen',
		kind: 'choice' as const,
		options: ['Italian', 'Indian', 'Mexican', 'Greek']
	};
	const offers = offersOf({ field: 'kitchen', kind: 'choice' }, field, [...example.records, { kitchen: 'Thai' }]);
	expect(offers.map(([value]) => value)).toEqual(['Italian', 'Indian', 'Mexican', 'Thai']);
});
