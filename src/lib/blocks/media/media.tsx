import { useMemo } from 'react';
import { defineBlock } from '../../core/block';
import { clockText } from '../../core/clock';
import { showValue } from '../../core/finding';
import { useStored } from '../../core/stored';
import { useDetail } from '../../web/detail';
import { Link } from '../../web/router';
import { IconButton } from '../../web/ui/button';
import { FindBar, NoneFound, useFinder } from '../../web/ui/find-bar';
import { Heading } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import { Picture } from '../../web/ui/picture';
import { flat, type FlatItem } from './logic';
import { MediaPage } from './media-page';
import './media.css';
import type { MediaParameters } from './parameters';
import './player.css';
import { words } from './words';

/** Films or recordings to look through, each with a player on a page of its own. */
export const media = defineBlock<MediaParameters>({ name: 'media', Component: Media, opens: true });

const NONE: string[] = [];

function Media({ parameters }: { parameters: MediaParameters }) {
	const { collection, items } = parameters;
	const { slug } = useDetail();
	const [hearts, setHearts] = useStored(`${collection}-hearts`, NONE);
	const toggle = (one: string) => setHearts((now) => (now.includes(one) ? now.filter((other) => other !== one) : [...now, one]));
	return (
		<>
			{/* Kept where one is open, so that the way back leads to the same choice. */}
			<div hidden={Boolean(slug)}>
				<List {...{ parameters, hearts, toggle }} />
			</div>
			{slug && <MediaPage key={slug} {...{ parameters, item: items.find((item) => item.slug === slug), hearts, toggle }} />}
		</>
	);
}

interface ListProps {
	parameters: MediaParameters;
	hearts: readonly string[];
	toggle: (slug: string) => void;
}

function List({ parameters, hearts, toggle }: ListProps) {
	const { heading, intro, items, favourites, fields = [], none, collection } = parameters;
	const records = useMemo(() => items.map(flat), [items]);
	const finder = useFinder(records, { ...parameters, fields });
	const [isOnlyHearts, setOnlyHearts] = useStored(`${collection}-only-hearts`, false);
	const found = favourites && isOnlyHearts ? finder.found.filter(({ slug }) => hearts.includes(slug)) : finder.found;
	const reset = () => {
		finder.reset();
		setOnlyHearts(false);
	};
	return (
		<div className="media wide">
			<Heading title={heading} text={intro} />
			<FindBar
				plan={{ ...parameters, fields }}
				finder={{ ...finder, reset, isNarrowed: finder.isNarrowed || isOnlyHearts }}
				records={records}
				count={words('found', { n: found.length })}
			>
				{favourites && (
					<button type="button" className="chip" aria-pressed={isOnlyHearts} onClick={() => setOnlyHearts(!isOnlyHearts)}>
						{words('hearts')}
					</button>
				)}
			</FindBar>
			{found.length === 0 ? (
				<NoneFound onReset={reset} hint={none} />
			) : (
				<ul className="media-list grid" aria-label={heading}>
					{found.map((item) => (
						<Card key={item.slug} {...{ item, parameters }}>
							{favourites && <Heart title={item.title} isOn={hearts.includes(item.slug)} onClick={() => toggle(item.slug)} />}
						</Card>
					))}
				</ul>
			)}
		</div>
	);
}

interface CardProps {
	item: FlatItem;
	parameters: MediaParameters;
	children: React.ReactNode;
}

function Card({ item, parameters: { fields = [] }, children }: CardProps) {
	const { hrefOf } = useDetail();
	const { slug, title, seconds, picture } = item;
	const facts = fields.flatMap((field) => showValue(field, item[field.name]) || []);
	return (
		<li className="media-card">
			<div className="media-picture">
				<Picture picture={picture} />
				<span className="media-sign" aria-hidden="true">
					<Icon name="play" />
				</span>
				<span className="media-length">{clockText(seconds)}</span>
			</div>
			<div className="media-words">
				<h3>
					<Link href={hrefOf(slug)}>{title}</Link>
				</h3>
				{facts.length > 0 && <p className="muted">{facts.slice(0, 3).join(' · ')}</p>}
			</div>
			{children}
		</li>
	);
}

export const Heart = ({ title, isOn, onClick }: { title: string; isOn: boolean; onClick: () => void }) => (
	<span className="media-heart no-print">
		<IconButton label={words('heart', { title })} icon="heart" aria-pressed={isOn} onClick={onClick} />
	</span>
);
