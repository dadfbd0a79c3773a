import { useState } from 'react';
import { useAccount } from '../../core/account';
import { useCollection } from '../../core/collection';
import type { FormField } from '../../core/fields';
import { dayAndTime } from '../../core/format';
import { IconButton } from '../../web/ui/button';
import { Form } from '../../web/ui/form';
import { Ready } from '../../web/ui/ready';
import { words } from './words';

export interface Comment {
	/** The article's slug. */
	article: string;
	name: string;
	text: string;
}

const MAX_COMMENT = 2000;

/** What readers say of an article; who wrote it, or runs the site, can take it back. */
export function Comments({ collection, article }: { collection: string; article: string }) {
	const kept = useCollection<Comment>(collection);
	const { kind } = useAccount();
	const [written, setWritten] = useState(0);
	const shown = kept.records.filter((comment) => comment.article === article);
	const fields: FormField[] = [
		{ name: 'name', label: words('name'), kind: 'text', isRequired: true, max: 60 },
		{ name: 'text', label: words('text'), kind: 'longText', isRequired: true, max: MAX_COMMENT }
	];
	return (
		<section className="article-comments" aria-label={words('comments')}>
			<h2>{words('comments')}</h2>
			<Ready of={kept}>
				{shown.length === 0 && <p className="muted">{words('no-comments')}</p>}
				<ol>
					{shown.map(({ id, name, text, createdAt, isMine }) => (
						<li key={id} className="card">
							<header>
								<strong>{name}</strong>
								<time className="muted" dateTime={createdAt}>
									{dayAndTime(createdAt)}
								</time>
								{(isMine || kind === 'owner') && (
									<IconButton icon="trash" label={words('remove-comment', { name })} onClick={() => void kept.remove(id)} />
								)}
							</header>
							<p>{text}</p>
						</li>
					))}
				</ol>
				{/* An empty form again after each comment. */}
				<Form
					key={written}
					fields={fields}
					submit={words('write')}
					onSubmit={async ({ name, text }) => {
						await kept.create({ article, name: String(name), text: String(text) });
						setWritten((count) => count + 1);
					}}
				/>
			</Ready>
		</section>
	);
}
