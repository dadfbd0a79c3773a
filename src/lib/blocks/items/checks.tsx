import { expect } from 'vitest';
import type { Checks } from '../../testing/check-page';
import type { ItemsParameters } from './parameters';

export const checks = {
	'shows-each': ({ view, parameters }) => {
		const shown = view.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent?.trim());
		expect(shown).toEqual(parameters.items.map(({ title }) => title));
		for (const { title, text = '', facts = [] } of parameters.items) {
			const words = view.getByRole('heading', { level: 3, name: title }).closest('li')?.textContent ?? '';
			for (const part of [text, ...facts.flatMap(({ label, value }) => [label, value])]) expect(words).toContain(part);
		}
	},
	'shows-pictures': ({ view, parameters }) => {
		const shown = view.getAllByRole('img').map((picture) => picture.getAttribute('aria-label') ?? picture.getAttribute('alt'));
		expect(shown).toEqual(parameters.items.flatMap(({ picture }) => picture?.label ?? []));
	},
	'numbers-them': ({ view, parameters }) => {
		const list = view.getByRole('list');
		expect(list.tagName).toBe('OL');
		const shown = [...list.children].map((item) => /^\d+/.exec(item.textContent ?? '')?.[0]);
		expect(shown).toEqual(parameters.items.map((_, index) => String(index + 1)));
	},
	'leads-on': ({ view, parameters }) => {
		const links = view.getAllByRole('link').map((link) => [link.textContent?.trim(), link.getAttribute('href')]);
		expect(links).toEqual(parameters.items.flatMap(({ title, href }) => (href ? [[title, href]] : [])));
	}
} satisfies Checks<ItemsParameters>;
