import { useState } from 'react';
import { useAccount } from '../../core/account';
import { defineBlock } from '../../core/block';
import { useCollection } from '../../core/collection';
import { LinkButton } from '../../web/ui/button';
import { Empty } from '../../web/ui/empty';
import { Form } from '../../web/ui/form';
import { Heading } from '../../web/ui/heading';
import { PhotoField } from '../../web/ui/photo-field';
import { Ready } from '../../web/ui/ready';
import { Join } from '../profiles/join';
import { followsOf, planProfiles, usePeople, useTies, type People } from '../profiles/people';
import './feed.css';
import { postsFor, type Post } from './logic';
import type { FeedParameters } from './parameters';
import { PostCard } from './post-card';
import { words } from './words';

/** What members show each other, the newest first. */
export const feed = defineBlock<FeedParameters>({
	name: 'feed',
	Component: Feed,
	collections: ({ collection, profiles, posts, likes, comments }) => {
		const speaksFor = { of: profiles, field: 'author' };
		const ofPost = { post: 'text', author: 'text' } as const;
		return {
			...planProfiles(profiles),
			[collection]: {
				seed: posts.map((post) => ({ ...post, isShown: true })),
				rules: {
					...{ create: 'members', shape: { author: 'text', name: 'text', text: 'text' }, speaksFor },
					...{ ownerSets: ['isShown'], starts: { isShown: true }, shownWhen: 'isShown' }
				}
			},
			...(likes
				? {
						[`${collection}-likes`]: {
							rules: { create: 'members', shape: ofPost, speaksFor, limited: { same: ['post', 'author'], limit: 1 } }
						}
					}
				: {}),
			...(comments
				? {
						[`${collection}-comments`]: {
							rules: { create: 'members', shape: { ...ofPost, name: 'text', text: 'text' }, speaksFor }
						}
					}
				: {})
		};
	}
});

function Feed({ parameters }: { parameters: FeedParameters }) {
	const { heading, intro, collection, profiles, categories = [], follows } = parameters;
	const people = usePeople(profiles);
	const kept = useCollection<Post>(collection);
	const isOwner = useAccount().kind === 'owner';
	const followed = useTies(followsOf(profiles), people.me?.slug);
	const [category, setCategory] = useState('');
	const [isFollowed, setFollowed] = useState(false);
	const shown = postsFor(kept.records, { category, isOwner, ...(isFollowed ? { followed: followed.to } : {}) });
	return (
		<div className="feed narrow">
			<Heading title={heading} text={intro} />
			<Ready of={kept}>
				<Composer {...{ parameters, people, create: kept.create }} />
				{(categories.length > 0 || follows) && (
					<div className="feed-choice row" role="group" aria-label={heading}>
						{categories.length > 0 &&
							['', ...categories].map((one) => (
								<button key={one} type="button" className="chip" aria-pressed={one === category} onClick={() => setCategory(one)}>
									{one || words('all')}
								</button>
							))}
						{follows && people.me && (
							<button type="button" className="chip" aria-pressed={isFollowed} onClick={() => setFollowed(!isFollowed)}>
								{words('followed')}
							</button>
						)}
					</div>
				)}
				{shown.length === 0 && <Empty title={words('none')} icon="image" />}
				<div className="feed-list" role="feed" aria-label={heading}>
					{shown.map((post) => (
						<PostCard key={post.id} {...{ parameters, people, post, kept, isOwner }} />
					))}
				</div>
			</Ready>
		</div>
	);
}

interface ComposerProps {
	parameters: FeedParameters;
	people: People;
	create: (post: Post) => Promise<unknown>;
}

function Composer({ parameters, people: { me, isVisitor }, create }: ComposerProps) {
	const { categories = [], photo: hasPhoto, profilesPath, titleField } = parameters;
	const [photo, setPhoto] = useState('');
	const [written, setWritten] = useState(0);
	if (isVisitor) return <Join />;
	if (!me)
		return (
			<LinkButton href={profilesPath} look="primary" icon="person">
				{words('profile')}
			</LinkButton>
		);
	const name = String(me[titleField] ?? me.slug);
	return (
		<div className="feed-write card">
			{/* An empty form again after each post. */}
			<Form
				key={written}
				fields={[
					{ name: 'text', label: words('text'), kind: 'longText', isRequired: true, max: 2000 },
					...(categories.length
						? [{ name: 'category', label: words('category'), kind: 'choice' as const, isRequired: true, options: categories }]
						: [])
				]}
				submit={words('post')}
				onSubmit={async ({ text, category }) => {
					await create({
						...{ author: me.slug, name, text: String(text), isShown: true },
						...(category ? { category: String(category) } : {}),
						...(photo ? { picture: { label: String(text), src: photo } } : {})
					});
					setPhoto('');
					setWritten((count) => count + 1);
				}}
			>
				{hasPhoto && <PhotoField label={words('photo')} value={photo} onChange={setPhoto} />}
			</Form>
		</div>
	);
}
