import { defineBlock } from '../../core/block';
import { number } from '../../core/format';
import { Heading } from '../../web/ui/heading';
import { percentOf, shareOf } from './logic';
import type { ProgressParameters } from './parameters';
import './progress.css';
import { words } from './words';

/** How far a goal is reached. */
export const progress = defineBlock<ProgressParameters>({ name: 'progress', Component: Progress });

function Progress({ parameters }: { parameters: ProgressParameters }) {
	const { heading, text, goal, reached, unit, note } = parameters;
	const share = shareOf(parameters);
	const percent = percentOf(share);
	const amount = (value: number) => `${number(value)} ${unit}`;
	return (
		<div className="progress narrow">
			<Heading title={heading} text={text} />
			<div className="card">
				<p className="progress-figures">
					<strong>{amount(reached)}</strong> <span>{words('of', { goal: amount(goal) })}</span>
				</p>
				<div
					className="bar"
					role="progressbar"
					aria-label={heading}
					aria-valuemin={0}
					aria-valuemax={100}
					aria-valuenow={Math.min(percent, 100)}
				>
					<span style={{ width: `${Math.min(share, 1) * 100}%` }} />
				</div>
				<p className="progress-line">
					<span>{words('share', { share: `${percent} %` })}</span>
					<span>{share < 1 ? words('left', { left: amount(goal - reached) }) : words('done')}</span>
				</p>
				{note && <p>{note}</p>}
			</div>
		</div>
	);
}
