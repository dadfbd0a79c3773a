import { expect, it } from 'vitest';
import { example } from './example';
import { guestBook } from './guest-book';

it('lets everybody write, and begins with its examples', () => {
	const plan = guestBook.collections?.(example)['guest-book'];
	expect(plan?.rules).toMatchObject({ create: 'everybody', shape: { name: 'text', text: 'text' } });
	expect(plan?.seed).toEqual(example.entries?.map((entry) => ({ ...entry, isExample: true })));
});
