import { expect } from 'vitest';
import * as format from '../../core/format';
import type { Checks } from '../../testing/check-page';
import type { FiguresParameters } from './parameters';

export const checks = {
	'shows-figures': ({ view, parameters }) => {
		for (const { label, value } of parameters.cards)
			expect(view.getByText(label, { selector: 'dt' }).nextElementSibling?.textContent).toBe(value);
	},
	'shows-charts': ({ view, parameters }) => {
		for (const { title, kind, rows, decimals = 0 } of parameters.charts) {
			const card = view.getByRole('heading', { name: title }).closest('section');
			const said = kind === 'share' ? card?.textContent : card?.querySelector('svg')?.getAttribute('aria-label');
			for (const { label, value } of rows) {
				expect(said).toContain(label);
				expect(said).toContain(format.number(value, decimals));
			}
			if (kind === 'bars') expect(card?.querySelectorAll('rect')).toHaveLength(rows.length);
			if (kind === 'line')
				expect(card?.querySelector('path.chart-line')?.getAttribute('d')?.match(/[ML]/g)).toHaveLength(rows.length);
			if (kind === 'share') expect(card?.querySelectorAll('li')).toHaveLength(rows.length);
		}
	}
} satisfies Checks<FiguresParameters>;
