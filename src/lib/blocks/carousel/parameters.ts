import type { Picture } from '../data';

export interface CarouselParameters {
	heading: string;
	intro?: string;
	/** Pictures with captions, or words of people. */
	slides: { title: string; text?: string; picture?: Picture; by?: string }[];
	/** Goes on by itself, unless somebody is at it or wants no motion. */
	everySeconds?: number;
}
