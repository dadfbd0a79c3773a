import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, clockTime, isoDate, kebab, words } from '../schemas';
import { example } from './example';
import type { CalendarParameters } from './parameters';

export const entry: BlockEntry<CalendarParameters> = {
	name: 'calendar',
	line: 'Calendar of events: a month to leaf through and a list of what is coming, with times and places; events can be added',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		heading: words.max(90),
		intro: words.max(400).optional(),
		collection: kebab,
		events: z.array(
			z
				.strictObject({
					date: isoDate,
					from: clockTime.optional(),
					to: clockTime.optional(),
					title: words.max(80),
					place: words.max(80).optional(),
					text: words.max(400).optional()
				})
				.refine(({ from, to }) => !to || (from !== undefined && from < to), 'to is after from')
		),
		mayAdd: z.enum(['nobody', 'everybody', 'owner']),
		views: z
			.array(z.enum(['month', 'list']))
			.min(1)
			.refine(areDistinct, 'each view once'),
		none: words.max(120)
	}),
	needs: [],
	criteria: ({ events, views, mayAdd }) => [
		...(views.includes('month')
			? [
					...(events.length
						? [{ check: 'shows-month', text: 'The calendar shall show a month with its events on their days.' }]
						: []),
					{ check: 'next-month', text: 'When somebody leafs through the calendar, it shall show the month before or after.' },
					...(events.length
						? [
								{
									check: 'opens-day',
									text: 'When somebody opens a day, its events shall be shown in the order of time, with time and place.'
								}
							]
						: [])
				]
			: []),
		...(views.includes('list')
			? [
					{
						check: 'lists-coming',
						text: 'The list shall have all that is coming in the order of time, and nothing that is past.'
					}
				]
			: []),
		...(mayAdd !== 'nobody' && views.includes('list')
			? [
					{
						check: 'adds',
						text: 'When somebody adds an event, it shall be in the calendar, after a reload too; one that ends before it begins shall be refused.'
					}
				]
			: [])
	],
	example
};
