import { useState } from 'react';
import type { Collection, Stored } from '../../core/collection';
import { dayAndTime } from '../../core/format';
import { RefusedError } from '../../core/rules';
import { t } from '../../core/words';
import { useDetail } from '../../web/detail';
import { NotFound } from '../../web/not-found';
import { Link } from '../../web/router';
import { Form } from '../../web/ui/form';
import { Title } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import { Face } from '../profiles/face';
import type { People } from '../profiles/people';
import { arrivalOf, between, type Message } from './logic';
import type { MessagesParameters } from './parameters';
import { words } from './words';

const MAX_MESSAGE = 8000;

interface ConversationProps {
	parameters: MessagesParameters;
	kept: Collection<Message>;
	people: People;
	now: Date;
	/** Slugs of the two. */
	me: string;
	other: string;
	/** Of the other one. */
	name: string;
}

/** All that two have written to each other, and where to write more. */
export function Conversation({ parameters, kept, people, now, me, other, name }: ConversationProps) {
	const { arrivesAfterHours } = parameters;
	const { back } = useDetail();
	const [sent, setSent] = useState(0);
	const [problem, setProblem] = useState('');
	const shown = between(kept.records, [me, other]);
	const profile = people.find(other);
	if (!profile && shown.length === 0) return <NotFound />;
	const send = async (text: string) => {
		try {
			await kept.create({ from: me, to: other, text });
			setProblem('');
			setSent((count) => count + 1);
		} catch (error) {
			if (!(error instanceof RefusedError)) throw error;
			setProblem(words('refused', { name }));
		}
	};
	return (
		<div className="conversation narrow">
			<Link className="conversation-back" href={back}>
				<Icon name="back" /> {words('back')}
			</Link>
			<header>
				<Face profile={profile} name={name} />
				<Title>{name}</Title>
			</header>
			<ol aria-label={name}>
				{shown.map((message) => (
					<Bubble key={message.id} {...{ message, now, isMine: message.from === me, hours: arrivesAfterHours }} />
				))}
			</ol>
			{/* An empty form again after each message. */}
			<Form
				key={sent}
				fields={[{ name: 'text', label: words('text'), kind: 'longText', isRequired: true, max: MAX_MESSAGE }]}
				submit={t('send')}
				onSubmit={({ text }) => send(String(text))}
			>
				{problem && (
					<p className="field-error" role="alert">
						{problem}
					</p>
				)}
			</Form>
		</div>
	);
}

interface BubbleProps {
	message: Stored<Message>;
	now: Date;
	isMine: boolean;
	hours: number;
}

function Bubble({ message, now, isMine, hours }: BubbleProps) {
	const arrival = arrivalOf(message, hours);
	const isUnderWay = arrival > now;
	const when = dayAndTime(arrival);
	return (
		<li className="bubble" data-mine={isMine || undefined}>
			{(isMine || !isUnderWay) && <p>{message.text}</p>}
			<small>
				{isUnderWay ? (
					<>
						<Icon name="clock" /> {words(isMine ? 'sent' : 'under-way', { when })}
					</>
				) : (
					when
				)}
			</small>
		</li>
	);
}
