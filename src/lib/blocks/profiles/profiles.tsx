import { useState } from 'react';
import { defineBlock } from '../../core/block';
import { showValue } from '../../core/finding';
import { useDetail } from '../../web/detail';
import { Link } from '../../web/router';
import { Button } from '../../web/ui/button';
import { FindBar, NoneFound, useFinder } from '../../web/ui/find-bar';
import { Heading } from '../../web/ui/heading';
import { Ready } from '../../web/ui/ready';
import { Editor } from './editor';
import { Face } from './face';
import { Join } from './join';
import type { ProfileRecord, ProfilesParameters } from './parameters';
import { blocksOf, followsOf, planProfiles, usePeople, useTies } from './people';
import { ProfilePage } from './profile-page';
import './profiles.css';
import { words } from './words';

/** Members and what they say of themselves: one profile each, to be found, followed and written to. */
export const profiles = defineBlock<ProfilesParameters>({
	name: 'profiles',
	Component: Profiles,
	opens: true,
	collections: ({ collection, people, audience = 'everybody' }) => ({
		[collection]: { seed: people, rules: { ...planProfiles(collection)[collection]?.rules, read: audience } },
		[followsOf(collection)]: { rules: { create: 'members', shape: TIE, speaksFor: { of: collection, field: 'from' } } },
		[blocksOf(collection)]: {
			rules: {
				...{ read: 'members', create: 'members', shape: TIE, speaksFor: { of: collection, field: 'from' } },
				onlyFor: { of: collection, fields: ['from'] }
			}
		}
	})
});
const TIE = { from: 'text', to: 'text' } as const;

function Profiles({ parameters }: { parameters: ProfilesParameters }) {
	const people = usePeople(parameters.collection);
	const { slug } = useDetail();
	const shut = useTies(blocksOf(parameters.collection), people.me?.slug);
	return (
		<Ready of={people.profiles}>
			{/* Kept where a profile is open, so that the way back leads to the same choice. */}
			<div hidden={Boolean(slug)}>
				<List {...{ parameters, people, shut }} />
			</div>
			{slug && <ProfilePage key={slug} {...{ parameters, people, shut, profile: people.find(slug) }} />}
		</Ready>
	);
}

type Ties = ReturnType<typeof useTies>;

interface ListProps {
	parameters: ProfilesParameters;
	people: ReturnType<typeof usePeople>;
	shut: Ties;
}

function List({ parameters, people: { profiles, me, isVisitor, find }, shut }: ListProps) {
	const { heading, intro, all, titleField, none } = parameters;
	const [isOpen, setOpen] = useState(false);
	const finder = useFinder(profiles.records, parameters);
	const found = finder.found.filter(({ slug }) => !shut.has(slug));
	return (
		<div className="profiles wide">
			<Heading title={heading} text={intro} />
			{isVisitor ? (
				<Join />
			) : (
				<Button look={me ? 'plain' : 'primary'} icon="person" onClick={() => setOpen(true)}>
					{words(me ? 'edit' : 'make')}
				</Button>
			)}
			{isOpen && <Editor {...{ parameters, profiles, me }} onClose={() => setOpen(false)} />}
			<div className="profiles-found">
				<FindBar plan={parameters} finder={finder} records={profiles.records} count={words('found', { n: found.length })} />
				{found.length === 0 ? (
					<NoneFound onReset={finder.reset} hint={none} />
				) : (
					<ul className="profiles-list grid" aria-label={all}>
						{found.map((profile) => (
							<Card key={profile.id} {...{ profile, parameters, isMe: profile.id === me?.id }} />
						))}
					</ul>
				)}
			</div>
			{shut.to.length > 0 && (
				<section className="profiles-shut" aria-label={words('shut')}>
					<h3>{words('shut')}</h3>
					<div className="row">
						{shut.to.map((slug) => (
							<Button key={slug} size="small" onClick={() => void shut.toggle(slug)}>
								{words('let-in', { name: nameOf(find(slug), titleField, slug) })}
							</Button>
						))}
					</div>
				</section>
			)}
		</div>
	);
}

/** @param slug where the profile is gone */
const nameOf = (profile: ProfileRecord | undefined, titleField: string, slug: string) => String(profile?.[titleField] ?? slug);

interface CardProps {
	profile: ProfileRecord;
	parameters: ProfilesParameters;
	isMe: boolean;
}

function Card({ profile, parameters: { titleField, summaryFields, fields }, isMe }: CardProps) {
	const { hrefOf } = useDetail();
	const name = String(profile[titleField] ?? '');
	const summary = summaryFields.flatMap((one) => {
		const field = fields.find((field) => field.name === one);
		return (field && showValue(field, profile[one])) || [];
	});
	return (
		<li className="profiles-card card">
			<Face profile={profile} name={name} />
			<div>
				<h3>
					<Link href={hrefOf(profile.slug)}>{name}</Link>
				</h3>
				{summary.map((text) => (
					<p key={text} className="muted">
						{text}
					</p>
				))}
				{isMe && <span className="tag">{words('yours')}</span>}
			</div>
		</li>
	);
}
