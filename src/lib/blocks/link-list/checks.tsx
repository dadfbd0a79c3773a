import { expect } from 'vitest';
import type { Checks } from '../../testing/check-page';
import type { LinkListParameters } from './parameters';

export const checks = {
	links: ({ view, parameters: { name, links } }) => {
		expect(view.getByRole('heading', { name })).toBeTruthy();
		const shown = view.getAllByRole('link').map((link) => [link.querySelector('strong')?.textContent, link.getAttribute('href')]);
		expect(shown).toEqual(links.map(({ label, href }) => [label, href]));
	}
} satisfies Checks<LinkListParameters>;
