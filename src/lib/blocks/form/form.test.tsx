import { expect, it } from 'vitest';
import { example } from './example';
import { stateOf } from './logic';

it('is open through its last day, closed after it', () => {
	const kinds = ['2031-09-04', '2031-09-05', '2031-09-06'].map((today) => stateOf(example, { count: 0, today }).kind);
	expect(kinds).toEqual(['open', 'open', 'closed']);
});

it('is full when all places are taken, and never has fewer than none', () => {
	expect([5, 6, 7].map((count) => stateOf(example, { count, today: '2031-01-01' }))).toEqual([
		{ kind: 'open', left: 1 },
		{ kind: 'full', left: 0 },
		{ kind: 'full', left: 0 }
	]);
});
