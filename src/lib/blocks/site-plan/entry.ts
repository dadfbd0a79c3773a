import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, icon, listed, words } from '../schemas';
import { example } from './example';
import type { SitePlanParameters } from './parameters';

const hundredths = z.number().min(0).max(100, 'x and y go from 0 to 100');
const index = z.int().min(0);

export const entry: BlockEntry<SitePlanParameters> = {
	name: 'site-plan',
	line: 'A drawn plan with labelled places and paths, and how to get there; no map service is asked',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			heading: words.max(90),
			text: words.optional(),
			places: z
				.array(
					z.strictObject({
						label: words.max(40),
						x: hundredths,
						y: hundredths,
						kind: z.enum(['spot', 'area', 'parking', 'entrance'])
					})
				)
				.min(1)
				.refine((places) => areDistinct(places.map(({ label }) => label)), 'two places have the same label'),
			paths: z.array(z.tuple([index, index])).optional(),
			ways: z.array(z.strictObject({ by: words.max(60), text: words, icon: icon.optional() })).optional()
		})
		.refine(
			({ places, paths = [] }) => paths.flat().every((place) => place < places.length),
			'paths go between places by their index, from 0'
		),
	needs: [],
	criteria: ({ heading, places, ways = [] }) => [
		{
			check: 'labels-places',
			text: `Under "${heading}" the page shall draw a plan on which ${listed(places.map(({ label }) => label))} are labelled.`
		},
		...(ways.length
			? [{ check: 'says-ways', text: `The page shall say how to get there: ${ways.map(({ by }) => by).join(', ')}.` }]
			: [])
	],
	example
};
