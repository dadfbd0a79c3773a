import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { picture, words } from '../schemas';
import { example } from './example';
import { filmOf } from './logic';
import type { VideoEmbedParameters } from './parameters';

export const entry: BlockEntry<VideoEmbedParameters> = {
	name: 'video-embed',
	line: 'A film of YouTube, Vimeo or a file, loaded only when somebody plays it',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		heading: words.max(90),
		title: words.max(120),
		url: z.url('an address as https://vimeo.com/123456789').regex(/^https:/, 'an address that starts with https://'),
		picture,
		note: words.optional()
	}),
	needs: [],
	criteria: ({ title, url }) => [
		{
			check: 'asks-first',
			text: `Before somebody plays "${title}", the page shall load nothing from ${filmOf(url).host}, and say so.`
		},
		{ check: 'plays', text: `When somebody plays "${title}", the page shall show it in place of the picture.` }
	],
	example
};
