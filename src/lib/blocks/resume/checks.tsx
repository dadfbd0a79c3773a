import { expect } from 'vitest';
import { t } from '../../core/words';
import type { Checks, View } from '../../testing/check-page';
import { heardPrinting } from '../../testing/printing';
import type { ResumeEntry, ResumeParameters } from './parameters';
import { words } from './words';

const part = (view: View, name: string) => view.getByRole('region', { name });
const titles = (view: View, name: string) => [...part(view, name).querySelectorAll('h3')].map((title) => title.textContent);

/** The last year that an entry names; one that goes on is later than all. */
const endOf = ({ years }: ResumeEntry) => (/\d\s*$/.test(years) ? Number(/(\d{4})\s*$/.exec(years)?.[1]) : 9999);

export const checks = {
	'stands-at-top': ({ view, parameters: { name, title } }) => {
		expect(view.getAllByRole('heading')[0]?.textContent).toBe(name);
		expect(view.getByText(title)).toBeTruthy();
	},
	'newest-first': ({ view, parameters }) => {
		for (const kind of ['experience', 'education'] as const) {
			if (!parameters[kind].length) continue;
			const shown = titles(view, words(kind));
			expect([...shown].sort()).toEqual(parameters[kind].map(({ title }) => title).sort());
			const years = [...part(view, words(kind)).querySelectorAll('.resume-years')].map((one) => one.textContent ?? '');
			const ends = years.map((text) => endOf({ years: text, title: '' }));
			expect(ends).toEqual([...ends].sort((a, b) => b - a));
		}
	},
	sections: ({ view, parameters: { languages, skills = [], more = [] } }) => {
		for (const { name, level } of languages) expect(part(view, words('languages')).textContent).toContain(name + level);
		for (const skill of skills) expect(part(view, words('skills')).textContent).toContain(skill);
		for (const { heading, lines } of more) for (const line of lines) expect(part(view, heading).textContent).toContain(line);
	},
	prints: async ({ view, user }) => {
		const print = heardPrinting();
		const button = view.getByRole('button', { name: t('print') });
		await user.click(button);
		expect(print).toHaveBeenCalledOnce();
		expect(button.classList.contains('no-print')).toBe(true);
	}
} satisfies Checks<ResumeParameters>;
