import { expect } from 'vitest';
import { t } from '../../core/words';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import type { GalleryParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<GalleryParameters>;

const titlesOf = (view: View) => view.getAllByRole('listitem').map((item) => item.querySelector('strong')?.textContent);
const large = ({ page }: Context) => page.getByRole('dialog');
const openFirst = ({ view, parameters: { items }, user }: Context) =>
	user.click(view.getByRole('button', { name: words('open', { title: items[0]?.title ?? '' }) }));

export const checks = {
	'shows-pictures': ({ view, parameters: { items } }) => {
		expect(titlesOf(view)).toEqual(items.map(({ title }) => title));
		for (const item of view.getAllByRole('listitem')) expect(item.querySelector('.picture')).toBeTruthy();
	},
	filters: async ({ view, parameters: { items, categories = [] }, user }) => {
		for (const category of categories) {
			await user.click(view.getByRole('button', { name: category }));
			expect(titlesOf(view)).toEqual(items.filter((item) => item.category === category).map(({ title }) => title));
		}
		await user.click(view.getByRole('button', { name: words('all') }));
		expect(titlesOf(view)).toHaveLength(items.length);
	},
	'opens-large': async (context) => {
		const [first] = context.parameters.items;
		await openFirst(context);
		for (const part of [first?.title, first?.year ?? '', first?.caption ?? ''])
			expect(large(context).textContent).toContain(part);
		expect(large(context).querySelector('.picture')).toBeTruthy();
	},
	'next-and-previous': async (context) => {
		const { page, parameters, user } = context;
		const heading = () => large(context).querySelector('h2')?.textContent;
		const titles = parameters.items.map(({ title }) => title);
		await openFirst(context);
		await user.click(page.getByRole('button', { name: words('next') }));
		expect(heading()).toBe(titles[1]);
		await user.press('ArrowLeft');
		expect(heading()).toBe(titles[0]);
		await user.click(page.getByRole('button', { name: words('previous') }));
		expect(heading()).toBe(titles.at(-1));
	},
	closes: async (context) => {
		const { view, parameters, page, user } = context;
		const opener = view.getByRole('button', { name: words('open', { title: parameters.items[0]?.title ?? '' }) });
		opener.focus();
		await user.click(opener);
		await user.press('Escape', large(context));
		expect(page.queryByRole('dialog')).toBeNull();
		expect(document.activeElement).toBe(opener);
		await openFirst(context);
		await user.click(page.getByRole('button', { name: t('close') }));
		expect(page.queryByRole('dialog')).toBeNull();
	}
} satisfies Checks<GalleryParameters>;
