import { expect, it } from 'vitest';
import { example } from './example';
import { formFieldsOf, freeSlug, profileOf, valuesOf } from './logic';

it('asks for lists as texts, and for the name in any case', () => {
	const asked = formFieldsOf(example, 'with commas').map(({ name, kind, isRequired, hint }) => [name, kind, isRequired, hint]);
	expect(asked).toEqual([
		['name', 'text', true, undefined],
		['languages', 'text', false, 'with commas'],
		['about', 'longText', false, undefined]
	]);
});

it('gives back what it was given', () => {
	const profile = profileOf({ name: 'Zoe', languages: 'English, 中文、Español', about: '' }, example.fields);
	expect(profile).toEqual({ name: 'Zoe', languages: ['English', '中文', 'Español'], about: '' });
	expect(valuesOf({ slug: 'zoe', ...profile }, example.fields)).toEqual({
		name: 'Zoe',
		languages: 'English, 中文, Español',
		about: ''
	});
});

it('finds an address that is free', () => {
	expect([freeSlug('Rex', ['rex'], 36), freeSlug('Rex II', ['rex'], 36)]).toEqual(['rex-10', 'rex-ii']);
});
