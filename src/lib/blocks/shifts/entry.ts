import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, clockTime, formFields, isoDate, kebab, listed, words } from '../schemas';
import { example } from './example';
import type { ShiftsParameters } from './parameters';

export const entry: BlockEntry<ShiftsParameters> = {
	name: 'shifts',
	line: 'Shifts for helpers to join: places left, what is needed most, filters by task and place; nobody is at two places at once',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			heading: words.max(90),
			intro: words.max(400).optional(),
			collection: kebab,
			joined: kebab,
			tasks: z.array(words.max(40)).min(1).refine(areDistinct, 'the same task twice'),
			places: z.array(words.max(40)).min(1).refine(areDistinct, 'the same place twice'),
			shifts: z.array(
				z
					.strictObject({
						title: words.max(80),
						date: isoDate,
						from: clockTime,
						to: clockTime,
						where: words,
						task: words,
						people: z.int().min(1).max(500)
					})
					.refine(({ from, to }) => from < to, 'from is before to')
			),
			fields: formFields,
			suggest: z.strictObject({ heading: words.max(60), most: z.int().min(1).max(12) }).optional(),
			thanks: words.max(160),
			none: words.max(160)
		})
		.refine(
			({ fields }) => fields.some(({ name, kind, isRequired }) => name === 'email' && kind === 'email' && isRequired),
			"the fields have 'email', which is required: it tells who is where"
		)
		.refine(({ collection, joined }) => collection !== joined, 'who joins is kept in another collection than the shifts')
		.refine(
			({ shifts, tasks, places }) => shifts.every(({ task, where }) => tasks.includes(task) && places.includes(where)),
			'each shift has one of the tasks and one of the places'
		),
	needs: [],
	criteria: ({ shifts, fields, suggest }) => {
		const today = new Date().toISOString().slice(0, 10);
		const open = shifts.filter(({ date }) => date > today);
		if (!open.length) return [];
		return [
			{
				check: 'lists-with-places-left',
				text: 'The page shall list the shifts to come with time, place and how many places are left.'
			},
			{ check: 'filters', text: 'When somebody chooses a task and a place, only shifts with both shall be listed.' },
			...(suggest
				? [
						{
							check: 'suggests-needed-most',
							text: `Under "${suggest.heading}" the page shall suggest up to ${suggest.most} shifts that lack most people, and none that is full.`
						}
					]
				: []),
			...(open.some(({ people }) => people > 1)
				? [
						{
							check: 'joins',
							text: 'When somebody joins a shift, the page shall thank them and one place less be left, after a reload too.'
						},
						{
							check: 'refuses-same-time',
							text: 'If somebody has joined a shift at that time already, the page shall refuse it and name that one.'
						}
					]
				: []),
			{ check: 'no-names', text: 'The page shall show nobody who has joined.' },
			{
				check: 'marks-missing',
				text: `If ${listed(fields.filter(({ isRequired }) => isRequired).map(({ label }) => label))} is missing, the form shall mark it.`
			},
			{ check: 'none-left', text: 'While a shift has no place left, it shall be full and not be joined.' }
		];
	},
	example
};
