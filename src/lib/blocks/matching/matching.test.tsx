import { expect, it } from 'vitest';
import { example } from './example';
import { matchesOf } from './logic';

const found = (answers: Record<string, string>) =>
	matchesOf(example, answers).map(({ candidate, share }) => [candidate.title, Math.round(share * 100)]);

it('weighs answers, and leaves out what fits too little', () => {
	expect(found({ home: 'flat', time: 'half an hour', children: 'no' })).toEqual([['Balou', 100]]);
	expect(found({ home: 'house with a garden', time: 'an hour', children: 'yes' })).toEqual([
		['Nele', 100],
		['Balou', 50]
	]);
});

it('finds nothing where no answer fits', () => {
	expect(matchesOf({ ...example, least: 0.9 }, { home: 'flat', time: 'an hour', children: 'no' })).toEqual([]);
});
