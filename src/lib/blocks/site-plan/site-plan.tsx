import type { ReactNode } from 'react';
import { defineBlock } from '../../core/block';
import { Heading } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import type { SitePlace, SitePlanParameters } from './parameters';
import './site-plan.css';
import { words } from './words';

/** Units of the drawing; places are given in hundredths of it. */
const WIDTH = 160;
const HEIGHT = 100;

/** A drawn plan of a place, and how to get there. */
export const sitePlan = defineBlock<SitePlanParameters>({ name: 'site-plan', Component: SitePlan });

function SitePlan({ parameters: { heading, text, places, paths = [], ways = [] } }: { parameters: SitePlanParameters }) {
	return (
		<div className="site-plan wide" data-ways={ways.length > 0 || undefined}>
			<div>
				<Heading title={heading} text={text} />
				<figure className="site-plan-map" aria-label={heading}>
					<Drawing places={places} paths={paths} />
					{places.map((place) => (
						<Label key={place.label} place={place} />
					))}
				</figure>
			</div>
			{ways.length > 0 && (
				<section className="site-plan-ways" aria-label={words('ways')}>
					<h3>{words('ways')}</h3>
					<dl>
						{ways.map(({ by, text, icon }) => (
							<div key={by}>
								<dt>
									{icon && <Icon name={icon} />} {by}
								</dt>
								<dd>{text}</dd>
							</div>
						))}
					</dl>
				</section>
			)}
		</div>
	);
}

const onMap = ({ x, y }: SitePlace) => ({ x: (x / 100) * WIDTH, y: (y / 100) * HEIGHT });

function Drawing({ places, paths }: { places: readonly SitePlace[]; paths: readonly [number, number][] }) {
	const lines = paths.flatMap(([from, to]) => {
		const [start, end] = [places[from], places[to]];
		return start && end ? [bow(onMap(start), onMap(end))] : [];
	});
	return (
		<svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" preserveAspectRatio="none">
			<path className="site-plan-contour" d="M-5 28C30 10 58 40 96 24S150 8 170 22M-5 52C26 36 62 66 100 50S150 34 170 48" />
			<path className="site-plan-contour" d="M-5 78C34 62 60 92 98 76S150 60 170 74" />
			{lines.map((d) => (
				<path key={d} className="site-plan-path" d={d} />
			))}
			{places.map((place) => (
				<Shape key={place.label} place={place} />
			))}
		</svg>
	);
}

interface Point {
	x: number;
	y: number;
}

/** A slightly bent line, as paths are. */
function bow(from: Point, to: Point): string {
	const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
	const bend = { x: middle.x - (to.y - from.y) * 0.12, y: middle.y + (to.x - from.x) * 0.12 };
	return `M${from.x} ${from.y}Q${bend.x} ${bend.y} ${to.x} ${to.y}`;
}

function Shape({ place }: { place: SitePlace }): ReactNode {
	const { x, y } = onMap(place);
	if (place.kind === 'area') return <rect className="site-plan-area" x={x - 15} y={y - 11} width="30" height="22" rx="4" />;
	if (place.kind === 'parking') return <rect className="site-plan-lot" x={x - 10} y={y - 8} width="20" height="16" rx="2" />;
	return null;
}

const SIGNS = { spot: 'pin', area: undefined, parking: 'car', entrance: 'flag' } as const;

/** Words stay as large as other text, however small the plan is. */
function Label({ place: { label, x, y, kind } }: { place: SitePlace }) {
	const sign = SIGNS[kind];
	const side = x < 15 ? 'start' : x > 85 ? 'end' : 'centre';
	return (
		<span className="site-plan-label" data-kind={kind} data-side={side} style={{ left: `${x}%`, top: `${y}%` }}>
			{sign && <Icon name={sign} />}
			<span>{label}</span>
		</span>
	);
}
