import { expect } from 'vitest';
import { app } from '../app';
import { t } from '../core/words';
import theme from '../web/theme.css?raw';
import type { Checks } from './check-page';

/** What tests may ask of the app as a whole, by the name of a criterion's kind. */
export const checks = {
	'shows-colours': () => {
		const { ground, part } = app.colours;
		if (ground) expect(token(theme, 'ground')).toBe(ground);
		if (part) expect(token(theme, 'part')).toBe(part);
	},
	'is-dark': () => expect(/color-scheme:\s*(\w+)/.exec(theme)?.[1]).toBe('dark'),
	'is-light': () => expect(/color-scheme:\s*(\w+)/.exec(theme)?.[1]).toBe('light'),
	'menu-opens-pages': async ({ page, user }) => {
		const nav = page.getByRole('navigation');
		for (const { menu, path } of app.pages.filter((one) => one.menu)) {
			const link = [...nav.querySelectorAll('a')].find(({ textContent }) => textContent === menu);
			if (!link) throw new Error(`The menu has no "${menu}".`);
			await user.click(link);
			expect(location.pathname).toBe(path);
			expect(link.getAttribute('aria-current')).toBe('page');
		}
	},
	'says-what-is-missing': async ({ page, user }) => {
		await user.go('/no-such-page');
		expect(page.getByRole('heading', { level: 1 }).textContent).toBe(t('not-found'));
		expect(page.getByRole('link', { name: t('start-page') }).getAttribute('href')).toBe('/');
	}
} satisfies Checks<unknown>;

const token = (theme: string, name: string) => new RegExp(`--${name}:\\s*([^;]+);`).exec(theme)?.[1];
