import { expect } from 'vitest';
import { addDays, today } from '../../core/days';
import * as format from '../../core/format';
import { t } from '../../core/words';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import { downloaded, upload } from '../../testing/files';
import { heardPrinting } from '../../testing/printing';
import { csvWords } from '../../web/ui/csv-words';
import { exampleReadings, within, type Reading } from './logic';
import type { ReadingsParameters } from './parameters';
import { columnsOf } from './table';
import { words } from './words';

type Context = CheckContext<ReadingsParameters>;

export const checks = {
	'chooses-source': async ({ view, parameters, user }) => {
		for (const source of parameters.sources) {
			await user.fill(sourceField(view, parameters), source);
			const labels = charts(view).map((one) => one.getAttribute('aria-label'));
			expect(labels).toHaveLength(parameters.measures.length);
			parameters.measures.forEach(({ name, unit }, index) => {
				expect(labels[index]).toContain(name);
				expect(labels[index]).toContain(source);
				expect(charts(view)[index]?.textContent).toContain(unit);
			});
		}
	},
	'range-narrows': async (context) => {
		const { view, parameters } = context;
		const { last, all } = known(parameters);
		await range(context, addDays(last, -9), last);
		const own = within(all, parameters.sources[0] ?? '', addDays(last, -9), last);
		expect(own.length).toBeGreaterThan(0);
		expect(pointsIn(charts(view)[0])).toBe(own.length);
		await range(context, addDays(last, -4), last);
		expect(pointsIn(charts(view)[0])).toBe(own.filter(({ at }) => at.slice(0, 10) >= addDays(last, -4)).length);
	},
	'statistics-right': async (context) => {
		const { view, parameters } = context;
		const { last, all } = known(parameters);
		for (const span of [9, 19]) {
			await range(context, addDays(last, -span), last);
			const own = within(all, parameters.sources[0] ?? '', addDays(last, -span), last);
			parameters.measures.forEach((measure, index) => {
				let [lowest, highest, total] = [Infinity, -Infinity, 0];
				for (const { values } of own) {
					const value = values[index] ?? 0;
					lowest = Math.min(lowest, value);
					highest = Math.max(highest, value);
					total += value;
				}
				const right = { lowest, highest, mean: total / own.length, total };
				for (const kind of parameters.statistics)
					expect(figure(view, parameters, index, kind)).toBe(`${format.number(right[kind], measure.decimals)} ${measure.unit}`);
			});
		}
	},
	'from-after-to': async (context) => {
		const { view, parameters } = context;
		const { last } = known(parameters);
		await range(context, last, addDays(last, -3));
		expect(view.getByRole('alert').textContent).toBe(words('wrong-order'));
		expect(charts(view)).toHaveLength(0);
	},
	'none-in-range': async (context) => {
		const { view } = context;
		await range(context, '1999-01-01', '1999-02-01');
		expect(view.getByText(words('none'))).toBeTruthy();
		expect(charts(view)).toHaveLength(0);
	},
	compares: async ({ view, parameters, user }) => {
		const [one = '', other = ''] = parameters.sources;
		await user.fill(view.getByRole('combobox', { name: words('compare') }), other);
		const shown = charts(view);
		if (parameters.compare === 'side-by-side') {
			expect(shown).toHaveLength(2 * parameters.measures.length);
			expect(shown[0]?.getAttribute('aria-label')).toContain(one);
			expect(shown[1]?.getAttribute('aria-label')).toContain(other);
		} else {
			expect(shown).toHaveLength(parameters.measures.length);
			const series = new Set(
				[...(shown[0]?.querySelectorAll('[data-series]') ?? [])].map((drawn) => drawn.getAttribute('data-series'))
			);
			expect([...series]).toEqual(['0', '1']);
			const legend = [...(shown[0]?.closest('figure')?.querySelectorAll('.chart-legend li') ?? [])].map(
				({ textContent }) => textContent
			);
			expect(legend).toEqual([one, other]);
		}
		await user.fill(view.getByRole('combobox', { name: words('compare') }), '');
		expect(charts(view)).toHaveLength(parameters.measures.length);
	},
	'marks-limit': async (context) => {
		const { view, parameters, user } = context;
		const { limit, measures, sources } = parameters;
		const index = measures.findIndex(({ name }) => name === limit?.measure);
		const { all, first, last } = known(parameters);
		const isBeyond = (value: number) =>
			(limit?.above !== undefined && value > limit.above) || (limit?.below !== undefined && value < limit.below);
		await range(context, first, last);
		let total = 0;
		for (const source of sources) {
			await user.fill(sourceField(view, parameters), source);
			const count = within(all, source, first, last).filter(({ values }) => isBeyond(values[index] ?? 0)).length;
			const marks = charts(view)[index]?.querySelectorAll('.chart-mark, [data-marked]');
			expect(marks?.length).toBe(count);
			const said = words('marked-most', { word: limit?.word ?? '', n: count, value: '|', day: '' }).split('|')[0];
			if (count) expect(view.getByText((text) => text.startsWith(said ?? ''), { selector: '.readings-marked' })).toBeTruthy();
			else expect(view.queryByText((text) => text.startsWith(limit?.word ?? ''), { selector: '.readings-marked' })).toBeNull();
			total += count;
		}
		expect(total).toBeGreaterThan(0);
	},
	'table-agrees': async (context) => {
		const { view, parameters } = context;
		const { last, all } = known(parameters);
		await range(context, addDays(last, -2), last);
		const own = within(all, parameters.sources[0] ?? '', addDays(last, -2), last).reverse();
		const rows = rowsShown(view).slice(0, 24);
		expect(rows).toHaveLength(Math.min(own.length, 24));
		rows.forEach((row, place) => {
			expect(row).toContain(format.day(own[place]?.at.slice(0, 10) ?? '').split(',')[0]);
			parameters.measures.forEach(({ decimals }, index) =>
				expect(row).toContain(format.number(own[place]?.values[index] ?? 0, decimals))
			);
		});
	},
	'csv-takes-good-lines': async (context) => {
		const { view, parameters, reload } = context;
		await importLines(context, [
			lineOf(parameters, '2001-03-01'),
			lineOf(parameters, '2001-03-02'),
			lineOf(parameters, '2001-03-03')
		]);
		expect(view.getByText(csvWords('taken', { n: 3 }))).toBeTruthy();
		const again = await reload();
		await range({ ...context, view: again }, '2001-03-01', '2001-03-05');
		expect(pointsIn(charts(again)[0])).toBe(3);
		if (parameters.table) expect(rowsShown(again)).toHaveLength(3);
	},
	'csv-names-bad-line': async (context) => {
		const { view, parameters } = context;
		const bad = lineOf(parameters, '2001-03-02').map((cell, index) => (index === 2 ? 'heavy' : cell));
		await importLines(context, [lineOf(parameters, '2001-03-01'), bad, lineOf(parameters, '2001-03-03')]);
		expect(view.getByText(csvWords('taken', { n: 2 }))).toBeTruthy();
		const said = view.getByText(csvWords('line', { n: 3 })).closest('li')?.textContent;
		expect(said).toContain('heavy');
		expect(said).toContain(parameters.measures[0]?.name);
		await context.user.click(view.getByRole('button', { name: t('close') }));
		await range(context, '2001-03-01', '2001-03-05');
		expect(pointsIn(charts(view)[0])).toBe(2);
	},
	'csv-refuses-other': async ({ view, parameters, reload }) => {
		await upload(csvField(view), 'bees.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]));
		expect(view.getByText(csvWords('not-csv', { name: 'bees.png' }))).toBeTruthy();
		await upload(csvField(view), 'other.csv', 'town,people\nOslo,700000\n');
		expect(view.getByText(csvWords('missing-column', { column: columnsOf(parameters)[0] ?? '' }))).toBeTruthy();
		const again = await reload();
		expect(charts(again)).toHaveLength(parameters.measures.length);
		expect(again.queryByText(words('forget'))).toBeNull();
	},
	'csv-out': async (context) => {
		const { view, parameters, user } = context;
		const { last, all } = known(parameters);
		await range(context, addDays(last, -2), last);
		const { text } = await downloaded(() => user.click(view.getByRole('button', { name: csvWords('out') })));
		const lines = text.trim().split('\r\n');
		expect(lines[0]).toBe(columnsOf(parameters).join(','));
		expect(lines).toHaveLength(1 + within(all, parameters.sources[0] ?? '', addDays(last, -2), last).length);
	},
	prints: async ({ view, user }) => {
		const print = heardPrinting();
		const button = view.getByRole('button', { name: t('print') });
		await user.click(button);
		expect(print).toHaveBeenCalledOnce();
		expect(button.closest('.no-print')).toBeTruthy();
	}
} satisfies Checks<ReadingsParameters>;

function known(parameters: ReadingsParameters): { all: Reading[]; first: string; last: string } {
	const all = [...exampleReadings(parameters, today())].sort((a, b) => (a.at < b.at ? -1 : 1));
	return { all, first: all[0]?.at.slice(0, 10) ?? '', last: all.at(-1)?.at.slice(0, 10) ?? '' };
}

const charts = (view: View) => view.queryAllByRole('img').filter((one) => one.closest('figure.chart'));
const sourceField = (view: View, { one }: ReadingsParameters) =>
	view.getByRole('combobox', { name: one.charAt(0).toUpperCase() + one.slice(1) });
const csvField = (view: View) => view.getByLabelText(csvWords('in'), { selector: 'input' });

async function range({ view, user }: Pick<Context, 'view' | 'user'>, from: string, to: string): Promise<void> {
	await user.fill(view.getByLabelText(words('from')), from);
	await user.fill(view.getByLabelText(words('to')), to);
}

/** How many readings of the first source a chart has. */
function pointsIn(chart: Element | undefined): number {
	const path = chart?.querySelector('path.chart-line[data-series="0"]')?.getAttribute('d');
	return path ? (path.match(/[ML]/g)?.length ?? 0) : (chart?.querySelectorAll('rect[data-series="0"]').length ?? 0);
}

function figure(
	view: View,
	{ measures, sources }: ReadingsParameters,
	index: number,
	kind: ReadingsParameters['statistics'][number]
) {
	const list = view.getByLabelText(`${measures[index]?.name}, ${sources[0]}`);
	const term = [...list.querySelectorAll('dt')].find(({ textContent }) => textContent === words(kind));
	return term?.nextElementSibling?.textContent;
}

const rowsShown = (view: View) =>
	[...view.getByRole('table', { name: words('readings') }).querySelectorAll('tbody tr')].map(
		({ textContent }) => textContent ?? ''
	);

const lineOf = ({ sources, measures }: ReadingsParameters, day: string) => [
	day,
	sources[0] ?? '',
	...measures.map(({ from, to }) => String((from + to) / 2))
];

async function importLines({ view, parameters }: Context, lines: readonly string[][]): Promise<void> {
	const text = [columnsOf(parameters), ...lines].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n');
	await upload(csvField(view), 'more.csv', text);
}
