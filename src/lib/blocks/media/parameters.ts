import type { Field, Filter, Picture, Sort, Value } from '../data';

export interface MediaParameters {
	heading: string;
	intro?: string;
	/** kebab-case; what somebody has marked is kept under it. */
	collection: string;
	kind: 'video' | 'audio';
	/** What is known of each: difficulty, language. */
	fields?: Field[];
	filters?: Filter[];
	sort?: Sort[];
	search: boolean;
	/** Whether they can be marked with a heart, and those alone be shown. */
	favourites: boolean;
	/** Whether the next one begins when one has ended. */
	playlist?: boolean;
	items: MediaItem[];
	/** Said when a search or filter leaves nothing. */
	none?: string;
}

export interface MediaItem {
	/** The last part of its address. */
	slug: string;
	title: string;
	/** How long it lasts. */
	seconds: number;
	picture: Picture;
	/** Address of the recording; without one the player shows drawings and plays a tone. */
	url?: string;
	/** Values by the names of fields. */
	facts?: Record<string, Value>;
	/** Paragraphs. */
	text?: string[];
	/** What happens when, to jump to. */
	steps?: { at: number; text: string }[];
	/** What is needed for `portions`. */
	amounts?: { name: string; amount: number; unit?: string }[];
	portions?: number;
}
