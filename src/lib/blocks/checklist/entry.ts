import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, kebab, words } from '../schemas';
import { example, others } from './example';
import type { ChecklistParameters } from './parameters';

export const entry: BlockEntry<ChecklistParameters> = {
	name: 'checklist',
	line: 'Things to tick off in groups (packing, to-do, habits of each day with a streak), kept on the device',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			heading: words.max(90),
			intro: words.max(400).optional(),
			collection: kebab,
			groups: z
				.array(
					z.strictObject({ name: z.string().max(60), items: z.array(words.max(120)).refine(areDistinct, 'the same item twice') })
				)
				.min(1)
				.refine((groups) => areDistinct(groups.map(({ name }) => name)), 'two groups have the same name'),
			mayAdd: z.boolean(),
			daily: z.boolean().optional(),
			streak: z.boolean().optional(),
			done: words.max(120)
		})
		.refine(({ streak, daily }) => !streak || daily, "a streak needs 'daily'")
		.refine(
			({ groups, mayAdd }) => mayAdd || groups.some(({ items }) => items.length > 0),
			'there is an item, or some can be added'
		),
	needs: [],
	criteria: ({ groups, mayAdd, daily, streak }) => {
		const has = groups.some(({ items }) => items.length > 0);
		return [
			...(has
				? [
						{ check: 'lists', text: `The page shall list ${groups.flatMap(({ items }) => items).length} things to tick off.` },
						{
							check: 'ticks',
							text: 'When somebody ticks a thing, it shall count in the share that is done, and stay ticked after a reload.'
						},
						{ check: 'says-done', text: 'When all is ticked, the page shall say so.' }
					]
				: []),
			...(mayAdd && has
				? [
						{
							check: 'adds',
							text: 'When somebody adds a thing, it shall stay in the list until it is removed; nothing empty and nothing twice.'
						}
					]
				: []),
			...(daily && has ? [{ check: 'new-each-day', text: 'When a new day begins, all shall be unticked again.' }] : []),
			...(streak && has
				? [
						{
							check: 'streak',
							text: 'The page shall count the days in a row on which all was ticked, and begin anew after a day that was missed.'
						}
					]
				: [])
		];
	},
	example,
	others
};
