import type { Picture } from '../data';

export interface GalleryParameters {
	heading: string;
	intro?: string;
	items: GalleryItem[];
	/** By which the pictures can be narrowed; none for a gallery without a choice. */
	categories?: string[];
}

export interface GalleryItem {
	title: string;
	/** A sentence, seen with the large picture. */
	caption?: string;
	year?: string;
	/** One of the categories. */
	category?: string;
	picture: Picture;
}
