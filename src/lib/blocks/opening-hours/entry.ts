import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, clockTime, words } from '../schemas';
import { example } from './example';
import { openUntil } from './logic';
import type { OpeningHoursParameters } from './parameters';

const row = z
	.strictObject({
		days: words.max(60),
		hours: words.max(60).optional(),
		weekdays: z.array(z.int().min(0).max(6, 'a weekday is 0 (Sunday) to 6 (Saturday)')).min(1),
		from: clockTime.optional(),
		to: clockTime.optional()
	})
	.refine(({ from, to }) => Boolean(from) === Boolean(to), 'give both from and to, or neither');

export const entry: BlockEntry<OpeningHoursParameters> = {
	name: 'opening-hours',
	line: 'Hours by weekday, and whether it is open now',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		heading: words.max(90),
		rows: z
			.array(row)
			.min(1)
			.refine((rows) => areDistinct(rows.map(({ days }) => days)), 'two rows have the same days'),
		note: words.optional()
	}),
	needs: [],
	criteria: ({ heading, rows }) => [
		{
			check: 'shows-hours',
			text: `Under "${heading}" the page shall show the hours of ${rows.map(({ days }) => days).join(', ')}.`
		},
		...(rows.some(({ from }) => from)
			? [{ check: 'open-now', text: 'While it is open, the page shall say so, and until when.' }]
			: []),
		...(isEverClosed(rows) ? [{ check: 'closed-now', text: 'While it is closed, the page shall say so.' }] : [])
	],
	example
};

/** Whether some full hour of the week is in no row. */
const isEverClosed = (rows: OpeningHoursParameters['rows']) =>
	Array.from({ length: 7 * 24 }, (_, hour) => new Date(2031, 0, 5, hour)).some((moment) => !openUntil(rows, moment));
