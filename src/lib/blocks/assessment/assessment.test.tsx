import { expect, it } from 'vitest';
import { example } from './example';
import { sharesOf } from './logic';

it('adds the points of the answers up, most first', () => {
	expect(sharesOf(example, [2, 0, 1])).toEqual([
		{ key: 'vegetables', points: 7, share: 0.7 },
		{ key: 'meadow', points: 2, share: 0.2 },
		{ key: 'herbs', points: 1, share: 0.1 }
	]);
});

it('has no share where nothing was answered', () => {
	expect(sharesOf(example, []).map(({ share }) => share)).toEqual([0, 0, 0]);
});
