import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { pictureName } from '../picture-names';
import { example } from './example';
import type { MemoryParameters } from './parameters';

const words = z.string().trim().min(1);
const distinct = (names: readonly string[]) => new Set(names).size === names.length;

export const entry: BlockEntry<MemoryParameters> = {
	name: 'memory',
	line: 'Game of pairs: cards face down in sizes to choose from, moves and time, one player or two in turns',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			title: words.max(80),
			intro: words.max(200).optional(),
			pictures: z
				.array(z.strictObject({ name: words.max(30), icon: pictureName }))
				.min(2)
				.max(40)
				.refine((all) => distinct(all.map(({ name }) => name)), 'two pictures have the same name')
				.refine((all) => distinct(all.map(({ icon }) => icon)), 'two pictures have the same icon: nobody could tell them apart'),
			sizes: z
				.array(z.strictObject({ label: words.max(30), pairs: z.int().min(2).max(40) }))
				.min(1)
				.max(5)
				.refine((all) => distinct(all.map(({ pairs }) => String(pairs))), 'two sizes have the same number of pairs'),
			players: z.enum(['one', 'two', 'both']),
			counts: z.array(z.enum(['moves', 'time'])),
			hasConfetti: z.boolean().optional()
		})
		.refine(({ pictures, sizes }) => sizes.every(({ pairs }) => pairs <= pictures.length), {
			error: 'the largest size has more pairs than there are pictures: name as many pictures as it has pairs',
			path: ['pictures']
		}),
	needs: [],
	criteria: ({ sizes, players, counts }) => [
		{
			check: 'deals',
			text: `When a game of ${orOf(sizes.map(({ pairs }) => String(pairs)))} pairs is chosen, twice as many cards shall lie face down, each picture on two of them, in a new order.`
		},
		{
			check: 'turns-back',
			text: `When two different cards are turned, both shall be seen for a moment and then turn back${counts.includes('moves') ? '; the moves go up by one' : ''}.`
		},
		{
			check: 'third-click-nothing',
			text: 'While two cards are open, no third one shall open; a card turned twice shall be no pair with itself.'
		},
		{ check: 'pair-stays', text: 'When a pair is found, both cards shall stay open, and clicking them again shall do nothing.' },
		...(players === 'one'
			? []
			: [
					{
						check: 'whose-turn',
						text: 'While two play, it shall say whose turn it is: after a miss the other one plays, after a pair the same one goes again and gets a point.'
					}
				]),
		...(counts.includes('time')
			? [{ check: 'time-runs', text: 'From the first card on the time shall run; it stands still once the game is over.' }]
			: []),
		{
			check: 'finish',
			text: 'When all pairs are found, the game shall say how it ended, and a new game can be dealt.'
		},
		...(players === 'two'
			? []
			: [{ check: 'best-stays', text: 'The fewest moves shall be kept on the device and only replaced by fewer.' }])
	],
	example
};

const orOf = (parts: readonly string[]) =>
	parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`;
