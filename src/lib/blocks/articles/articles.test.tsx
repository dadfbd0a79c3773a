import { expect, it } from 'vitest';
import { example } from './example';
import { flat, monthsOf, planOf, published } from './logic';

it('shows what is published, the newest first', () => {
	const [first, ...others] = example.articles.map((article) => ({ ...article, isPublished: true }));
	const slugs = published([{ ...first!, isPublished: false }, ...others]).map(({ slug }) => slug);
	expect(slugs).toEqual(['boots-after-a-year', 'over-the-saddle', 'a-night-at-the-col']);
	expect(published(example.articles, 'Huts').map(({ slug }) => slug)).toEqual(['a-night-at-the-col']);
});

it('counts months, the newest first', () => {
	expect(monthsOf(example.articles)).toEqual([
		{ month: '2031-05', count: 1 },
		{ month: '2031-04', count: 2 },
		{ month: '2030-11', count: 1 }
	]);
});

it('offers categories only where several are shown', () => {
	const filters = (category?: string) =>
		planOf({ ...example, ...(category ? { category } : {}) }, 'Kind').filters.map(({ field }) => field);
	expect([filters(), filters('Routes')]).toEqual([['category', 'difficulty'], ['difficulty']]);
});

it('lays facts beside the other values, which go first', () => {
	const [article] = example.articles;
	expect(flat({ ...article!, facts: { distance: 9, title: 'other' } })).toMatchObject({
		distance: 9,
		title: 'Round the Black Lake'
	});
});
