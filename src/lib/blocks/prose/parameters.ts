import type { Picture } from '../data';

export interface ProseParameters {
	heading?: string;
	/** The first one is set a little larger where there are several. */
	paragraphs: string[];
	picture?: Picture;
	/** Set apart below the text. */
	quote?: { text: string; by?: string };
}
