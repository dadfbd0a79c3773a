import type { Action, Picture } from '../data';

export interface LinkListParameters {
	/** Whose links they are. */
	name: string;
	about?: string;
	picture?: Picture;
	links: (Action & { text?: string; icon?: string })[];
}
