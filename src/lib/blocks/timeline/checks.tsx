import { expect } from 'vitest';
import type { Checks } from '../../testing/check-page';
import type { TimelineParameters } from './parameters';

export const checks = {
	'in-order': ({ view, parameters: { entries } }) => {
		const shown = [...view.getByRole('list').children].map((entry) => entry.textContent);
		expect(shown).toEqual(entries.map(({ when, title, place = '', text = '' }) => when + title + place + text));
	}
} satisfies Checks<TimelineParameters>;
