import { addDays, today, weekdayOf } from '../../core/days';
import * as format from '../../core/format';
import { IconButton } from '../../web/ui/button';
import type { Preset } from './booking-form';
import { isOpen, placesLeft, slotSpan, slugOfResource, timesOf, type Booking } from './logic';
import type { BookingParameters } from './parameters';
import { nowText } from './when';
import { words } from './words';

interface DayViewProps {
	parameters: BookingParameters;
	bookings: readonly Booking[];
	day: string;
	onDay: (day: string) => void;
	onPick: (preset: Preset) => void;
}

/** The hours or slots of a day, free or taken, for each resource; no names. */
export function DayView({ parameters, bookings, day, onDay, onPick }: DayViewProps) {
	const { resources, unit, places = 0 } = parameters;
	const isClosed = !isOpen(unit, weekdayOf(day));
	const minutes = unit.kind === 'slots' ? unit.minutes : 60;
	return (
		<section className="booking-day">
			<header className="booking-nav">
				<IconButton label={words('previous-day')} icon="left" disabled={day <= today()} onClick={() => onDay(addDays(day, -1))} />
				<h2 aria-live="polite">{format.weekday(day)}</h2>
				<IconButton label={words('next-day')} icon="right" onClick={() => onDay(addDays(day, 1))} />
			</header>
			{isClosed ? (
				<p className="muted">{words('closed-day')}</p>
			) : (
				<div className="booking-columns">
					{resources.map((resource) => (
						<div key={resource.name} className="booking-column">
							<h3>{resource.name}</h3>
							<ul aria-label={resource.name}>
								{timesOf(unit).map((time) => {
									const span = slotSpan(day, time, minutes);
									const left = placesLeft(parameters, bookings, slugOfResource(resource), span);
									const isPast = span.from < nowText();
									const said = isPast
										? words('past')
										: !left
											? words('taken')
											: places
												? words('left', { n: left })
												: words('free');
									return (
										<li key={time}>
											<button
												type="button"
												className="booking-cell"
												data-state={isPast ? 'past' : left ? 'free' : 'taken'}
												disabled={isPast || !left}
												onClick={() => onPick({ resource: resource.name, day, from: time, to: span.to.slice(11) })}
											>
												<b>{time}</b> <span>{said}</span>
											</button>
										</li>
									);
								})}
							</ul>
						</div>
					))}
				</div>
			)}
		</section>
	);
}
