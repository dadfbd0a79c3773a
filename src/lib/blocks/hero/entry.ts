import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { iconNames } from '../icon-paths';
import { example } from './example';
import type { HeroParameters } from './parameters';

const words = z.string().trim().min(1);

export const entry: BlockEntry<HeroParameters> = {
	name: 'hero',
	line: 'Opening of a page: large title, a sentence, buttons, a picture or icon, short facts',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		title: words.max(90),
		kicker: words.max(60).optional(),
		text: words.max(400),
		actions: z.array(z.strictObject({ label: words.max(40), href: words })).optional(),
		picture: z.strictObject({ src: words, alt: words }).optional(),
		icon: z.enum(iconNames).optional(),
		facts: z.array(z.strictObject({ value: words.max(20), label: words.max(40) })).optional()
	}),
	needs: [],
	criteria: ({ title, actions = [] }) => [
		{ check: 'shows-title', text: `When somebody opens the page, it shall say "${title}" in a large heading.` },
		...(actions.length
			? [
					{
						check: 'leads-on',
						text: `The opening shall lead on to ${actions.map(({ label }) => `"${label}"`).join(' and ')}.`
					}
				]
			: [])
	],
	example
};
