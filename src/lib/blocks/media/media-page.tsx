import { useEffect, useState } from 'react';
import { clockText } from '../../core/clock';
import { number } from '../../core/format';
import { showValue } from '../../core/finding';
import { useStored } from '../../core/stored';
import { useDetail } from '../../web/detail';
import { NotFound } from '../../web/not-found';
import { Link } from '../../web/router';
import { LinkButton } from '../../web/ui/button';
import { Title } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import { portionsOf, scaled, stepAt } from './logic';
import { Heart } from './media';
import type { MediaItem, MediaParameters } from './parameters';
import { Player } from './player';
import { usePlayer } from './use-player';
import { words } from './words';

interface MediaPageProps {
	parameters: MediaParameters;
	/** Undefined where the address names none. */
	item: MediaItem | undefined;
	hearts: readonly string[];
	toggle: (slug: string) => void;
}

/** One film or recording: the player, and what belongs to it. */
export function MediaPage({ item, ...rest }: MediaPageProps) {
	return item ? <Known item={item} {...rest} /> : <NotFound />;
}

function Known({ parameters, item, hearts, toggle }: MediaPageProps & { item: MediaItem }) {
	const { kind, items, fields = [], playlist = false, favourites } = parameters;
	const { slug, title, facts = {}, text = [], steps = [], amounts = [] } = item;
	const { back, hrefOf, open } = useDetail();
	// Whoever hears a list wants the next one to begin by itself.
	const [continues, setContinues] = useStored(`${parameters.collection}-continues`, '');
	useEffect(() => {
		// Only once: who opens the page again later presses the button.
		if (continues === slug) setContinues('');
	}, [continues, slug, setContinues]);
	const place = items.indexOf(item);
	const next = playlist ? items[place + 1] : undefined;
	const before = playlist ? items[place - 1] : undefined;
	const [startsAtOnce] = useState(continues === slug);
	const player = usePlayer({
		item,
		hasTone: kind === 'audio',
		startsAtOnce,
		onEnd: () => {
			setContinues(next?.slug ?? '');
			if (next) open(next.slug);
		}
	});
	const current = stepAt(steps, player.at);
	const known = fields.flatMap((field) => {
		const value = showValue(field, facts[field.name]);
		return value ? [{ label: field.label, value }] : [];
	});
	return (
		<article className="media-page wide">
			<Link className="media-back no-print" href={back}>
				<Icon name="back" /> {words('back')}
			</Link>
			<header className="media-head">
				<Title>{title}</Title>
				{favourites && <Heart title={title} isOn={hearts.includes(slug)} onClick={() => toggle(slug)} />}
			</header>
			<div className="media-columns">
				<div className="media-main">
					<Player {...{ item, kind, player }} />
					{known.length > 0 && (
						<dl className="media-facts">
							{known.map(({ label, value }) => (
								<div key={label}>
									<dt>{label}</dt>
									<dd>{value}</dd>
								</div>
							))}
						</dl>
					)}
					{text.map((paragraph) => (
						<p key={paragraph}>{paragraph}</p>
					))}
				</div>
				{(steps.length > 0 || amounts.length > 0) && (
					<div className="media-side">
						{amounts.length > 0 && <Amounts item={item} />}
						{steps.length > 0 && (
							<section aria-label={words('steps')}>
								<h2>{words('steps')}</h2>
								<ol className="media-steps">
									{steps.map(({ at, text }, index) => (
										<li key={at}>
											<button type="button" aria-current={index === current || undefined} onClick={() => player.jump(at)}>
												<span>{clockText(at)}</span> {text}
											</button>
										</li>
									))}
								</ol>
							</section>
						)}
					</div>
				)}
			</div>
			{(before ?? next) && (
				<nav className="media-next row no-print" aria-label={words('found', { n: items.length })}>
					{before && (
						<LinkButton href={hrefOf(before.slug)} icon="back">
							{words('previous', { title: before.title })}
						</LinkButton>
					)}
					{next && (
						<LinkButton href={hrefOf(next.slug)} icon="arrow">
							{words('next', { title: next.title })}
						</LinkButton>
					)}
				</nav>
			)}
		</article>
	);
}

/** What is needed, for as many as somebody says. */
function Amounts({ item: { amounts = [], portions = 1 } }: { item: MediaItem }) {
	const [text, setText] = useState(String(portions));
	const given = portionsOf(text);
	// While the field says nothing of use, the amounts are those of the last number that did.
	const [wanted, setWanted] = useState(portions);
	const change = (next: string) => {
		setText(next);
		setWanted(portionsOf(next) ?? wanted);
	};
	return (
		<section className="media-amounts" aria-label={words('amounts')}>
			<h2>{words('amounts')}</h2>
			<label className="media-portions">
				<span>{words('portions')}</span>
				<input
					className="control"
					inputMode="decimal"
					value={text}
					aria-invalid={given === undefined || undefined}
					aria-describedby={given === undefined ? 'portions-note' : undefined}
					onChange={(event) => change(event.target.value)}
				/>
			</label>
			{given === undefined && (
				<p id="portions-note" className="field-error" role="alert">
					{words('bad-portions')}
				</p>
			)}
			<ul>
				{amounts.map(({ name, amount, unit = '' }) => (
					<li key={name}>
						<strong>{`${number(scaled(amount, wanted / portions))}${unit ? ` ${unit}` : ''}`}</strong> {name}
					</li>
				))}
			</ul>
		</section>
	);
}
