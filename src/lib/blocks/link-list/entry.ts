import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { action, areDistinct, icon, listed, picture, words } from '../schemas';
import { example } from './example';
import type { LinkListParameters } from './parameters';

const link = z.strictObject({
	label: words.max(60),
	href: z
		.string()
		.refine((href) => action.safeParse({ label: 'x', href }).success, "'/about', 'https://...', 'mailto:...' or 'tel:...'"),
	text: words.max(80).optional(),
	icon: icon.optional()
});

export const entry: BlockEntry<LinkListParameters> = {
	name: 'link-list',
	line: 'Large links one below the other under a name and face: all my places on one page',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		name: words.max(60),
		about: words.max(160).optional(),
		picture: picture.optional(),
		links: z
			.array(link)
			.min(1)
			.refine((links) => areDistinct(links.map(({ label }) => label)), 'two links have the same label')
	}),
	needs: [],
	criteria: ({ name, links }) => [
		{ check: 'links', text: `Under "${name}" the page shall link to ${listed(links.map(({ label }) => label))}.` }
	],
	example
};
