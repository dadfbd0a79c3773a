import { useState } from 'react';
import { defineBlock } from '../../core/block';
import { useCollection, type Stored } from '../../core/collection';
import * as format from '../../core/format';
import { Button } from '../../web/ui/button';
import { Dialog } from '../../web/ui/dialog';
import { Empty } from '../../web/ui/empty';
import { Heading } from '../../web/ui/heading';
import { Ready } from '../../web/ui/ready';
import { useToast } from '../../web/ui/toast';
import { isTooLate, type Booking } from '../booking/logic';
import { nowText, sayWhen } from '../booking/when';
import './my-bookings.css';
import type { MyBookingsParameters } from './parameters';
import { words } from './words';

/** What somebody has booked, and the way out of it. */
export const myBookings = defineBlock<MyBookingsParameters>({ name: 'my-bookings', Component: MyBookings });

function MyBookings({ parameters }: { parameters: MyBookingsParameters }) {
	const { heading, intro, collection, cancelUntilHours, none } = parameters;
	const kept = useCollection<Booking>(collection);
	const [asked, setAsked] = useState<Stored<Booking>>();
	const [late, setLate] = useState('');
	const say = useToast();
	const now = nowText();
	const mine = kept.records.filter(({ isMine }) => isMine).sort((a, b) => a.from.localeCompare(b.from));
	const isOver = ({ to }: Booking) => to <= now.slice(0, to.length);
	const coming = mine.filter((one) => !isOver(one));
	const over = mine.filter(isOver).reverse();
	const ask = (one: Stored<Booking>) => {
		const isLate = cancelUntilHours !== undefined && isTooLate(one, cancelUntilHours, nowText());
		setLate(isLate ? one.id : '');
		if (!isLate) setAsked(one);
	};
	return (
		<div className="my-bookings narrow">
			<Heading title={heading} text={intro} />
			<Ready of={kept}>
				{coming.length === 0 ? (
					<Empty title={none} icon="calendar" />
				) : (
					<ul className="my-bookings-list" aria-label={heading}>
						{coming.map((one) => (
							<li key={one.id} className="card">
								<div className="my-bookings-one">
									<div>
										<h3>{one.title}</h3>
										<p>{sayWhen(one)}</p>
										{one.price > 0 && <p className="muted">{format.money(one.price)}</p>}
									</div>
									{one.state === '' && (
										<Button aria-label={words('cancel', { name: `${one.title}, ${sayWhen(one)}` })} onClick={() => ask(one)}>
											{words('yes')}
										</Button>
									)}
								</div>
								{late === one.id && (
									<p className="field-error" role="alert">
										{words('late', { n: cancelUntilHours ?? 0 })}
									</p>
								)}
							</li>
						))}
					</ul>
				)}
				{over.length > 0 && (
					<section className="my-bookings-over">
						<h2>{words('earlier')}</h2>
						<ul>
							{over.map((one) => (
								<li key={one.id}>{`${one.title}, ${sayWhen(one)}`}</li>
							))}
						</ul>
					</section>
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
								say(words('cancelled', { name: asked.title }));
							}}
						>
							{words('yes')}
						</Button>
						<Button onClick={() => setAsked(undefined)}>{words('keep')}</Button>
					</div>
				</Dialog>
			)}
		</div>
	);
}
