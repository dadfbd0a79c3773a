import type { Stored } from '../../core/collection';
import type { Picture } from '../data';

export interface Post {
	/** Slug of a profile. */
	author: string;
	/** What the author was called when it was written. */
	name: string;
	text: string;
	category?: string;
	picture?: Picture;
	/** Of examples; when others were made is known. */
	date?: string;
	isMarked?: boolean;
	/** Not hidden by the owner. */
	isShown: boolean;
}

export interface Like {
	/** Id of a post. */
	post: string;
	author: string;
}

export interface Remark extends Like {
	name: string;
	text: string;
}

/** Examples are older than all that members write. */
const ageOrder = (a: Stored<Post>, b: Stored<Post>): number => {
	if (Boolean(a.date) !== Boolean(b.date)) return a.date ? 1 : -1;
	return (b.date ?? b.createdAt).localeCompare(a.date ?? a.createdAt);
};

/** The posts that are left, the newest first. @param followed slugs of authors; all of them where it is left out */
export function postsFor(
	posts: readonly Stored<Post>[],
	{ category = '', followed, isOwner }: { category?: string; followed?: readonly string[]; isOwner: boolean }
): Stored<Post>[] {
	return posts
		.filter((post) => isOwner || post.isShown)
		.filter((post) => (!category || post.category === category) && (!followed || followed.includes(post.author)))
		.reverse()
		.sort(ageOrder);
}
