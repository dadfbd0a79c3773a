import { expect, it } from 'vitest';
import { mergeTexts } from '../../../src/lib/project/merge-texts';

const base = 'one\ntwo\nthree\nfour\nfive\n';

it('keeps what both sides changed in different places', () => {
	expect(mergeTexts('ONE\ntwo\nthree\nfour\nfive\n', base, 'one\ntwo\nthree\nfour\nFIVE\nsix\n')).toBe(
		'ONE\ntwo\nthree\nfour\nFIVE\nsix\n'
	);
});
it('takes what only one side changed', () => {
	expect(mergeTexts(base, base, 'other\n')).toBe('other\n');
	expect(mergeTexts('mine\n', base, base)).toBe('mine\n');
});
it('keeps one copy of what both changed alike', () => {
	expect(mergeTexts('one\nTWO\nthree\nfour\nfive\n', base, 'one\nTWO\nthree\nfour\nfive!\n')).toBe(
		'one\nTWO\nthree\nfour\nfive!\n'
	);
});
it('gives nothing where both changed the same lines differently', () => {
	expect(mergeTexts('one\n2\nthree\nfour\nfive\n', base, 'one\nzwei\nthree\nfour\nfive\n')).toBeUndefined();
});
