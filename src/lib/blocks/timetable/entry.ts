import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { words } from '../schemas';
import { example } from './example';
import type { TimetableParameters } from './parameters';

export const entry: BlockEntry<TimetableParameters> = {
	name: 'timetable',
	line: 'What is when, with times in rows: programme of a day, hours of prayer, buses; weekdays may differ',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			heading: words.max(90),
			intro: words.optional(),
			rows: z.array(z.strictObject({ time: words.max(40), title: words.max(120), text: words.optional() })).min(1),
			exceptions: z
				.array(
					z.strictObject({
						weekday: z.int().min(0).max(6, 'a weekday is 0 (Sunday) to 6 (Saturday)'),
						title: words,
						time: words.max(40)
					})
				)
				.optional(),
			note: words.optional(),
			showsToday: z.boolean().optional()
		})
		.refine(
			({ rows, exceptions = [] }) => exceptions.every(({ title }) => rows.some((row) => row.title === title)),
			'each exception has the title of one of the rows'
		),
	needs: [],
	criteria: ({ heading, rows, exceptions = [], note, showsToday }) => [
		{
			check: 'rows-in-order',
			text: `Under "${heading}" the page shall list exactly ${rows.length}, each with its time, in order: ${rows.map(({ time, title }) => `${time} ${title}`).join(', ')}.`
		},
		...(exceptions.length
			? [
					{
						check: 'says-exceptions',
						text: `The page shall say which times differ: ${exceptions.map(({ title, time }) => `${title} at ${time}`).join(', ')}.`
					}
				]
			: []),
		...(showsToday && exceptions.length
			? [
					{
						check: 'exception-holds',
						text: `On a day whose times differ, the page shall show the time of that day: ${exceptions.map(({ title, time }) => `${title} at ${time}`).join(', ')}.`
					}
				]
			: []),
		...(note ? [{ check: 'shows-note', text: `The page shall say "${note}" with the times.` }] : [])
	],
	example
};
