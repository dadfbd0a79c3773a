import type { Picture } from '../data';

export interface VideoEmbedParameters {
	heading: string;
	/** Of the film. */
	title: string;
	/** Of YouTube, Vimeo, another host's player, or a file. */
	url: string;
	/** Shown until it is played. */
	picture: Picture;
	note?: string;
}
