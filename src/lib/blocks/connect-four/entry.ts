import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { example } from './example';
import type { ConnectFourParameters } from './parameters';

const words = z.string().trim().min(1);

export const entry: BlockEntry<ConnectFourParameters> = {
	name: 'connect-four',
	line: 'Two put pieces in turns, so many in a row win: connect four (7 by 6, 4, falls), tic-tac-toe (3 by 3, 3), gomoku; against a person or the computer',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			title: words.max(80),
			intro: words.max(200).optional(),
			columns: z.int().min(3).max(15),
			rows: z.int().min(3).max(15),
			win: z.int().min(3).max(6),
			falls: z.boolean(),
			opponent: z.enum(['person', 'computer', 'both']),
			names: z.tuple([words.max(20), words.max(20)]).optional()
		})
		.refine(({ columns, rows, win }) => win <= Math.max(columns, rows), {
			error: 'so many in a row do not fit on the board: win is at most the longer side',
			path: ['win']
		})
		.refine(({ names }) => !names || names[0] !== names[1], { error: 'both have the same name', path: ['names'] }),
	needs: [],
	criteria: ({ win, falls, opponent }) => [
		falls
			? { check: 'drops', text: 'When a column is chosen, the piece shall fall to its lowest free place.' }
			: { check: 'stays-put', text: 'When a free place is chosen, the piece shall lie there; a taken place takes no other.' },
		{ check: 'whose-turn', text: 'It shall always say whose turn it is, and the two play in turns.' },
		...(falls
			? [{ check: 'full-column', text: 'When a column is full, no piece shall go into it and the turn shall stay.' }]
			: []),
		opponent === 'computer'
			? { check: 'ends', text: `When ${win} pieces of one are in a row or the board is full, it shall say how the game ended.` }
			: { check: 'wins', text: `When ${win} pieces of one are in a row, it shall say who has won, and nothing more can be put.` },
		...(opponent === 'person'
			? []
			: [
					{ check: 'computer-plays', text: 'While the computer is the opponent, it shall answer each move with one of its own.' },
					{
						check: 'computer-blocks',
						text: `When the person has ${win - 1} in a row, the computer shall take the place that would win.`
					}
				]),
		{
			check: 'new-game',
			text: 'When a new game is started, the board shall be empty; the games won are counted and kept on the device.'
		}
	],
	example
};
