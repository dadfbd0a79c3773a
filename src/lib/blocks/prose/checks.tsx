import { expect } from 'vitest';
import type { Checks } from '../../testing/check-page';
import type { ProseParameters } from './parameters';

export const checks = {
	tells: ({ view, parameters: { heading, paragraphs } }) => {
		if (heading) expect(view.getByRole('heading', { name: heading })).toBeTruthy();
		for (const paragraph of paragraphs) expect(view.getByText(paragraph).tagName).toBe('P');
	},
	quotes: ({ view, parameters: { quote } }) => {
		expect(view.getByRole('figure').textContent).toBe(`${quote?.text}${quote?.by ?? ''}`);
	}
} satisfies Checks<ProseParameters>;
