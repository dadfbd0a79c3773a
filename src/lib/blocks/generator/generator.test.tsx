import { expect, it } from 'vitest';
import { bitsOf, combination, password, secureBelow, SETS, strengthOf } from './logic';

it('has a sign of each set, whatever chance gives', () => {
	for (let turn = 0; turn < 200; turn++) {
		const made = password(6, ['small', 'large', 'digits', 'signs']);
		expect(made).toHaveLength(6);
		for (const set of Object.values(SETS)) expect([...made].some((sign) => set.includes(sign))).toBe(true);
	}
	expect(password(8, ['digits'])).toMatch(/^[2-9]{8}$/);
	expect(password(8, [])).toBe('');
});

it('gives every number below a limit, and none beyond', () => {
	const seen = new Set(Array.from({ length: 400 }, () => secureBelow(5)));
	expect([...seen].sort()).toEqual([0, 1, 2, 3, 4]);
});

it('joins one entry of each list', () => {
	const lists = [{ entries: ['red', 'blue'] }, { entries: ['fox', 'owl'] }];
	expect(combination(lists, '-', () => 1)).toBe('blue-owl');
});

it('calls long passwords of many kinds strong', () => {
	expect(
		[bitsOf(6, ['digits']), bitsOf(12, ['small', 'digits']), bitsOf(16, ['small', 'large', 'digits', 'signs'])].map(strengthOf)
	).toEqual([...['weak', 'fair', 'strong']]);
	expect(bitsOf(10, [])).toBe(0);
});
