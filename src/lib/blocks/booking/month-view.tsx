import { useState } from 'react';
import { addDays, addMonths, monthDays, today } from '../../core/days';
import * as format from '../../core/format';
import { IconButton } from '../../web/ui/button';
import type { Preset } from './booking-form';
import { slugOfResource, takersOf, type Booking } from './logic';
import type { BookingParameters, BookingResource } from './parameters';
import { words } from './words';

interface MonthViewProps {
	parameters: BookingParameters;
	bookings: readonly Booking[];
	resource: BookingResource;
	preset: Preset;
	onPick: (preset: Preset) => void;
}

/** A month of one resource: days that are free or taken. The first click chooses the first day, the next one the last. */
export function MonthView({ parameters, bookings, resource, preset, onPick }: MonthViewProps) {
	const [month, setMonth] = useState(today().slice(0, 7));
	const isNights = parameters.unit.kind === 'nights';
	const days = monthDays(month);
	const pick = (day: string) => {
		const { from } = preset;
		const isEnd = from !== undefined && preset.to === (isNights ? addDays(from, 1) : from) && day > from;
		onPick(isEnd ? { from, to: day } : { from: day, to: isNights ? addDays(day, 1) : day });
	};
	return (
		<section className="booking-month">
			<header className="booking-nav">
				<IconButton
					label={words('previous-month')}
					icon="left"
					disabled={month <= today().slice(0, 7)}
					onClick={() => setMonth(addMonths(month, -1))}
				/>
				<h2 aria-live="polite">{format.month(`${month}-01`)}</h2>
				<IconButton label={words('next-month')} icon="right" onClick={() => setMonth(addMonths(month, 1))} />
			</header>
			<div className="booking-days">
				{days.slice(0, 7).map((day) => (
					<span key={day} className="booking-weekday" aria-hidden="true">
						{format.dayName(day).slice(0, 2)}
					</span>
				))}
				{days.map((day) => {
					if (!day.startsWith(month)) return <span key={day} />;
					const isTaken = takersOf(bookings, slugOfResource(resource), { from: day, to: addDays(day, 1) }).length > 0;
					const isPast = day < today();
					const isChosen = preset.from !== undefined && day >= preset.from && day <= (preset.to ?? preset.from);
					return (
						<button
							key={day}
							type="button"
							className="booking-cell"
							data-state={isPast ? 'past' : isTaken ? 'taken' : 'free'}
							aria-pressed={isChosen}
							aria-label={`${format.day(day)}: ${words(isPast ? 'past' : isTaken ? 'taken' : 'free')}`}
							disabled={isPast || (isTaken && !isNights)}
							onClick={() => pick(day)}
						>
							{Number(day.slice(8))}
						</button>
					);
				})}
			</div>
			<p className="booking-legend" aria-hidden="true">
				<span data-state="free">{words('free')}</span>
				<span data-state="taken">{words('taken')}</span>
			</p>
		</section>
	);
}
