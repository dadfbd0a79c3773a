import { expect } from 'vitest';
import type { Checks } from '../../testing/check-page';
import type { ContactDetailsParameters } from './parameters';

export const checks = {
	'shows-address': ({ view, parameters: { address = [] } }) => {
		for (const line of address) expect(view.getByText(line)).toBeTruthy();
	},
	'shows-phone': ({ view, parameters: { phone = '' } }) => {
		expect(view.getByRole('link', { name: phone }).getAttribute('href')).toMatch(/^tel:\+?\d+$/);
	},
	'shows-email': ({ view, parameters: { email = '' } }) => {
		expect(view.getByRole('link', { name: email }).getAttribute('href')).toBe(`mailto:${email}`);
	}
} satisfies Checks<ContactDetailsParameters>;
