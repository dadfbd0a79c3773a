import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, fieldName, isoDate, kebab, listed, picture, slug, words } from '../schemas';
import { example } from './example';
import type { FeedParameters } from './parameters';

const post = z.strictObject({
	author: slug,
	name: words.max(60),
	text: words.max(2000),
	date: isoDate,
	category: words.optional(),
	picture: picture.optional()
});

export const entry: BlockEntry<FeedParameters> = {
	name: 'feed',
	line: 'Posts of members with photos, likes and comments, the newest first; beside the block profiles',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			heading: words.max(90),
			intro: words.max(400).optional(),
			collection: kebab,
			profiles: kebab,
			titleField: fieldName,
			profilesPath: z.string().regex(/^\/[\w/-]*$/, "the path of a page, as '/members'"),
			categories: z
				.array(words.max(40))
				.min(2, 'two categories or more')
				.refine(areDistinct, 'two categories are the same')
				.optional(),
			photo: z.boolean(),
			likes: z.boolean(),
			comments: z.boolean(),
			follows: z.boolean(),
			mark: z.strictObject({ word: words.max(30), category: words.optional() }).optional(),
			hides: z.boolean(),
			posts: z
				.array(post)
				.min(2, 'two posts or more')
				.refine((posts) => areDistinct(posts.map(({ text }) => text)), 'two posts say the same')
		})
		.refine(
			({ categories, posts, mark }) =>
				[...posts, mark ?? {}].every(({ category }) => category === undefined || categories?.includes(category)),
			'each category is one of categories'
		),
	needs: ['profiles'],
	criteria: ({ heading, categories, photo, likes, comments, follows, mark, hides }) => {
		const criterion = (isAsked: unknown, check: string, text: string) => (isAsked ? [{ check, text }] : []);
		return [
			...criterion(
				true,
				'visitors-read',
				`While somebody is not signed in, "${heading}" shall be readable, the newest first, and whatever members do shall ask to sign in.`
			),
			...criterion(
				true,
				'posts',
				`When a member posts something, it shall stand on top of "${heading}" with the name, after a reload too.`
			),
			...criterion(true, 'refuses-empty', `If a post says nothing, "${heading}" shall say so and take nothing.`),
			...criterion(photo, 'takes-photo', `When a member posts a photo, "${heading}" shall show it.`),
			...criterion(
				likes,
				'likes-once',
				'When a member likes a post twice, it shall count once and be taken back by the second click.'
			),
			...criterion(comments, 'comments', 'When a member comments on a post, the comment shall stand below it with the name.'),
			...criterion(
				categories,
				'by-category',
				`When somebody chooses ${listed(categories ?? [])}, "${heading}" shall show posts of that category only.`
			),
			...criterion(
				follows,
				'followed-only',
				`When a member asks for those alone whom the member follows, "${heading}" shall show their posts only.`
			),
			...criterion(
				mark,
				'marks-own',
				`When authors mark their own post as ${mark?.word}, everybody shall see it; posts of others shall offer no such button.`
			),
			...criterion(hides, 'moderator-hides', `When the moderator hides a post, members and visitors shall not see it any more.`),
			...criterion(true, 'deletes-own', 'When a member deletes an own post, the page shall ask first, and then it shall be gone.')
		];
	},
	example
};
