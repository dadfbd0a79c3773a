import { useRef, useState } from 'react';
import { defineBlock } from '../../core/block';
import { number } from '../../core/format';
import { t } from '../../core/words';
import { Button } from '../../web/ui/button';
import { Heading } from '../../web/ui/heading';
import { Scores } from '../../web/ui/scores';
import { useKeys } from '../../web/ui/use-keys';
import './dice.css';
import { PIPS, sumOf, thrown } from './logic';
import type { DiceParameters } from './parameters';
import { words } from './words';

/** Dice to throw, with sum and history. */
export const dice = defineBlock<DiceParameters>({ name: 'dice', Component: Dice });

/** More dice than fit on a phone help nobody. */
const MOST_DICE = 12;

function Dice({ parameters }: { parameters: DiceParameters }) {
	const { title, intro, kinds = [] } = parameters;
	const [sides, setSides] = useState(parameters.dice);
	const [throws, setThrows] = useState<number[][]>([]);
	const [isFresh, setFresh] = useState(true);
	const area = useRef<HTMLDivElement>(null);
	const last = isFresh ? undefined : throws.at(-1);
	const roll = () => {
		setThrows([...throws, thrown(sides, Math.random)]);
		setFresh(false);
	};
	const change = (next: number[]) => {
		setSides(next);
		setFresh(true);
	};
	useKeys(area, (key) => {
		if (key !== ' ' && key !== 'Enter') return false;
		roll();
		return true;
	});
	const sums = throws.map(sumOf);
	return (
		<div className="dice narrow" ref={area}>
			<Heading title={title} text={intro} align="center" />
			<div className="stack">
				<div className="dice-table" data-throw={throws.length % 2}>
					{sides.map((count, index) => (
						<Die key={index} sides={count} value={last?.[index]} />
					))}
				</div>
				<p className="dice-sum" role="status">
					{last ? `${words('sum')}: ${sumOf(last)}` : ''}
				</p>
				<div className="row dice-buttons">
					<Button look="primary" size="large" icon="refresh" onClick={roll}>
						{words('roll')}
					</Button>
				</div>
				{kinds.length > 0 && (
					<div className="row dice-buttons" role="group" aria-label={words('kinds')}>
						{kinds.map((count) => (
							<button
								key={count}
								type="button"
								className="chip"
								aria-label={words('add', { sides: count })}
								disabled={sides.length >= MOST_DICE}
								onClick={() => change([...sides, count])}
							>
								+ {count}
							</button>
						))}
						<Button size="small" look="quiet" disabled={sides.length < 2} onClick={() => change(sides.slice(0, -1))}>
							{words('off')}
						</Button>
					</div>
				)}
				{throws.length > 0 && (
					<section className="card">
						<Scores
							items={[
								{ label: words('throws'), value: throws.length },
								{ label: words('average'), value: number(Number((sumOf(sums) / sums.length).toFixed(2))) }
							]}
						/>
						<h3>{words('history')}</h3>
						<ol className="dice-history" aria-label={words('history')} reversed>
							{[...throws].reverse().map((values, index) => (
								<li key={throws.length - index}>
									<span>{values.join(' + ')}</span> <b>{sumOf(values)}</b>
								</li>
							))}
						</ol>
						<Button size="small" look="quiet" onClick={() => setThrows([])}>
							{t('delete')}
						</Button>
					</section>
				)}
			</div>
		</div>
	);
}

function Die({ sides, value }: { sides: number; value: number | undefined }) {
	const pips = sides === 6 && value !== undefined ? PIPS[value - 1] : undefined;
	return (
		<span
			className="dice-die"
			role="img"
			data-sides={sides}
			aria-label={value === undefined ? words('not-thrown', { sides }) : words('die', { sides, n: value })}
		>
			{pips ? (
				<svg viewBox="0 0 60 60" aria-hidden="true">
					{pips.map((place) => (
						<circle key={place} cx={15 + 15 * (place % 3)} cy={15 + 15 * Math.floor(place / 3)} r="5.2" />
					))}
				</svg>
			) : (
				<strong>{value ?? '?'}</strong>
			)}
			{sides !== 6 && <small>{sides}</small>}
		</span>
	);
}
