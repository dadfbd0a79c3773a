import { expect } from 'vitest';
import type { Checks } from '../../testing/check-page';
import type { SitePlanParameters } from './parameters';
import { words } from './words';

export const checks = {
	'labels-places': ({ view, parameters: { heading, places } }) => {
		const plan = view.getByRole('figure', { name: heading });
		expect(plan.querySelector('svg')).toBeTruthy();
		const labels = [...plan.querySelectorAll<HTMLElement>('.site-plan-label')];
		expect(labels.map((label) => [label.textContent, label.style.left, label.style.top])).toEqual(
			places.map(({ label, x, y }) => [label, `${x}%`, `${y}%`])
		);
	},
	'says-ways': ({ view, parameters: { ways = [] } }) => {
		const region = view.getByRole('region', { name: words('ways') }).textContent ?? '';
		for (const { by, text } of ways) expect(region).toMatch(new RegExp(`${escaped(by)}\\s*${escaped(text)}`));
	}
} satisfies Checks<SitePlanParameters>;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
