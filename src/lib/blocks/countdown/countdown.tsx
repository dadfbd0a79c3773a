import { defineBlock } from '../../core/block';
import { day, dayAndTime, number } from '../../core/format';
import { useNow } from '../../core/use-now';
import { Heading } from '../../web/ui/heading';
import './countdown.css';
import { countdownAt } from './logic';
import type { CountdownParameters } from './parameters';
import { words } from './words';

/** How long it still is until something happens. */
export const countdown = defineBlock<CountdownParameters>({ name: 'countdown', Component: Countdown });

function Countdown({ parameters }: { parameters: CountdownParameters }) {
	const { heading = '', name, units, over } = parameters;
	const now = useNow(units.includes('seconds') ? 1000 : 10_000);
	const shown = countdownAt(parameters, now);
	return (
		<div className="countdown wide">
			<Heading title={heading} />
			<div className="countdown-panel">
				{shown.state === 'over' ? (
					<p className="countdown-over">{over}</p>
				) : (
					<>
						<p className="countdown-name">
							<strong>{name}</strong>
							<span>{dateText(shown.moment)}</span>
						</p>
						<div className="countdown-parts" role="timer" aria-label={name}>
							{shown.parts.map(({ unit, value }) => (
								<span key={unit} className="countdown-part">
									<strong>{number(value)}</strong> <span>{words(value === 1 ? `${unit}-1` : unit)}</span>
								</span>
							))}
						</div>
					</>
				)}
			</div>
		</div>
	);
}

const dateText = (moment: Date) => (moment.getHours() || moment.getMinutes() ? dayAndTime(moment) : day(moment));
