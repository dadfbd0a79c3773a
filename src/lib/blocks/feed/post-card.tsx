import { useState } from 'react';
import { useCollection, type Collection, type Stored } from '../../core/collection';
import { day, dayAndTime } from '../../core/format';
import { t } from '../../core/words';
import { Link } from '../../web/router';
import { Button, LinkButton } from '../../web/ui/button';
import { Confirm } from '../../web/ui/confirm';
import { Form } from '../../web/ui/form';
import { Icon } from '../../web/ui/icon';
import { Picture } from '../../web/ui/picture';
import { Face } from '../profiles/face';
import { Join } from '../profiles/join';
import type { People } from '../profiles/people';
import type { Like, Post, Remark } from './logic';
import type { FeedParameters } from './parameters';
import { words } from './words';

interface PostProps {
	parameters: FeedParameters;
	people: People;
	post: Stored<Post>;
	kept: Collection<Post>;
	isOwner: boolean;
}

/** One post, what others say of it, and what its author and the owner can do with it. */
export function PostCard({ parameters, people, post, kept, isOwner }: PostProps) {
	const { profilesPath, titleField, mark, likes, comments } = parameters;
	const { author, text, category, picture, date, createdAt, isMarked = false, isShown } = post;
	const profile = people.find(author);
	const name = String(profile?.[titleField] ?? post.name);
	return (
		<article className="post card" data-hidden={isShown ? undefined : ''} aria-label={words('by', { name })}>
			<header>
				<Face profile={profile} name={name} />
				<div>
					<Link className="post-author" href={`${profilesPath}/${encodeURIComponent(author)}`}>
						{name}
					</Link>
					<time className="muted" dateTime={date ?? createdAt}>
						{date ? day(date) : dayAndTime(createdAt)}
					</time>
				</div>
				{category && <span className="tag">{category}</span>}
			</header>
			{isMarked && mark && <p className="post-mark">{mark.word}</p>}
			{!isShown && <p className="post-mark">{words('hidden')}</p>}
			<p className="post-text">{text}</p>
			{picture && <Picture picture={picture} />}
			<footer className="row">
				{likes && <Likes {...{ parameters, people, post }} />}
				<Own {...{ parameters, people, post, kept, isOwner }} />
			</footer>
			{comments && <Comments {...{ parameters, people, post }} />}
		</article>
	);
}

function Likes({
	parameters: { collection },
	people: { me, isVisitor },
	post
}: Pick<PostProps, 'parameters' | 'people' | 'post'>) {
	const kept = useCollection<Like>(`${collection}-likes`);
	const all = kept.records.filter((like) => like.post === post.id);
	const mine = all.find(({ author }) => author === me?.slug);
	if (isVisitor)
		return (
			<LinkButton href="/sign-in" size="small" icon="heart" aria-label={`${words('like-join')} (${all.length})`}>
				{all.length}
			</LinkButton>
		);
	return (
		<Button
			size="small"
			icon="heart"
			className="button post-like"
			aria-label={`${words('like')} (${all.length})`}
			aria-pressed={Boolean(mine)}
			disabled={!me}
			onClick={() => me && void (mine ? kept.remove(mine.id) : kept.create({ post: post.id, author: me.slug }))}
		>
			{all.length}
		</Button>
	);
}

function Own({ parameters: { mark, hides }, people: { me }, post, kept, isOwner }: PostProps) {
	const [asks, setAsks] = useState(false);
	const { id, author, category, isMarked = false, isShown } = post;
	const isMine = author === me?.slug;
	const canMark = mark && isMine && (!mark.category || mark.category === category);
	return (
		<>
			{canMark && (
				<Button size="small" icon="tag" onClick={() => void kept.update(id, { isMarked: !isMarked })}>
					{words(isMarked ? 'unmark' : 'mark', { word: mark.word })}
				</Button>
			)}
			{hides && isOwner && (
				<Button size="small" icon="shield" onClick={() => void kept.update(id, { isShown: !isShown })}>
					{words(isShown ? 'hide' : 'unhide')}
				</Button>
			)}
			{isMine && (
				<Button size="small" icon="trash" onClick={() => setAsks(true)}>
					{words('delete')}
				</Button>
			)}
			{asks && (
				<Confirm
					title={words('delete-title')}
					text={words('delete-text')}
					action={t('delete')}
					onNo={() => setAsks(false)}
					onYes={() => void kept.remove(id)}
				/>
			)}
		</>
	);
}

function Comments({ parameters, people, post }: Pick<PostProps, 'parameters' | 'people' | 'post'>) {
	const { collection, titleField } = parameters;
	const kept = useCollection<Remark>(`${collection}-comments`);
	const [isOpen, setOpen] = useState(false);
	const [written, setWritten] = useState(0);
	const all = kept.records.filter((comment) => comment.post === post.id);
	const { me, isVisitor } = people;
	return (
		<div className="post-comments">
			<button type="button" className="post-toggle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
				<Icon name="down" /> {`${words('comments')} (${all.length})`}
			</button>
			{isOpen && (
				<>
					<ul>
						{all.map(({ id, author, name, text }) => (
							<li key={id}>
								<strong>{String(people.find(author)?.[titleField] ?? name)}</strong> {text}
							</li>
						))}
					</ul>
					{isVisitor && <Join />}
					{me && (
						<Form
							key={written}
							fields={[{ name: 'text', label: words('comment'), kind: 'text', isRequired: true, max: 500 }]}
							submit={words('say-it')}
							onSubmit={async ({ text }) => {
								const name = String(me[titleField] ?? me.slug);
								await kept.create({ post: post.id, author: me.slug, name, text: String(text) });
								setWritten((count) => count + 1);
							}}
						/>
					)}
				</>
			)}
		</div>
	);
}
