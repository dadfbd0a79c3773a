import { expect } from 'vitest';
import * as format from '../../core/format';
import { showValue } from '../../core/finding';
import { t } from '../../core/words';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import { chooseFilter, search, sortBy } from '../../testing/find';
import { findWords } from '../../web/ui/find-words';
import type { Filter } from '../data';
import { slugOfRecord } from './directory';
import type { DirectoryParameters, DirectoryRecord } from './parameters';
import { words } from './words';

type Context = CheckContext<DirectoryParameters>;

export const checks = {
	lists: ({ view, parameters }) => {
		const { records, fields, summaryFields, titleField } = parameters;
		expect(listed(view, parameters)).toEqual(records.map((record) => titleOf(record, parameters)));
		const text = listOf(view, parameters)?.textContent ?? '';
		for (const record of records)
			for (const field of fields.filter(({ name }) => name === titleField || summaryFields.includes(name)))
				expect(text).toContain(shown(field.name, record, parameters));
	},
	filters: async (context) => {
		const { view, parameters } = context;
		for (const filter of parameters.filters ?? [])
			for (const value of valuesFor(filter, context).slice(0, 4)) {
				await choose(filter, value, context);
				expectListed(view, parameters, (record) => fits(record, filter, value, parameters));
				await choose(filter, '', context);
			}
		expect(listed(view, parameters)).toHaveLength(parameters.records.length);
	},
	'filters-together': async (context) => {
		const { view, parameters } = context;
		const { filters = [], records } = parameters;
		const chosen = filters.map((filter) => ({ filter, values: valuesFor(filter, context) }));
		// What the first record has, so that something is left.
		const of = records[0] ?? {};
		const wanted = chosen.flatMap(({ filter, values }) => {
			const value = values.find((one) => fits(of, filter, one, parameters));
			return value === undefined ? [] : [{ filter, value }];
		});
		for (const { filter, value } of wanted) await choose(filter, value, context);
		expectListed(view, parameters, (record) => wanted.every(({ filter, value }) => fits(record, filter, value, parameters)));
		expect(listed(view, parameters)).toContain(titleOf(of, parameters));
		await context.user.click(view.getByRole('button', { name: findWords('reset') }));
		expect(listed(view, parameters)).toHaveLength(records.length);
	},
	searches: async ({ view, parameters }) => {
		const last = parameters.records.at(-1) ?? {};
		const title = titleOf(last, parameters);
		await search(view, title.toUpperCase());
		const found = listed(view, parameters);
		expect(found).toContain(title);
		const parts = title.toLowerCase().split(/\s+/);
		for (const record of parameters.records.filter((one) => found.includes(titleOf(one, parameters)))) {
			const text = JSON.stringify(record).toLowerCase();
			expect(parts.every((part) => text.includes(part))).toBe(true);
		}
		await search(view, '');
		expect(listed(view, parameters)).toHaveLength(parameters.records.length);
	},
	'finds-nothing': async ({ view, parameters, user }) => {
		await search(view, 'qzxvwkj');
		expect(listed(view, parameters)).toEqual([]);
		expect(view.getByText(findWords('none-found'))).toBeTruthy();
		if (parameters.none) expect(view.getByText(parameters.none)).toBeTruthy();
		await user.click(view.getAllByRole('button', { name: findWords('reset') })[0]!);
		expect(listed(view, parameters)).toHaveLength(parameters.records.length);
	},
	sorts: async ({ view, parameters, user }) => {
		const { records, fields, sort = [] } = parameters;
		for (const { field } of sort) {
			await sortBy(view, field);
			const { options } = fields.find(({ name }) => name === field) ?? {};
			const inOrder = () =>
				listed(view, parameters).flatMap((title) => {
					const value = records.find((record) => titleOf(record, parameters) === title)?.[field];
					return value === undefined || value === '' ? [] : [value];
				});
			const rising = inOrder();
			expect(rising.length).toBeGreaterThan(0);
			rising.slice(1).forEach((value, index) => expect(isAfter(rising[index], value, options)).toBe(false));
			await user.click(view.getByRole('button', { name: findWords('falling') }));
			const falling = inOrder();
			falling.slice(1).forEach((value, index) => expect(isAfter(value, falling[index], options)).toBe(false));
			expect([...falling].map(String).sort()).toEqual([...rising].map(String).sort());
		}
	},
	opens: async ({ view, parameters, user }) => {
		const [record = {}] = parameters.records;
		const start = location.pathname;
		await user.click(view.getByRole('link', { name: titleOf(record, parameters) }));
		expect(decodeURIComponent(location.pathname).endsWith(`/${slugOfRecord(record, parameters.titleField)}`)).toBe(true);
		expectRecord(view, record, parameters);
		await user.click(view.getByRole('link', { name: words('all-of', { all: parameters.all }) }));
		expect(location.pathname).toBe(start);
		expect(listed(view, parameters)).toHaveLength(parameters.records.length);
	},
	'direct-link': async ({ parameters, reload, page }) => {
		const record = parameters.records.at(-1) ?? {};
		const base = location.pathname === '/' ? '' : location.pathname;
		const path = `${base}/${encodeURIComponent(slugOfRecord(record, parameters.titleField))}`;
		expectRecord(await reload(path), record, parameters);
		await reload(`${base}/qzxvwkj`);
		expect(page.getByRole('heading', { level: 1 }).textContent).toBe(t('not-found'));
	},
	'favourites-stay': async ({ view, parameters, user, reload }) => {
		const name = titleOf(parameters.records[1] ?? parameters.records[0] ?? {}, parameters);
		const heart = { name: words('favourite', { name }) };
		expect(view.getByRole('button', heart).getAttribute('aria-pressed')).toBe('false');
		await user.click(view.getByRole('button', heart));
		const again = await reload();
		expect(again.getByRole('button', heart).getAttribute('aria-pressed')).toBe('true');
		await user.click(again.getByRole('button', { name: words('favourites') }));
		expect(listed(again, parameters)).toEqual([name]);
		await user.click(again.getByRole('button', heart));
		expect(listed(again, parameters)).toEqual([]);
	},
	scales: async ({ view, parameters, user }) => {
		const { scale, records } = parameters;
		const record = records.find((one) => Array.isArray(one[scale?.field ?? '']));
		if (!scale || !record) throw new Error('There is nothing to work out for another number.');
		await user.click(view.getByRole('link', { name: titleOf(record, parameters) }));
		const from = Number(typeof scale.from === 'number' ? scale.from : record[scale.from]);
		const amounts = () => view.getByRole('list', { name: scale.label }).textContent ?? '';
		const before = amounts();
		const lines = record[scale.field] as string[];
		const line = lines.find((one) => /^\d+ /.test(one)) ?? '';
		await user.fill(view.getByRole('textbox', { name: scale.label }), String(from * 2));
		expect(amounts()).toContain(line.replace(/^\d+/, (amount) => format.number(Number(amount) * 2)));
		await user.fill(view.getByRole('textbox', { name: scale.label }), '0');
		expect(view.getByText(words('bad-portions'))).toBeTruthy();
		await user.fill(view.getByRole('textbox', { name: scale.label }), String(from));
		expect(amounts()).toBe(before);
	}
} satisfies Checks<DirectoryParameters>;

