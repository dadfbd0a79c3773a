import { within } from '@testing-library/react';
import { expect } from 'vitest';
import { showValue } from '../../core/finding';
import * as format from '../../core/format';
import { t } from '../../core/words';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import { downloaded, upload } from '../../testing/files';
import { chooseFilter, search, sortBy } from '../../testing/find';
import { heardPrinting } from '../../testing/printing';
import { csvWords } from '../../web/ui/csv-words';
import { findWords } from '../../web/ui/find-words';
import type { FormField } from '../data';
import type { RecordsParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<RecordsParameters>;

export const checks = {
	lists: ({ view, parameters }) => {
		expect(titles(view, parameters).sort()).toEqual(parameters.records.map((one) => titleOf(one, parameters)).sort());
	},
	adds: async (context) => {
		const { view, parameters } = context;
		const before = titles(view, parameters).length;
		await add(context, { [parameters.titleField]: 1 });
		expect(titles(view, parameters)).toHaveLength(before + 1);
		expect(titles(view, parameters)).toContain(sampleOf(titleField(parameters), 1).shown);
	},
	'refuses-empty': async ({ view, parameters, user }) => {
		const before = titles(view, parameters);
		await openForm({ view, parameters, user });
		const form = within(view.getByRole('dialog'));
		await user.submit(form.getByRole('button', { name: t('add') }));
		const marked = view.getByRole('dialog').querySelectorAll('[aria-invalid="true"]');
		expect([...marked].map((one) => one.getAttribute('name'))).toEqual(
			parameters.fields.filter(({ isRequired }) => isRequired).map(({ name }) => name)
		);
		expect(titles(view, parameters)).toEqual(before);
	},
	changes: async (context) => {
		const { view, parameters, user, reload } = context;
		await add(context, {});
		const { shown: name } = sampleOf(titleField(parameters), 0);
		await user.click(view.getByRole('button', { name: words('edit', { name }) }));
		const form = within(view.getByRole('dialog'));
		await fillField(titleField(parameters), 1, context);
		await user.submit(form.getByRole('button', { name: t('save') }));
		const again = await reload();
		expect(titles(again, parameters)).toContain(sampleOf(titleField(parameters), 1).shown);
		expect(titles(again, parameters)).not.toContain(name);
	},
	'removes-after-asking': async (context) => {
		const { view, parameters, user } = context;
		await add(context, {});
		const { shown: name } = sampleOf(titleField(parameters), 0);
		await user.click(view.getByRole('button', { name: words('delete', { name }) }));
		await user.click(within(view.getByRole('dialog')).getByRole('button', { name: t('cancel') }));
		expect(titles(view, parameters)).toContain(name);
		await user.click(view.getByRole('button', { name: words('delete', { name }) }));
		await user.click(within(view.getByRole('dialog')).getByRole('button', { name: t('delete') }));
		expect(titles(view, parameters)).not.toContain(name);
	},
	stays: async (context) => {
		const { parameters, reload } = context;
		await add(context, {});
		expect(titles(await reload(), parameters)).toContain(sampleOf(titleField(parameters), 0).shown);
	},
	totals: async (context) => {
		const { view, parameters } = context;
		const values: Record<string, unknown>[] = parameters.records.map((one) => ({ ...one }));
		expectTotals(view, parameters, values);
		await add(context, {});
		values.push(Object.fromEntries(parameters.fields.map((field) => [field.name, sampleOf(field, 0).value])));
		expectTotals(view, parameters, values);
	},
	filters: async (context) => {
		const { view, parameters, user } = context;
		for (const { field, kind } of parameters.filters ?? []) {
			const label = fieldOf(field, parameters)?.label ?? field;
			const has = (one: Record<string, unknown>, value: unknown) => one[field] === value;
			const values = [...new Set(parameters.records.map((one) => one[field]))].filter(
				(value) => value !== '' && value !== undefined
			);
			if (kind === 'tick') {
				await user.click(view.getByRole('button', { name: label }));
				expect(titles(view, parameters).sort()).toEqual(titlesWith((one) => has(one, true), parameters));
				await user.click(view.getByRole('button', { name: label }));
			}
			if (kind === 'choice')
				for (const value of values) {
					await chooseFilter(view, label, String(value));
					expect(titles(view, parameters).sort()).toEqual(titlesWith((one) => has(one, value), parameters));
					await chooseFilter(view, label, '');
				}
		}
		expect(titles(view, parameters)).toHaveLength(parameters.records.length);
	},
	searches: async ({ view, parameters }) => {
		const name = titleOf(parameters.records[0] ?? {}, parameters);
		await search(view, name);
		expect(titles(view, parameters)).toContain(name);
		await search(view, 'qzxvwkj');
		expect(titles(view, parameters)).toEqual([]);
		expect(view.getByText(findWords('none-found'))).toBeTruthy();
	},
	sorts: async ({ view, parameters, user }) => {
		for (const { field } of parameters.sort ?? []) {
			await sortBy(view, field);
			const values = () =>
				titles(view, parameters).map((title) => parameters.records.find((one) => titleOf(one, parameters) === title)?.[field]);
			const isBefore = (a: unknown, b: unknown) =>
				typeof a === 'number' && typeof b === 'number'
					? a < b
					: String(a).localeCompare(String(b), undefined, { numeric: true }) < 0;
			const rising = values();
			rising.slice(1).forEach((value, index) => expect(isBefore(value, rising[index])).toBe(false));
			await user.click(view.getByRole('button', { name: findWords('falling') }));
			const falling = values();
			falling.slice(1).forEach((value, index) => expect(isBefore(falling[index], value)).toBe(false));
		}
	},
	ticks: async ({ view, parameters, user, reload }) => {
		const field = parameters.fields.find(({ name, kind }) => kind === 'check' && parameters.columns.includes(name));
		const name = titleOf(parameters.records[0] ?? {}, parameters);
		const box = { name: words('ticked', { label: field?.label ?? '', name }) };
		const before = view.getByRole<HTMLInputElement>('checkbox', box).checked;
		await user.click(view.getByRole('checkbox', box));
		const again = await reload();
		expect(again.getByRole<HTMLInputElement>('checkbox', box).checked).toBe(!before);
	},
	'exports-csv': async ({ view, parameters, user }) => {
		const { name, text } = await downloaded(() => user.click(view.getByRole('button', { name: csvWords('out') })));
		expect(name).toBe(`${parameters.collection}.csv`);
		const [head, ...lines] = text.trim().split('\r\n');
		for (const { label } of parameters.fields) expect(head).toContain(label);
		expect(lines).toHaveLength(parameters.records.length);
		for (const record of parameters.records) expect(text).toContain(titleOf(record, parameters));
	},
	'imports-csv': async (context) => {
		const { view, parameters, reload } = context;
		await importLines(context, [lineOf(parameters, 0), lineOf(parameters, 1)]);
		expect(view.getByText(csvWords('taken', { n: 2 }))).toBeTruthy();
		const again = titles(await reload(), parameters);
		expect(again).toContain(sampleOf(titleField(parameters), 0).shown);
		expect(again).toContain(sampleOf(titleField(parameters), 1).shown);
	},
	'bad-line-named': async (context) => {
		const { view, parameters } = context;
		const { fields } = parameters;
		const at = fields.findIndex(
			({ kind, isRequired }) => isRequired && (kind === 'number' || kind === 'money' || kind === 'date')
		);
		const bad = lineOf(parameters, 1).map((cell, index) => (index === Math.max(at, 0) ? (at < 0 ? '' : 'word') : cell));
		const before = titles(view, parameters).length;
		await importLines(context, [lineOf(parameters, 0), bad]);
		expect(view.getByText(csvWords('taken', { n: 1 }))).toBeTruthy();
		const said = view.getByText(csvWords('line', { n: 3 })).closest('li')?.textContent ?? '';
		expect(said).toContain(fields[Math.max(at, 0)]?.label);
		expect(titles(view, parameters)).toHaveLength(before + 1);
	},
	'refuses-other-files': async ({ view, parameters }) => {
		const before = titles(view, parameters);
		await upload(
			view.getByLabelText(csvWords('in'), { selector: 'input' }),
			'boat.png',
			new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])
		);
		expect(view.getByText(csvWords('not-csv', { name: 'boat.png' }))).toBeTruthy();
		expect(titles(view, parameters)).toEqual(before);
	},
	'marks-overdue': ({ view, parameters }) => {
		const { due, records } = parameters;
		const today = format.isoDay(new Date());
		const late = records.filter((one) => due && String(one[due.field]) < today && !(due.unless && one[due.unless]));
		const rows = [...(view.getByRole('table', { name: parameters.all }).querySelectorAll('tbody tr') ?? [])];
		const marked = rows
			.filter((row) => row.textContent?.includes(words('overdue')))
			.map((row) => row.querySelector('th')?.textContent);
		expect(marked.sort()).toEqual(late.map((one) => titleOf(one, parameters)).sort());
	},
	prints: async ({ view, user }) => {
		const print = heardPrinting();
		const button = view.getByRole('button', { name: t('print') });
		await user.click(button);
		expect(print).toHaveBeenCalledOnce();
		expect(button.closest('.no-print')).toBeTruthy();
	}
} satisfies Checks<RecordsParameters>;

