import { expect } from 'vitest';
import type { Checks } from '../../testing/check-page';
import type { TeamParameters } from './parameters';

export const checks = {
	introduces: ({ view, parameters: { people } }) => {
		expect(view.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual(
			people.map(({ name }) => name)
		);
		for (const { name, role, text = '', email = '' } of people) {
			const words = view.getByRole('heading', { level: 3, name }).parentElement?.textContent ?? '';
			for (const part of [role, text, email]) expect(words).toContain(part);
		}
	}
} satisfies Checks<TeamParameters>;
