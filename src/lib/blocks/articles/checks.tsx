import { expect } from 'vitest';
import { month } from '../../core/format';
import { compare, showValue } from '../../core/finding';
import { t } from '../../core/words';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import { chooseFilter, search, sortBy } from '../../testing/find';
import { findWords } from '../../web/ui/find-words';
import type { Article, ArticlesParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<ArticlesParameters>;

/** What the page is to show, the newest first. */
const expected = ({ articles, category }: ArticlesParameters): Article[] =>
	articles
		.filter((one) => !category || one.category === category)
		.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
const titles = (articles: readonly Article[]) => articles.map(({ title }) => title);
const shown = (view: View) => view.queryAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
const addressOf = ({ slug }: Article) => `${location.pathname.replace(/\/$/, '')}/${encodeURIComponent(slug)}`;

function first({ parameters }: Context): Article {
	const [article] = expected(parameters);
	if (!article) throw new Error('There is no article.');
	return article;
}

async function openFirst(context: Context): Promise<View> {
	const article = first(context);
	await context.user.click(context.view.getByRole('link', { name: article.title }));
	return context.view;
}

function expectOpen(view: View, { title, lead, text, facts = {} }: Article, { fields = [] }: ArticlesParameters): void {
	expect(view.getByRole('heading', { level: 1 }).textContent).toBe(title);
	const said = view.getByRole('article').textContent ?? '';
	for (const part of [lead, ...text]) expect(said).toContain(part);
	for (const field of fields) {
		const value = showValue(field, facts[field.name]);
		if (value) expect(said).toContain(field.label + value);
	}
}

export const checks = {
	'newest-first': ({ view, parameters }) => {
		expect(shown(view)).toEqual(titles(expected(parameters)));
	},
	'by-category': async ({ view, parameters }) => {
		const offered = parameters.categories.filter((category) => parameters.articles.some((one) => one.category === category));
		for (const category of offered) {
			await chooseFilter(view, words('category'), category);
			expect(shown(view)).toEqual(titles(expected({ ...parameters, category })));
		}
		await chooseFilter(view, words('category'), '');
		expect(shown(view)).toHaveLength(parameters.articles.length);
	},
	'by-month': async ({ view, parameters, user }) => {
		const list = view.getByRole('navigation', { name: words('months') });
		for (const one of new Set(expected(parameters).map(({ date }) => date.slice(0, 7)))) {
			const label = month(`${one}-01`);
			const button = [...list.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith(label));
			if (!button) throw new Error(`The months have no "${label}".`);
			await user.click(button);
			expect(shown(view)).toEqual(titles(expected(parameters).filter(({ date }) => date.startsWith(one))));
		}
		await user.click(view.getByRole('button', { name: words('all-months') }));
		expect(shown(view)).toHaveLength(expected(parameters).length);
	},
	'filters-facts': async ({ view, parameters }) => {
		const { filters = [], fields = [] } = parameters;
		for (const filter of filters.filter(({ kind }) => kind === 'choice')) {
			const field = fields.find(({ name }) => name === filter.field);
			const has = ({ facts = {} }: Article) => [facts[filter.field] ?? []].flat().map(String);
			for (const value of new Set(expected(parameters).flatMap(has))) {
				await chooseFilter(view, field?.label ?? '', value);
				expect(shown(view)).toEqual(titles(expected(parameters).filter((article) => has(article).includes(value))));
			}
			await chooseFilter(view, field?.label ?? '', '');
		}
	},
	'sorts-facts': async ({ view, parameters }) => {
		const { sort = [], fields = [], articles } = parameters;
		for (const { field } of sort) {
			await sortBy(view, field);
			const valueOf = (title: string | null) => articles.find((one) => one.title === title)?.facts?.[field];
			const values = shown(view)
				.map(valueOf)
				.filter((value) => value !== undefined);
			const rising = [...values].sort((a, b) =>
				compare(
					a,
					b,
					fields.find(({ name }) => name === field)
				)
			);
			expect(values).toEqual(rising);
			expect(shown(view)).toHaveLength(expected(parameters).length);
		}
	},
	opens: async (context) => {
		const view = await openFirst(context);
		expect(decodeURIComponent(location.pathname).endsWith(`/${first(context).slug}`)).toBe(true);
		expectOpen(view, first(context), context.parameters);
		await context.user.click(view.getByRole('link', { name: words('back') }));
		expect(shown(view)).toEqual(titles(expected(context.parameters)));
	},
	'direct-link': async (context) => {
		const { parameters, reload } = context;
		const last = expected(parameters).at(-1) ?? first(context);
		const address = addressOf(last);
		expectOpen(await reload(address), last, parameters);
		const missing = await reload(address.replace(/[^/]+$/, 'no-such-article'));
		expect(missing.getByRole('heading', { level: 1 }).textContent).toBe(t('not-found'));
	},
	searches: async (context) => {
		const { view, parameters } = context;
		const last = expected(parameters).at(-1) ?? first(context);
		await search(view, last.title.toUpperCase());
		expect(shown(view)).toContain(last.title);
		await search(view, last.text.at(-1) ?? '');
		expect(shown(view)).toContain(last.title);
		await search(view, '');
		expect(shown(view)).toHaveLength(expected(parameters).length);
	},
	'finds-nothing': async ({ view, parameters, user }) => {
		await search(view, 'qzxvwkj');
		expect(shown(view)).toEqual([]);
		expect(view.getByText(findWords('none-found'))).toBeTruthy();
		const [reset] = view.getAllByRole('button', { name: findWords('reset') });
		if (reset) await user.click(reset);
		expect(shown(view)).toHaveLength(expected(parameters).length);
	},
	'comments-stay': async (context) => {
		const { reload } = context;
		const view = await openFirst(context);
		await comment(context, view, { name: 'Wanda Q.', text: 'We were there last week.' });
		for (const open of [() => view, reload]) {
			const said = (await open()).getByRole('region', { name: words('comments') }).querySelector('li')?.textContent;
			expect(said).toContain('Wanda Q.');
			expect(said).toContain('We were there last week.');
		}
	},
	'removes-comment': async (context) => {
		const { user, reload } = context;
		const view = await openFirst(context);
		await comment(context, view, { name: 'Wanda Q.', text: 'Not this one.' });
		await user.click(view.getByRole('button', { name: words('remove-comment', { name: 'Wanda Q.' }) }));
		expect(view.queryByText('Not this one.')).toBeNull();
		expect((await reload()).queryByText('Not this one.')).toBeNull();
	},
	'comment-refuses-empty': async (context) => {
		const view = await openFirst(context);
		await comment(context, view, { name: '', text: ' ' });
		const region = view.getByRole('region', { name: words('comments') });
		expect(region.querySelectorAll('[aria-invalid=true]')).toHaveLength(2);
		expect(region.querySelector('li')).toBeNull();
	}
} satisfies Checks<ArticlesParameters>;

async function comment({ user }: Context, view: View, { name, text }: { name: string; text: string }): Promise<void> {
	await user.fill(view.getByRole('textbox', { name: words('name') }), name);
	await user.fill(view.getByRole('textbox', { name: words('text') }), text);
	await user.click(view.getByRole('button', { name: words('write') }));
}
