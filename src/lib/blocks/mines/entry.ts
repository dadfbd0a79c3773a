import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, words } from '../schemas';
import { example } from './example';
import type { MinesParameters } from './parameters';

export const entry: BlockEntry<MinesParameters> = {
	name: 'mines',
	line: 'Minesweeper: fields with numbers and hidden mines, flags, sizes, time and best',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		title: words.max(80),
		intro: words.max(200).optional(),
		sizes: z
			.array(
				z
					.strictObject({
						...{ label: words.max(20), rows: z.int().min(5).max(24), columns: z.int().min(5).max(16), mines: z.int().min(1) }
					})
					.refine(({ rows, columns, mines }) => mines <= (rows * columns) / 3, 'at most a third of the fields have mines')
			)
			.min(1)
			.max(5)
			.refine((all) => areDistinct(all.map(({ label }) => label)), 'two sizes have the same label')
	}),
	needs: [],
	criteria: ({ sizes }) => [
		{
			check: 'deals',
			text: `A board of ${sizes.map(({ rows, columns }) => `${rows} by ${columns}`).join(' or ')} shall be shut at the start.`
		},
		{ check: 'first-safe', text: 'The first field that is opened shall never be a mine.' },
		{
			check: 'opens-empty',
			text: 'When a field without mines around is opened, those around it shall open too; numbers say how many mines are around.'
		},
		{ check: 'flags', text: 'When a field is flagged, it shall not open, and the count of mines left goes down.' },
		{
			check: 'wins',
			text: 'When all fields without mines are open, it shall say that the game is won; the time is kept as the best.'
		},
		{ check: 'loses', text: 'When a mine is opened, all mines shall be shown and nothing more be opened.' }
	],
	example
};
