import { expect } from 'vitest';
import { clockText } from '../../core/clock';
import { number } from '../../core/format';
import { compare, showValue } from '../../core/finding';
import { t } from '../../core/words';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import { chooseFilter, search, sortBy } from '../../testing/find';
import { clock } from '../../testing/clock';
import { findWords } from '../../web/ui/find-words';
import type { MediaItem, MediaParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<MediaParameters>;

const titles = (items: readonly MediaItem[]) => items.map(({ title }) => title);
const shown = (view: View) => view.queryAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
const addressOf = (item: MediaItem) => `${location.pathname.replace(/\/$/, '')}/${encodeURIComponent(item.slug)}`;
const openItem = (view: View, { user }: Context, { title }: MediaItem) => user.click(view.getByRole('link', { name: title }));
const playing = (view: View) => view.queryByRole('button', { name: words('pause') }) !== null;
const timeIn = (view: View) => view.getByRole('article').querySelector('.player-time')?.textContent?.split(' / ')[0];

function itemWith({ parameters }: Context, has: (item: MediaItem) => unknown): MediaItem {
	const item = parameters.items.find(has);
	if (!item) throw new Error('No item is of that kind.');
	return item;
}

/** Opens an item that has no recording, with its time stopped. */
async function openDrawn(context: Context, has: (item: MediaItem) => unknown = () => true): Promise<[View, MediaItem]> {
	clock.stop();
	const view = await context.reload();
	const item = itemWith(context, (one) => !one.url && has(one));
	await openItem(view, context, item);
	return [view, item];
}

export const checks = {
	lists: ({ view, parameters }) => {
		expect(shown(view)).toEqual(titles(parameters.items));
		for (const { title, seconds, picture } of parameters.items) {
			const card = view.getByRole('link', { name: title }).closest('li');
			expect(card?.textContent).toContain(clockText(seconds));
			expect(card?.querySelector('.picture')?.getAttribute(picture.src ? 'alt' : 'aria-label')).toBe(picture.label);
		}
	},
	filters: async ({ view, parameters }) => {
		const { filters = [], fields = [], items } = parameters;
		for (const filter of filters.filter(({ kind }) => kind === 'choice')) {
			const label = fields.find(({ name }) => name === filter.field)?.label ?? '';
			const has = ({ facts = {} }: MediaItem) => [facts[filter.field] ?? []].flat().map(String);
			for (const value of new Set(items.flatMap(has))) {
				await chooseFilter(view, label, value);
				expect(shown(view)).toEqual(titles(items.filter((item) => has(item).includes(value))));
			}
			await chooseFilter(view, label, '');
		}
		expect(shown(view)).toHaveLength(items.length);
	},
	searches: async ({ view, parameters: { items } }) => {
		const last = items.at(-1)?.title ?? '';
		await search(view, last.toUpperCase());
		expect(shown(view)).toContain(last);
		await search(view, '');
		expect(shown(view)).toHaveLength(items.length);
	},
	'finds-nothing': async ({ view, parameters }) => {
		await search(view, 'qzxvwkj');
		expect(shown(view)).toEqual([]);
		expect(view.getByText(findWords('none-found'))).toBeTruthy();
		if (parameters.none) expect(view.getByText(parameters.none)).toBeTruthy();
	},
	sorts: async ({ view, parameters: { sort = [], fields = [], items } }) => {
		for (const { field } of sort) {
			await sortBy(view, field);
			const values = shown(view).map((title) => items.find((item) => item.title === title)?.facts?.[field]);
			const known = values.filter((value) => value !== undefined);
			expect(known).toEqual(
				[...known].sort((a, b) =>
					compare(
						a,
						b,
						fields.find(({ name }) => name === field)
					)
				)
			);
		}
	},
	'hearts-stay': async (context) => {
		const { view, parameters, user, reload } = context;
		const title = parameters.items[1]?.title ?? '';
		await user.click(view.getByRole('button', { name: words('heart', { title }) }));
		const again = await reload();
		expect(again.getByRole('button', { name: words('heart', { title }) }).getAttribute('aria-pressed')).toBe('true');
		await user.click(again.getByRole('button', { name: words('hearts') }));
		expect(shown(again)).toEqual([title]);
	},
	opens: async (context) => {
		const { view, parameters, user } = context;
		const item = itemWith(context, () => true);
		await openItem(view, context, item);
		const page = view.getByRole('article');
		expect(view.getByRole('heading', { level: 1 }).textContent).toBe(item.title);
		for (const field of parameters.fields ?? []) expect(page.textContent).toContain(showValue(field, item.facts?.[field.name]));
		for (const paragraph of item.text ?? []) expect(page.textContent).toContain(paragraph);
		await user.click(view.getByRole('link', { name: words('back') }));
		expect(shown(view)).toEqual(titles(parameters.items));
	},
	'direct-link': async (context) => {
		const { parameters, reload } = context;
		const last = parameters.items.at(-1) ?? itemWith(context, () => true);
		const address = addressOf(last);
		expect((await reload(address)).getByRole('heading', { level: 1 }).textContent).toBe(last.title);
		const missing = await reload(address.replace(/[^/]+$/, 'no-such-one'));
		expect(missing.getByRole('heading', { level: 1 }).textContent).toBe(t('not-found'));
	},
	'plays-and-pauses': async (context) => {
		const [view, { seconds }] = await openDrawn(context);
		expect([playing(view), timeIn(view)]).toEqual([false, '0:00']);
		await context.user.click(view.getByRole('button', { name: words('play') }));
		await clock.pass(Math.min(3, seconds - 1) * 1000);
		await context.user.click(view.getByRole('button', { name: words('pause') }));
		const stopped = timeIn(view);
		expect(stopped).toBe(clockText(Math.min(3, seconds - 1)));
		await clock.pass(5000);
		expect([playing(view), timeIn(view)]).toEqual([false, stopped]);
	},
	'step-jumps': async (context) => {
		const [view, { steps = [] }] = await openDrawn(context, (item) => item.steps?.length);
		for (const { at, text } of [...steps].reverse()) {
			const step = view.getByRole('button', { name: `${clockText(at)} ${text}` });
			await context.user.click(step);
			expect([timeIn(view), step.getAttribute('aria-current')]).toEqual([clockText(at), 'true']);
			expect(view.getByRole('slider').getAttribute('value')).toBe(String(at));
		}
	},
	'portions-scale': async (context) => {
		const { view, user } = context;
		const item = itemWith(context, ({ amounts }) => amounts?.length);
		const { amounts = [], portions = 1 } = item;
		await openItem(view, context, item);
		await user.fill(view.getByRole('textbox', { name: words('portions') }), String(portions * 3));
		const needed = view.getByRole('region', { name: words('amounts') });
		const lines = [...needed.querySelectorAll('li')].map((line) => line.textContent);
		expect(lines).toEqual(
			amounts.map(({ name, amount, unit }) => {
				const tripled = amount * 3 >= 50 ? Math.round(amount * 3) : Math.round(amount * 300) / 100;
				return `${number(tripled)}${unit ? ` ${unit}` : ''} ${name}`;
			})
		);
	},
	'refuses-portions': async (context) => {
		const { view, user } = context;
		await openItem(
			view,
			context,
			itemWith(context, ({ amounts }) => amounts?.length)
		);
		const needed = view.getByRole('region', { name: words('amounts') });
		const before = needed.querySelector('ul')?.textContent;
		for (const text of ['0', '', '-2', 'two']) {
			await user.fill(view.getByRole('textbox', { name: words('portions') }), text);
			expect(view.getByRole('alert').textContent).toBe(words('bad-portions'));
			expect(needed.querySelector('ul')?.textContent).toBe(before);
		}
	},
	'plays-next': async (context) => {
		const { items } = context.parameters;
		const [view, item] = await openDrawn(context, (one) => items.indexOf(one) < items.length - 1);
		const next = items[items.indexOf(item) + 1];
		await context.user.click(view.getByRole('button', { name: words('play') }));
		await context.user.fill(view.getByRole('slider'), String(item.seconds - 1));
		await clock.pass(1500);
		expect(view.getByRole('heading', { level: 1 }).textContent).toBe(next?.title);
		if (!next?.url) expect(playing(view)).toBe(true);
	}
} satisfies Checks<MediaParameters>;
