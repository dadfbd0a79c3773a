import { expect, it } from 'vitest';
import { percentOf, shareOf } from './logic';

it('says 100 percent only once the goal is reached', () => {
	const percents = [0, 1, 999, 1000, 1300].map((reached) => percentOf(shareOf({ goal: 1000, reached })));
	expect(percents).toEqual([0, 0, 99, 100, 130]);
});
