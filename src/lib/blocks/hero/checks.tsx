import { expect } from 'vitest';
import type { Checks } from '../../testing/check-page';
import type { HeroParameters } from './parameters';

export const checks = {
	'shows-title': ({ view, parameters }) => {
		expect(view.getByRole('heading', { name: parameters.title })).toBeTruthy();
		expect(view.getByText(parameters.text)).toBeTruthy();
	},
	'leads-on': ({ view, parameters }) => {
		const links = view.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);
		expect(links).toEqual(parameters.actions?.map(({ label, href }) => [label, href]));
	}
} satisfies Checks<HeroParameters>;
