import { useState } from 'react';
import { useAccount } from '../../core/account';
import { defineBlock } from '../../core/block';
import { useCollection } from '../../core/collection';
import { day } from '../../core/format';
import { IconButton } from '../../web/ui/button';
import { Empty } from '../../web/ui/empty';
import { Form } from '../../web/ui/form';
import { Heading } from '../../web/ui/heading';
import { Ready } from '../../web/ui/ready';
import './guest-book.css';
import type { GuestBookParameters } from './parameters';
import { words } from './words';

interface Entry {
	name: string;
	text: string;
	/** Whether it is an example, which nobody wrote on a day. */
	isExample?: boolean;
}

/** Where visitors leave a few words for all to read. */
export const guestBook = defineBlock<GuestBookParameters>({
	name: 'guest-book',
	Component: GuestBook,
	collections: ({ collection, entries = [] }) => ({
		[collection]: {
			seed: entries.map((entry) => ({ ...entry, isExample: true })),
			rules: { create: 'everybody', shape: { name: 'text', text: 'text' } }
		}
	})
});

function GuestBook({ parameters: { heading, intro, collection, thanks, none } }: { parameters: GuestBookParameters }) {
	const kept = useCollection<Entry>(collection);
	const { kind } = useAccount();
	const [written, setWritten] = useState(0);
	const newest = [...kept.records].reverse();
	return (
		<div className="guest-book narrow">
			<Heading title={heading} text={intro} />
			<Ready of={kept}>
				<div className="card">
					{/* An empty form again after each entry. */}
					<Form
						key={written}
						fields={[
							{ name: 'name', label: words('name'), kind: 'text', isRequired: true, max: 60 },
							{ name: 'text', label: words('text'), kind: 'longText', isRequired: true, max: 1000 }
						]}
						submit={words('write')}
						onSubmit={async ({ name, text }) => {
							await kept.create({ name: String(name), text: String(text) });
							setWritten((count) => count + 1);
						}}
					/>
					{written > 0 && (
						<p className="guest-book-thanks" role="status">
							{thanks}
						</p>
					)}
				</div>
				{newest.length === 0 && <Empty title={none} icon="book" />}
				<ol className="guest-book-list" aria-label={heading}>
					{newest.map(({ id, name, text, createdAt, isMine, isExample }) => (
						<li key={id}>
							<p>{text}</p>
							<footer>
								<strong>{name}</strong>
								{!isExample && <span className="muted">{day(createdAt)}</span>}
								{(isMine || kind === 'owner') && (
									<IconButton label={words('remove', { name })} icon="trash" onClick={() => void kept.remove(id)} />
								)}
							</footer>
						</li>
					))}
				</ol>
			</Ready>
		</div>
	);
}
