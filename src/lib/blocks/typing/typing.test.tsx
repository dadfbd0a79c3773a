import { expect, it } from 'vitest';
import { accuracyOf, errorsIn, speedOf } from './logic';

it('finds the places that are wrong', () => {
	expect(errorsIn('abcd', 'axcy')).toEqual([1, 3]);
	expect(errorsIn('ab', 'abc')).toEqual([2]);
	expect(errorsIn('ab', '')).toEqual([]);
});

it('counts five right signs as a word', () => {
	expect(speedOf('a'.repeat(50), 'a'.repeat(50), 60)).toBe(10);
	expect(speedOf('a'.repeat(50), `${'a'.repeat(45)}bbbbb`, 30)).toBe(18);
	expect(speedOf('abc', 'abc', 0)).toBe(0);
});

it('is exact where nothing was typed', () => {
	expect([accuracyOf('abc', ''), accuracyOf('abcd', 'abxx')]).toEqual([1, 0.5]);
});