const titleOf = (record: DirectoryRecord, { titleField }: DirectoryParameters) => String(record[titleField] ?? '');

const listOf = (view: View, { all }: DirectoryParameters) =>
	view.queryByRole('list', { name: all }) ?? view.queryByRole('table', { name: all });

/** Titles in the order that they are shown in. */
const listed = (view: View, parameters: DirectoryParameters) =>
	[...(listOf(view, parameters)?.querySelectorAll('a') ?? [])].map(({ textContent }) => textContent);

function expectListed(view: View, parameters: DirectoryParameters, isLeft: (record: DirectoryRecord) => boolean) {
	expect(listed(view, parameters)).toEqual(parameters.records.filter(isLeft).map((record) => titleOf(record, parameters)));
}

function expectRecord(view: View, record: DirectoryRecord, parameters: DirectoryParameters) {
	expect(view.getByRole('heading', { level: 1 }).textContent).toBe(titleOf(record, parameters));
	expect(document.title).toContain(titleOf(record, parameters));
	const text = view.getByRole('article').textContent ?? '';
	for (const { name, label, kind } of parameters.fields.filter(({ name }) => name !== parameters.titleField)) {
		if (kind === 'list' || kind === 'url' || !shown(name, record, parameters)) continue;
		expect(text).toContain(label);
		expect(text).toContain(shown(name, record, parameters));
	}
	for (const paragraph of record.text ?? []) expect(text).toContain(paragraph);
}

/** Amounts are in whole units in parameters, and in cents where they are kept. */
function shown(name: string, record: DirectoryRecord, { fields }: DirectoryParameters): string {
	const field = fields.find((one) => one.name === name);
	const value = record[name];
	return field ? showValue(field, field.kind === 'money' ? Number(value) * 100 : value) : '';
}

/** Values that a filter can be set to: those of the records, or what it offers. */
function valuesFor(filter: Filter, { parameters, view }: Context): string[] {
	if (filter.kind === 'tick') return ['true'];
	const own = parameters.records.flatMap((record) => (record[filter.field] ?? []) as string | string[]);
	if (filter.kind === 'choice' || filter.kind === 'contains') return [...new Set(own)].filter(Boolean);
	const select = view.getByRole<HTMLSelectElement>('combobox', { name: labelOf(filter, parameters) });
	return [...select.options].map(({ value }) => value).filter(Boolean);
}

const labelOf = ({ field }: Filter, { fields }: DirectoryParameters) => fields.find(({ name }) => name === field)?.label ?? field;

async function choose(filter: Filter, value: string, { view, parameters, user }: Context): Promise<void> {
	const label = labelOf(filter, parameters);
	if (filter.kind === 'tick') return user.click(view.getByRole('button', { name: label }));
	if (filter.kind === 'contains') return user.fill(view.getByRole('textbox', { name: label }), value);
	return chooseFilter(view, label, value);
}

function fits(record: DirectoryRecord, { field, kind }: Filter, value: string, { fields }: DirectoryParameters): boolean {
	const has = record[field];
	if (kind === 'tick') return has === true;
	// Steps of amounts are offered in cents, as they are kept.
	const step = Number(value) / (fields.find(({ name }) => name === field)?.kind === 'money' ? 100 : 1);
	if (kind === 'most') return typeof has === 'number' && has <= step;
	if (kind === 'least') return typeof has === 'number' && has >= step;
	if (kind === 'choice') return [has].flat().includes(value);
	return [has].flat().some((one) => String(one).toLowerCase().includes(value.toLowerCase()));
}

function isAfter(a: unknown, b: unknown, options?: string[]): boolean {
	if (typeof a === 'number' && typeof b === 'number') return a > b;
	if (options) return options.indexOf(String(a)) > options.indexOf(String(b));
	return String(a).localeCompare(String(b), undefined, { numeric: true }) > 0;
}
