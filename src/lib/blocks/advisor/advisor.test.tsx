import { expect, it } from 'vitest';
import { example } from './example';
import { adviceOf, amountOf, unmet } from './logic';

const names = (answers: Record<string, string | number>) => adviceOf(example, answers).results.map(({ name }) => name);

it('names what suits all answers, the most particular first, and no more than asked for', () => {
	expect(names({ wall: 'Brick', depth: 25, length: 120, load: 'Books' })).toEqual(['Forged bracket', 'Wall rail']);
	expect(names({ wall: 'Wood', depth: 20, length: 120, load: 'Light stuff' })).toEqual(['Hidden peg', 'Light bracket']);
	expect(names({ wall: 'Wood', depth: 40, length: 120, load: 'Light stuff' })).toEqual(['Light bracket']);
});

it('names the closest one where nothing suits', () => {
	const advice = adviceOf(example, { wall: 'Wood', depth: 40, length: 120, load: 'Plants' });
	expect(advice.isExact).toBe(false);
	expect(unmet(advice.results[0]!, { wall: 'Wood', depth: 40, length: 120, load: 'Plants' })).toHaveLength(1);
});

it('counts how many are needed', () => {
	const [bracket, rail] = example.results;
	const needed = (length: number) => [bracket, rail].map((one) => amountOf(one!, { length }));
	expect(needed(120)).toEqual([4, 2]);
	expect(needed(20)).toEqual([2, 1]);
	expect(needed(100)).toEqual([3, 1]);
});