const fieldOf = (name: string, { fields }: RecordsParameters) => fields.find((field) => field.name === name);
function titleField(parameters: RecordsParameters): FormField {
	const field = fieldOf(parameters.titleField, parameters);
	if (!field) throw new Error(`There is no field '${parameters.titleField}'.`);
	return field;
}

const shownIn = (field: FormField, value: unknown) =>
	field.kind === 'password' ? '' : showValue({ ...field, kind: field.kind }, value);
/** As it is shown; amounts are in whole units in parameters. */
const titleOf = (record: Record<string, unknown>, parameters: RecordsParameters) => {
	const field = titleField(parameters);
	const value = record[field.name];
	return shownIn(field, field.kind === 'money' ? Number(value) * 100 : value);
};
const titlesWith = (isLeft: (record: Record<string, unknown>) => boolean, parameters: RecordsParameters) =>
	parameters.records
		.filter(isLeft)
		.map((one) => titleOf(one, parameters))
		.sort();

const titles = (view: View, { all }: RecordsParameters) =>
	[...(view.queryByRole('table', { name: all })?.querySelectorAll('tbody th') ?? [])].map(({ textContent }) => textContent);

/** Something that fits a field: as it is typed, as it is kept (amounts in whole units) and as it is shown. */
function sampleOf(field: FormField, which: number): { typed: string; value: unknown; shown: string } {
	const least = field.min ?? 0;
	const number = Math.min(least + 12 + which * 3, field.max ?? Infinity);
	const typed = {
		...{
			text: `Sample ${which + 1}`,
			longText: `Some lines ${which + 1}`,
			email: `a${which}@example.com`,
			phone: `030 1234${which}`
		},
		...{
			url: `https://example.com/${which}`,
			number: String(number),
			money: String(number),
			date: `203${which}-04-0${which + 1}`
		},
		...{
			time: `1${which}:30`,
			choice: field.options?.[which % (field.options.length || 1)] ?? '',
			check: 'true',
			password: 'a long secret'
		}
	}[field.kind];
	const isNumber = field.kind === 'number' || field.kind === 'money';
	const value = isNumber ? Number(typed) : field.kind === 'check' ? true : typed;
	return { typed, value, shown: shownIn(field, field.kind === 'money' ? number * 100 : value) };
}

