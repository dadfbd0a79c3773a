import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, fieldName, formFields, kebab, words } from '../schemas';
import { example, others } from './example';
import type { PlannerParameters } from './parameters';

const values = z.record(fieldName, z.union([z.string(), z.number(), z.boolean()]));
const names = z.strictObject({ names: z.array(words.max(40)).min(1).max(60).refine(areDistinct, 'two have the same name') });

export const entry: BlockEntry<PlannerParameters> = {
	name: 'planner',
	line: 'Plans as grids to write into (a unit by weeks and lessons, meals or training by days): fill, move, tick off, copy, print',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			heading: words.max(90),
			intro: words.max(400).optional(),
			one: words.max(40),
			all: words.max(40),
			collection: kebab,
			fields: formFields,
			rows: z.union([z.strictObject({ word: words.max(30), countField: fieldName }), names]),
			columns: z.union([z.strictObject({ word: words.max(30), count: z.int().min(1).max(12) }), names]),
			cell: formFields,
			cellWord: words.max(30),
			ticks: z.boolean(),
			copies: z.boolean(),
			print: z.boolean(),
			plans: z.array(
				z.strictObject({
					values,
					cells: z.array(z.strictObject({ row: z.int().min(0), column: z.int().min(0), values, isDone: z.boolean().optional() }))
				})
			)
		})
		.refine(
			({ fields }) => fields[0]?.kind === 'text' && fields[0].isRequired,
			'the first field is its name: a text that is required'
		)
		.refine(({ cell }) => cell[0]?.isRequired, 'the first field of a cell is required: it is its title')
		.refine(
			({ rows, fields }) =>
				'names' in rows ||
				fields.some(({ name, kind, max }) => name === rows.countField && kind === 'number' && (max ?? 99) <= 60),
			'rows.countField names a number field with a max of at most 60'
		),
	needs: [],
	criteria: ({ one, all, cell, cellWord, ticks, copies, print, rows }) => [
		{
			check: 'creates-grid',
			text: `When somebody makes a new ${one}, it shall open with its grid${'word' in rows ? `, a row for each ${rows.word}` : ''}.`
		},
		{ check: 'refuses-empty', text: `If something that is asked for a ${one} is missing, the form shall mark it and make none.` },
		{
			check: 'fills-cell',
			text: `When somebody fills in a ${cellWord}, the grid shall show ${cell.map(({ label }) => `"${label}"`).join(', ')}, after a reload too.`
		},
		{ check: 'moves-cell', text: `When somebody moves a ${cellWord} to another row, it shall be there only, with its text.` },
		...(ticks
			? [
					{
						check: 'ticks-share',
						text: `When somebody ticks a ${cellWord} as done, the share that is done shall go up, and stay after a reload.`
					}
				]
			: []),
		...(copies
			? [
					{
						check: 'copies',
						text: `When somebody copies a ${one}, the copy shall have the same in it, and changing it shall leave the first as it was.`
					}
				]
			: []),
		{
			check: 'removes-after-asking',
			text: `When somebody deletes a ${one}, the page shall ask first, and take it from the ${all} only after a yes.`
		},
		...(print
			? [
					{
						check: 'prints-grid',
						text: `When somebody prints a ${one}, the paper shall have the grid without menus and buttons.`
					}
				]
			: [])
	],
	example,
	others
};
