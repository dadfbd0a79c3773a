import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { listed, picture, words } from '../schemas';
import { example } from './example';
import type { CarouselParameters } from './parameters';

export const entry: BlockEntry<CarouselParameters> = {
	name: 'carousel',
	line: 'One slide at a time, to step through: pictures with captions, what customers say; may go on by itself',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		heading: words.max(90),
		intro: words.optional(),
		slides: z
			.array(
				z.strictObject({
					title: words.max(300),
					text: words.optional(),
					picture: picture.optional(),
					by: words.max(120).optional()
				})
			)
			.min(2, 'two slides or more')
			.refine((slides) => new Set(slides.map(({ title }) => title)).size === slides.length, 'two slides have the same title'),
		everySeconds: z.number().min(2, 'two seconds or more: it has to be read').max(60).optional()
	}),
	needs: [],
	criteria: ({ heading, slides, everySeconds }) => [
		{
			check: 'captions',
			text: `When somebody steps through "${heading}", it shall show ${slides.length} slides, each with its words: ${listed(slides.map(({ title }) => title))}.`
		},
		{
			check: 'next-and-previous',
			text: `When somebody goes on or back in "${heading}", it shall show the next or the previous one, and go round at the ends.`
		},
		{ check: 'dots', text: `When somebody chooses a dot below "${heading}", it shall show that one and mark the dot.` },
		...(everySeconds
			? [
					{ check: 'moves-on', text: `While nobody is at it, "${heading}" shall go on every ${everySeconds} seconds.` },
					{ check: 'stands-still', text: `While the pointer is on "${heading}", it shall stand still.` },
					{ check: 'pauses', text: `When somebody stops "${heading}", it shall stand still until it is started again.` }
				]
			: [])
	],
	example
};
