import { expect, it } from 'vitest';
import { arrivalOf, between, conversationsOf } from './logic';

const message = (from: string, to: string, hour: number) => ({
	...{ id: `${from}${to}${hour}`, from, to, text: 'x', isMine: false },
	createdAt: `2031-03-04T${String(hour).padStart(2, '0')}:00:00.000Z`
});
const ALL = [message('ann', 'bob', 8), message('cy', 'ann', 9), message('bob', 'ann', 10), message('bob', 'cy', 11)];

it('lists whom one has written with, the latest first', () => {
	const found = conversationsOf(ALL, 'ann').map((one) => [one.with, one.last.id]);
	expect(found).toEqual([
		['bob', 'bobann10'],
		['cy', 'cyann9']
	]);
});

it('has between two nothing of a third', () => {
	expect(between(ALL, ['ann', 'bob']).map(({ id }) => id)).toEqual(['annbob8', 'bobann10']);
});

it('arrives so many hours later', () => {
	expect(arrivalOf(message('ann', 'bob', 8), 24).toISOString()).toBe('2031-03-05T08:00:00.000Z');
});
