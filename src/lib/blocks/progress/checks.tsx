import { expect } from 'vitest';
import type { Checks } from '../../testing/check-page';
import type { ProgressParameters } from './parameters';
import { words } from './words';

export const checks = {
	'shows-share': ({ view, parameters: { heading, goal, reached } }) => {
		const percent = reached >= goal ? Math.round((reached / goal) * 100) : Math.min(99, Math.round((reached / goal) * 100));
		expect(view.getByText(words('share', { share: `${percent} %` }))).toBeTruthy();
		expect(view.getByRole('progressbar', { name: heading }).getAttribute('aria-valuenow')).toBe(String(Math.min(percent, 100)));
	}
} satisfies Checks<ProgressParameters>;
