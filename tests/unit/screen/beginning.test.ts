import { expect, it } from 'vitest';
import { beginningOf } from '../../../src/lib/ui/beginning';

const limits = { maxLines: 2, maxLength: 20 };

it('a short text is its own beginning', () => expect(beginningOf('One\ntwo', limits)).toBe('One\ntwo'));
it('a long one ends with a line, or a word', () => {
	expect(beginningOf('One\ntwo\nthree', limits)).toBe('One\ntwo…');
	expect(beginningOf('Show how many packets are left', limits)).toBe('Show how many…');
});
it('a word without end is cut, but no character in two', () => {
	expect(beginningOf('x'.repeat(50), limits)).toBe(`${'x'.repeat(20)}…`);
	expect(beginningOf(`${'x'.repeat(19)}😀😀`, limits)).toBe(`${'x'.repeat(19)}…`);
});
