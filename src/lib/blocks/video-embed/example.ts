import type { VideoEmbedParameters } from './parameters';

export const example: VideoEmbedParameters = {
	heading: 'See the loom at work',
	title: 'A shuttle in slow motion',
	url: 'https://vimeo.com/123456789',
	picture: { label: 'The loom in the attic' },
	note: 'Four minutes, without speech.'
};
