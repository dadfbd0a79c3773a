import { useState } from 'react';
import { defineBlock } from '../../core/block';
import { useCollection, type Stored } from '../../core/collection';
import { addDays, today } from '../../core/days';
import { Button } from '../../web/ui/button';
import { Dialog } from '../../web/ui/dialog';
import { Empty } from '../../web/ui/empty';
import { Heading } from '../../web/ui/heading';
import { Ready } from '../../web/ui/ready';
import type { Booking } from '../booking/logic';
import { sayWhen } from '../booking/when';
import './bookings-desk.css';
import type { BookingsDeskParameters } from './parameters';
import { words } from './words';

/** All bookings, for whoever keeps what is booked: by whom, and what was given out and brought back. */
export const bookingsDesk = defineBlock<BookingsDeskParameters>({ name: 'bookings-desk', Component: BookingsDesk });

function BookingsDesk({ parameters }: { parameters: BookingsDeskParameters }) {
	const { heading, intro, collection, handOver = false, none } = parameters;
	const kept = useCollection<Booking>(collection);
	const [asked, setAsked] = useState<Stored<Booking>>();
	// What is not back yet stays in the list, however long ago it should have been.
	const open = kept.records.filter((one) => one.state === 'given' || (one.state === '' && one.to.slice(0, 10) >= today()));
	const shown = open.sort((a, b) => a.from.localeCompare(b.from));
	const takeBack = (one: Stored<Booking>) => {
		// The rest of the time is free for others.
		const end = one.from.includes('T') ? one.to : [one.to, today() > one.from ? today() : one.from].sort()[0];
		return kept.update(one.id, { state: 'returned', to: end ?? one.to });
	};
	return (
		<div className="bookings-desk wide">
			<Heading title={heading} text={intro} />
			<Ready of={kept}>
				{shown.length === 0 ? (
					<Empty title={none} icon="calendar" />
				) : (
					<ul className="bookings-desk-list" aria-label={heading}>
						{shown.map((one) => (
							<Row
								key={one.id}
								{...{ booking: one, handOver }}
								onGive={() => void kept.update(one.id, { state: 'given' })}
								onReturn={() => void takeBack(one)}
								onRemove={() => setAsked(one)}
							/>
						))}
					</ul>
				)}
			</Ready>
			{asked && (
				<Dialog title={words('sure-title')} onClose={() => setAsked(undefined)}>
					<p>{`${asked.title}, ${sayWhen(asked)}`}</p>
					<div className="form-actions">
						<Button
							look="danger"
							onClick={async () => {
								await kept.remove(asked.id);
								setAsked(undefined);
							}}
						>
							{words('remove-it')}
						</Button>
						<Button onClick={() => setAsked(undefined)}>{words('keep')}</Button>
					</div>
				</Dialog>
			)}
		</div>
	);
}

interface RowProps {
	booking: Stored<Booking>;
	handOver: boolean;
	onGive: () => void;
	onReturn: () => void;
	onRemove: () => void;
}

function Row({ booking, handOver, onGive, onReturn, onRemove }: RowProps) {
	const { title, state, details, to } = booking;
	const name = `${title}, ${sayWhen(booking)}`;
	const isLate = state === 'given' && addDays(to.slice(0, 10), 0) < today();
	return (
		<li className="bookings-desk-one card">
			<div>
				<h3>
					{title} {state === 'given' && <span className="tag">{words('given')}</span>}
					{isLate && <span className="bookings-desk-late">{words('late')}</span>}
				</h3>
				<p>{sayWhen(booking)}</p>
			</div>
			<dl className="bookings-desk-details">
				{details.map(({ label, value }) => (
					<div key={`${label} ${value}`}>
						<dt>{label || words('by')}</dt>
						<dd>{value}</dd>
					</div>
				))}
			</dl>
			<div className="row">
				{handOver && state === '' && (
					<Button size="small" look="primary" aria-label={words('give', { name })} onClick={onGive}>
						{words('give-it')}
					</Button>
				)}
				{handOver && state === 'given' && (
					<Button size="small" look="primary" aria-label={words('return', { name })} onClick={onReturn}>
						{words('return-it')}
					</Button>
				)}
				{state === '' && (
					<Button size="small" aria-label={words('remove', { name })} onClick={onRemove}>
						{words('remove-it')}
					</Button>
				)}
			</div>
		</li>
	);
}
