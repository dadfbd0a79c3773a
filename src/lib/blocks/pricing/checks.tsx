import { expect } from 'vitest';
import type { Checks } from '../../testing/check-page';
import type { PricingParameters } from './parameters';
import { words } from './words';

export const checks = {
	'shows-plans': ({ view, parameters: { plans } }) => {
		expect(view.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual(
			plans.map(({ name }) => name)
		);
		for (const { name, price, per = '', points } of plans) {
			const plan = view.getByRole('heading', { level: 3, name }).closest('li')?.textContent ?? '';
			for (const part of [price, per, ...points]) expect(plan).toContain(part);
		}
	},
	'sets-one-apart': ({ view, parameters: { plans } }) => {
		const marked = view.getAllByText(words('best')).map((tag) => tag.closest('li')?.querySelector('h3')?.textContent);
		expect(marked).toEqual(plans.flatMap(({ name, isBest }) => (isBest ? [name] : [])));
	}
} satisfies Checks<PricingParameters>;
