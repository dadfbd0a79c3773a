import { expect, it } from 'vitest';
import { example } from './example';
import { countsOf, isAnswered, meanOf, textsOf } from './logic';

const question = (name: string) => {
	const found = example.questions.find((one) => one.name === name);
	if (!found) throw new Error(`There is no question '${name}'.`);
	return found;
};
const all = example.seeds ?? [];

it('counts by option, of those who have answered', () => {
	expect(countsOf(question('often'), all).map(({ count }) => count)).toEqual([2, 1, 0]);
	expect(countsOf(question('days'), [...all, {}]).map(({ count, share }) => [count, share])).toEqual([
		[1, 1 / 3],
		[1, 1 / 3],
		[3, 1]
	]);
	expect(countsOf(question('often'), []).map(({ share }) => share)).toEqual([0, 0, 0]);
});

it('takes the mean of scales and lists what was written, the newest first', () => {
	expect(meanOf(question('liking'), all)).toBe(4);
	expect(meanOf(question('liking'), [])).toBeUndefined();
	expect(textsOf(question('wish'), [...all, { wish: 'Tea' }, { wish: ' ' }])).toEqual(['Tea', 'More chairs by the window']);
});

it('knows an answer from none, 0 too', () => {
	expect([undefined, '', [], 0, 'x', ['x']].map(isAnswered)).toEqual([false, false, false, true, true, true]);
});
