import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { example } from './example';
import type { ReactionParameters } from './parameters';

const words = z.string().trim().min(1);

export const entry: BlockEntry<ReactionParameters> = {
	name: 'reaction',
	line: 'Reaction test: an area turns from red to green, milliseconds by round, average and best of all times',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			title: words.max(80),
			intro: words.max(200).optional(),
			rounds: z.int().min(1).max(20),
			waitFrom: z.number().min(0.5).max(20),
			waitTo: z.number().min(0.5).max(20)
		})
		.refine(({ waitFrom, waitTo }) => waitFrom < waitTo, {
			error: 'waitTo is more than waitFrom: the wait is by chance between them',
			path: ['waitTo']
		}),
	needs: [],
	criteria: ({ rounds, waitFrom, waitTo }) => [
		{
			check: 'turns-green',
			text: `When a round starts, the area shall be red and say to wait, and turn green after ${waitFrom} to ${waitTo} seconds, not always the same.`
		},
		{
			check: 'shows-ms',
			text: `When green is clicked, the time in milliseconds shall be shown${rounds > 1 ? `, and round 2 of ${rounds} follow` : ''}.`
		},
		{
			check: 'too-early-repeats',
			text: 'When red is clicked, it shall say that it was too early, note no time and repeat the same round.'
		},
		{ check: 'space-key', text: 'The space key alone shall be enough for a round, and the page not scroll by it.' },
		{ check: 'counts-once', text: 'A press and the click that follows it shall count once.' },
		{
			check: 'average-right',
			text: `When ${rounds} rounds are done, it shall list the time of each, their average and the best one.`
		},
		{
			check: 'best-stays',
			text: 'The best of all times shall be kept on the device and only be replaced by a faster one.'
		}
	],
	example
};
