import { expect, it } from 'vitest';
import { example } from './example';
import { cardsIn, hasRoom, lastPlace, placeBeside, type Card } from './logic';

const card = (id: string, column: string, place: number): Card & { id: string } => ({ id, column, place, values: { bike: id } });
const cards = [
	card('b', 'Waiting', 2),
	card('a', 'Waiting', 1),
	card('c', 'Waiting', 3),
	card('d', 'On the stand', 1),
	card('e', 'On the stand', 2)
];

it('has cards in their order, and room up to the limit', () => {
	expect(cardsIn(cards, 'Waiting').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
	expect(['Waiting', 'On the stand', 'Ready'].map((column) => hasRoom(example, cards, column))).toEqual([true, false, true]);
	expect([lastPlace(cards, 'Waiting'), lastPlace(cards, 'Ready')]).toEqual([4, 1]);
});

it('puts a card between others, above the first and below the last', () => {
	const order = (id: string, step: number) => {
		const one = cards.find((other) => other.id === id) ?? card('', '', 0);
		const place = placeBeside(cards, one, step);
		if (place === undefined) return undefined;
		return cardsIn(
			cards.map((other) => (other.id === id ? { ...other, place } : other)),
			'Waiting'
		)
			.map((other) => other.id)
			.join('');
	};
	expect([order('c', -1), order('b', -1), order('a', 1), order('b', 1), order('a', -1), order('c', 1)]).toEqual([
		'acb',
		'bac',
		'bac',
		'acb',
		undefined,
		undefined
	]);
});
