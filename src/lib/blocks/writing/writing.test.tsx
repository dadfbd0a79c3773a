import { expect, it } from 'vitest';
import { example } from './example';
import { articleOf, fieldsOf, freeSlug, valuesOf } from './logic';

const labels = { title: 'Title', category: 'Kind', place: 'Place', lead: 'Lead', text: 'Text', textHint: '' };

it('asks for what the articles have', () => {
	expect(fieldsOf(example, labels).map(({ name }) => name)).toEqual(['title', 'category', 'place', 'lead', 'text', 'fact-miles']);
});

it('gives back what it was given', () => {
	const given = {
		title: 'Klaipeda',
		category: 'Harbour',
		place: 'Klaipeda',
		lead: 'Wind.',
		text: 'One.\n\n\nTwo.',
		'fact-miles': 42
	};
	const article = articleOf(given, example.fields ?? []);
	expect(article).toMatchObject({ text: ['One.', 'Two.'], facts: { miles: 42 } });
	expect(valuesOf({ ...article, slug: 'klaipeda', date: '2031-06-01' })).toMatchObject({ ...given, text: 'One.\n\nTwo.' });
});

it('finds an address that is free', () => {
	expect(freeSlug('Into the Wind', ['into-the-wind', 'into-the-wind-2'])).toBe('into-the-wind-3');
	expect(freeSlug('???', [])).toBe('article');
});
