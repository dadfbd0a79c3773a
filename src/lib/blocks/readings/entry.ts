import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, kebab, listed, words } from '../schemas';
import { example, others } from './example';
import { exampleReadings } from './logic';
import type { ReadingsParameters } from './parameters';

const measure = z
	.strictObject({
		name: words.max(40),
		unit: words.max(12),
		decimals: z.int().min(0).max(3),
		from: z.number(),
		to: z.number()
	})
	.refine(({ from, to }) => from < to, 'from is below to');

export const entry: BlockEntry<ReadingsParameters> = {
	name: 'readings',
	line: 'Dashboard of readings over time (levels, weights, sales, weather): choose source and days, line or bar charts, figures, comparison, limits, table, CSV',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			heading: words.max(90),
			intro: words.max(400).optional(),
			one: words.max(40),
			all: words.max(40),
			collection: kebab,
			sources: z.array(words.max(40)).min(1).refine(areDistinct, 'two sources have the same name'),
			measures: z.array(measure).min(1).max(6),
			days: z.int().min(2).max(730),
			step: z.enum(['day', 'hour']),
			chart: z.enum(['line', 'bars']),
			compare: z.enum(['none', 'overlay', 'side-by-side']),
			statistics: z.array(z.enum(['lowest', 'highest', 'mean', 'total'])),
			limit: z
				.strictObject({ measure: words, above: z.number().optional(), below: z.number().optional(), word: words.max(24) })
				.optional(),
			table: z.boolean().optional(),
			csvIn: z.boolean().optional(),
			csvOut: z.boolean().optional(),
			print: z.boolean().optional(),
			readings: z
				.array(z.strictObject({ source: words, at: z.string(), values: z.array(z.number()) }))
				.min(1)
				.optional()
		})
		.refine(({ compare, sources }) => compare === 'none' || sources.length > 1, 'comparing needs two sources or more')
		.refine(({ days, step }) => step === 'day' || days <= 120, 'by the hour, at most 120 days')
		.refine(
			({ limit, measures }) => !limit || measures.some(({ name }) => name === limit.measure),
			'limit.measure is the name of one of the measures'
		)
		.refine(
			({ limit }) => !limit || (limit.above === undefined) !== (limit.below === undefined),
			'a limit has either above or below'
		)
		.refine(
			({ readings = [], sources, measures }) =>
				readings.every(({ source, values }) => sources.includes(source) && values.length === measures.length),
			'each reading names one of the sources and has a value for each measure'
		),
	needs: [],
	criteria,
	example,
	others
};

function criteria(parameters: ReadingsParameters): { check: string; text: string }[] {
	const { one, all, sources, measures, compare, statistics, limit, table, csvIn, csvOut, print } = parameters;
	const edge = `${limit?.above === undefined ? 'below' : 'above'} ${limit?.above ?? limit?.below ?? ''}`;
	const found: [boolean, string, string][] = [
		[
			true,
			'chooses-source',
			`When somebody chooses one of ${sources.length} ${all}, the page shall show ${listed(measures.map(({ name }) => name))} of that ${one} as charts with labelled axes.`
		],
		[true, 'range-narrows', 'When somebody chooses two dates, the charts shall cover just those days.'],
		[
			statistics.length > 0,
			'statistics-right',
			`The page shall show the ${statistics.join(', ')} of the readings in those days.`
		],
		[true, 'from-after-to', 'If the first date is later than the second, the page shall say so and show no chart.'],
		[true, 'none-in-range', 'If there are no readings in those days, the page shall say so.'],
		[
			compare !== 'none',
			'compares',
			compare === 'overlay'
				? `When a second ${one} is chosen, both shall be in one chart in different line styles, with a legend.`
				: `When a second ${one} is chosen, both shall be shown side by side, each labelled.`
		],
		[
			Boolean(limit) && hasMarked(parameters),
			'marks-limit',
			`Readings of ${limit?.measure ?? ''} ${edge} shall be marked as ${limit?.word ?? ''}; others shall not.`
		],
		[Boolean(table), 'table-agrees', 'The table shall have the same readings as the charts, the newest first.'],
		[
			Boolean(csvIn),
			'csv-takes-good-lines',
			'When somebody imports a CSV file, its readings shall be in the charts, after a reload too.'
		],
		[
			Boolean(csvIn),
			'csv-names-bad-line',
			'If a line of the file is wrong, the page shall name it with the reason and take in the others.'
		],
		[
			Boolean(csvIn),
			'csv-refuses-other',
			'If the file is no CSV file or of another kind, the page shall say so and change nothing.'
		],
		[Boolean(csvOut), 'csv-out', 'When somebody exports, a CSV file shall have the readings that are shown.'],
		[Boolean(print), 'prints', 'When somebody presses the print button, the browser shall print the page.']
	];
	return found.filter(([is]) => is).map(([, check, text]) => ({ check, text }));
}

/** Whether readings reach beyond the limit at all: nothing can be shown of one that they do not. */
function hasMarked(parameters: ReadingsParameters): boolean {
	const { limit, measures } = parameters;
	const index = measures.findIndex(({ name }) => name === limit?.measure);
	const { above = Infinity, below = -Infinity } = limit ?? {};
	return exampleReadings(parameters, new Date().toISOString().slice(0, 10)).some(({ values }) => {
		const value = values[index] ?? 0;
		return value > above || value < below;
	});
}
