import type { Picture } from '../data';

export interface FeedParameters {
	heading: string;
	intro?: string;
	/** Where posts are kept. */
	collection: string;
	/** The collection of profiles, and its field that is the name; as the block 'profiles' has them. */
	profiles: string;
	titleField: string;
	/** Path of the page with the profiles. */
	profilesPath: string;
	/** Under one of which each post stands. */
	categories?: string[];
	photo: boolean;
	likes: boolean;
	comments: boolean;
	/** Whether one can see those alone whom one follows. */
	follows: boolean;
	/** What authors may mark their posts as: 'gone'; of one category or of all. */
	mark?: { word: string; category?: string };
	/** Whether the owner may hide posts. */
	hides: boolean;
	/** Examples; `author` is a slug and `name` what that one is called. */
	posts: { author: string; name: string; text: string; date: string; category?: string; picture?: Picture }[];
}