const openForm = ({ view, parameters, user }: Pick<Context, 'view' | 'parameters' | 'user'>) =>
	user.click(view.getAllByRole('button', { name: words('add', { one: parameters.one }) })[0]!);

async function fillField(field: FormField, which: number, { user, view }: Context): Promise<void> {
	const control = view.getByRole('dialog').querySelector(`[name="${field.name}"]`);
	if (!control) throw new Error(`The form has no field '${field.name}'.`);
	const { typed } = sampleOf(field, which);
	if (field.kind === 'check') await user.click(control);
	else await user.fill(control, typed);
}

/** Adds the first sample of each field, or the one that is named. */
async function add(context: Context, which: Record<string, number>): Promise<void> {
	const { view, parameters, user } = context;
	await openForm(context);
	const form = within(view.getByRole('dialog'));
	for (const field of parameters.fields) await fillField(field, which[field.name] ?? 0, context);
	await user.submit(form.getByRole('button', { name: t('add') }));
}

/** Sums by a way of their own, against what is shown. */
function expectTotals(view: View, { totals = [], fields }: RecordsParameters, values: readonly Record<string, unknown>[]): void {
	for (const { label, kind, field } of totals) {
		const shown = view.getByText(label, { selector: 'dt' }).nextElementSibling?.textContent;
		const own = values.map((one) => one[field ?? '']);
		if (kind === 'count') {
			const count = field ? own.filter((one) => one !== '' && one !== undefined && one !== false).length : values.length;
			expect(shown).toBe(format.number(count));
			continue;
		}
		const numbers = own.filter((one) => typeof one === 'number');
		let sum = 0;
		for (const number of numbers) sum += number;
		const result = kind === 'sum' ? sum : sum / (numbers.length || 1);
		const { kind: of, unit } = fields.find(({ name }) => name === field) ?? {};
		const text = of === 'money' ? format.money(Math.round(result * 100)) : format.number(Number(result.toFixed(2)));
		expect(shown).toBe(of !== 'money' && unit ? `${text} ${unit}` : text);
	}
}

const lineOf = ({ fields }: RecordsParameters, which: number) => fields.map((field) => sampleOf(field, which).typed);

async function importLines({ view, parameters }: Context, lines: readonly string[][]): Promise<void> {
	const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
	const text = [parameters.fields.map(({ label }) => label), ...lines].map((cells) => cells.map(quoted).join(',')).join('\n');
	await upload(view.getByLabelText(csvWords('in'), { selector: 'input' }), 'more.csv', text);
}
