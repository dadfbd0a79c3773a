import { defineBlock } from '../../core/block';
import { useCollection } from '../../core/collection';
import { dayAndTime } from '../../core/format';
import { useNow } from '../../core/use-now';
import { useDetail } from '../../web/detail';
import { Link } from '../../web/router';
import { LinkButton } from '../../web/ui/button';
import { Empty } from '../../web/ui/empty';
import { Heading } from '../../web/ui/heading';
import { Ready } from '../../web/ui/ready';
import { Face } from '../profiles/face';
import { Join } from '../profiles/join';
import { blocksOf, planProfiles, usePeople } from '../profiles/people';
import { Conversation } from './conversation';
import { arrivalOf, conversationsOf, type Message } from './logic';
import './messages.css';
import type { MessagesParameters } from './parameters';
import { words } from './words';

/** What two members write to each other; nobody else reads it. */
export const messages = defineBlock<MessagesParameters>({
	name: 'messages',
	Component: Messages,
	opens: true,
	collections: ({ collection, profiles, arrivesAfterHours }) => ({
		...planProfiles(profiles),
		[collection]: {
			rules: {
				...{ read: 'members', create: 'members', shape: { from: 'text', to: 'text', text: 'text' } },
				speaksFor: { of: profiles, field: 'from' },
				onlyFor: { of: profiles, fields: ['from', 'to'] },
				// Whom the receiver has shut out.
				refusedBy: { of: blocksOf(profiles), where: { from: 'to', to: 'from' } },
				...(arrivesAfterHours > 0 ? { sealed: { fields: ['text'], hours: arrivesAfterHours } } : {})
			}
		}
	})
});

const A_MINUTE_MS = 60_000;

function Messages({ parameters }: { parameters: MessagesParameters }) {
	const { heading, intro, profiles, collection, profilesPath, titleField } = parameters;
	const people = usePeople(profiles);
	const kept = useCollection<Message>(collection);
	const now = useNow(A_MINUTE_MS);
	const { slug } = useDetail();
	const nameOf = (one: string) => String(people.find(one)?.[titleField] ?? one);
	if (people.isVisitor)
		return (
			<div className="messages narrow">
				<Heading title={heading} text={intro} />
				<Join />
			</div>
		);
	return (
		<Ready of={people.profiles}>
			{!people.me ? (
				<div className="messages narrow">
					<Heading title={heading} text={intro} />
					<LinkButton href={profilesPath} look="primary" icon="person">
						{words('profile')}
					</LinkButton>
				</div>
			) : slug ? (
				<Conversation key={slug} {...{ parameters, kept, people, now, me: people.me.slug, other: slug, name: nameOf(slug) }} />
			) : (
				<List {...{ parameters, people, now, records: kept.records, me: people.me.slug, nameOf }} />
			)}
		</Ready>
	);
}

interface ListProps {
	parameters: MessagesParameters;
	people: ReturnType<typeof usePeople>;
	records: Parameters<typeof conversationsOf>[0];
	me: string;
	now: Date;
	nameOf: (slug: string) => string;
}

function List({ parameters, people, records, me, now, nameOf }: ListProps) {
	const { heading, intro, none, welcome = [], arrivesAfterHours } = parameters;
	const { hrefOf } = useDetail();
	const conversations = conversationsOf(records, me);
	const preview = ({ last }: (typeof conversations)[number]) => {
		const arrival = arrivalOf(last, arrivesAfterHours);
		if (last.from !== me && arrival > now) return words('under-way', { when: dayAndTime(arrival) });
		return `${last.from === me ? `${words('you')}: ` : ''}${last.text ?? ''}`;
	};
	return (
		<div className="messages narrow">
			<Heading title={heading} text={intro} />
			{conversations.length === 0 && welcome.length === 0 && <Empty title={none} icon="mail" />}
			<ul className="messages-list" aria-label={words('people')}>
				{conversations.map((one) => (
					<li key={one.with} className="card">
						<Face profile={people.find(one.with)} name={nameOf(one.with)} />
						<div>
							<h3>
								<Link href={hrefOf(one.with)}>{nameOf(one.with)}</Link>
							</h3>
							<p className="muted">{preview(one)}</p>
						</div>
					</li>
				))}
			</ul>
			{welcome.map(({ from, text }) => (
				<article key={from + text} className="messages-welcome card">
					<h3>{from}</h3>
					<p>{text}</p>
				</article>
			))}
		</div>
	);
}
