import { showValue } from '../../core/finding';
import { useDetail } from '../../web/detail';
import { NotFound } from '../../web/not-found';
import { Link } from '../../web/router';
import { Button, LinkButton } from '../../web/ui/button';
import { Title } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import { Face } from './face';
import { Join } from './join';
import type { ProfileRecord, ProfilesParameters } from './parameters';
import { followsOf, useTies, type People } from './people';
import { words } from './words';

interface ProfilePageProps {
	parameters: ProfilesParameters;
	people: People;
	/** Whom the one who looks has shut out. */
	shut: ReturnType<typeof useTies>;
	/** Undefined where the address names none. */
	profile: ProfileRecord | undefined;
}

/** Somebody's page. */
export function ProfilePage({ parameters, people, shut, profile }: ProfilePageProps) {
	const { fields, titleField } = parameters;
	const { back } = useDetail();
	if (!profile) return <NotFound />;
	const name = String(profile[titleField] ?? '');
	const known = fields.flatMap((field) => {
		const value = field.name === titleField ? '' : showValue(field, profile[field.name]);
		return value ? [{ label: field.label, value }] : [];
	});
	return (
		<article className="profile narrow">
			<Link className="profile-back" href={back}>
				<Icon name="back" /> {words('back')}
			</Link>
			<header>
				<Face profile={profile} name={name} />
				<Title>{name}</Title>
				{people.me?.slug === profile.slug && <span className="tag">{words('yours')}</span>}
			</header>
			<dl className="profile-facts card">
				{known.map(({ label, value }) => (
					<div key={label}>
						<dt>{label}</dt>
						<dd>{value}</dd>
					</div>
				))}
			</dl>
			<Ties {...{ parameters, people, shut, profile, name }} />
		</article>
	);
}

interface TiesProps extends ProfilePageProps {
	profile: ProfileRecord;
	name: string;
}

/** What the one who looks can do with somebody else. */
function Ties({ parameters, people: { me, isVisitor }, shut, profile: { slug }, name }: TiesProps) {
	const { collection, follows = false, blocks = false, messages } = parameters;
	const { back } = useDetail();
	const followed = useTies(followsOf(collection), me?.slug);
	if (me?.slug === slug || !(follows || blocks || messages)) return null;
	if (isVisitor) return <Join />;
	if (!me)
		return (
			<LinkButton href={back} look="primary">
				{words('make')}
			</LinkButton>
		);
	return (
		<div className="row">
			{follows && (
				<Button
					look={followed.has(slug) ? 'plain' : 'primary'}
					icon={followed.has(slug) ? 'check' : 'plus'}
					aria-pressed={followed.has(slug)}
					onClick={() => void followed.toggle(slug)}
				>
					{words(followed.has(slug) ? 'followed' : 'follow')}
				</Button>
			)}
			{messages && !shut.has(slug) && (
				<LinkButton href={`${messages}/${encodeURIComponent(slug)}`} icon="mail">
					{words('write', { name })}
				</LinkButton>
			)}
			{blocks && (
				<Button icon="lock" aria-pressed={shut.has(slug)} onClick={() => void shut.toggle(slug)}>
					{shut.has(slug) ? words('let-in', { name }) : words('block')}
				</Button>
			)}
		</div>
	);
}
