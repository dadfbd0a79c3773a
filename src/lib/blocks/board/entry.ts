import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, fieldName, formFields, kebab, listed, words } from '../schemas';
import { example } from './example';
import type { BoardParameters } from './parameters';

export const entry: BlockEntry<BoardParameters> = {
	name: 'board',
	line: 'Board of cards in columns (tasks, orders, repairs): add, move by hand or keyboard, order, limits per column',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			heading: words.max(90),
			intro: words.max(400).optional(),
			one: words.max(40),
			all: words.max(40),
			collection: kebab,
			columns: z
				.array(z.strictObject({ name: words.max(30), limit: z.int().min(1).optional() }))
				.min(2)
				.max(7)
				.refine((columns) => areDistinct(columns.map(({ name }) => name)), 'two columns have the same name'),
			fields: formFields,
			cards: z.array(
				z.strictObject({ column: words, values: z.record(fieldName, z.union([z.string(), z.number(), z.boolean()])) })
			)
		})
		.refine(
			({ fields }) => fields[0]?.kind === 'text' && fields[0].isRequired,
			'the first field is the title of a card: a text that is required'
		)
		.refine(
			({ cards, columns }) => cards.every(({ column }) => columns.some(({ name }) => name === column)),
			'each card is in one of the columns'
		)
		.refine(
			({ cards, columns }) =>
				columns.every(({ name, limit = Infinity }) => cards.filter(({ column }) => column === name).length <= limit),
			'a column has more cards than its limit'
		)
		.refine(({ columns }) => columns.some(({ limit }) => limit === undefined), 'one column at least has no limit'),
	needs: [],
	criteria: ({ one, columns }) => {
		const limited = columns.find(({ limit }) => limit !== undefined);
		return [
			{ check: 'shows-columns', text: `The board shall show ${listed(columns.map(({ name }) => name))} with what is in each.` },
			{ check: 'adds', text: `When somebody adds a ${one}, it shall be the last one of its column, after a reload too.` },
			{
				check: 'refuses-empty',
				text: `If something that is asked for a ${one} is missing, the form shall mark it and add nothing.`
			},
			{
				check: 'moves-by-keyboard',
				text: `When somebody chooses another column for a ${one}, it shall be there and nowhere else, after a reload too.`
			},
			{ check: 'moves-by-drag', text: `When somebody drags a ${one} to another column, it shall stay there.` },
			{ check: 'orders', text: `When somebody moves a ${one} up, it shall be above the one before, after a reload too.` },
			...(limited
				? [
						{
							check: 'limit-refuses',
							text: `While "${limited.name}" has ${limited.limit ?? 0}, the board shall refuse another one with a message.`
						}
					]
				: []),
			{ check: 'removes-after-asking', text: `When somebody deletes a ${one}, the board shall ask first.` }
		];
	},
	example
};
