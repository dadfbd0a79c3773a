import { useState } from 'react';
import { defineBlock } from '../../core/block';
import { useCollection, type Collection } from '../../core/collection';
import { today } from '../../core/days';
import * as format from '../../core/format';
import { useDetail, useTitle } from '../../web/detail';
import { NotFound } from '../../web/not-found';
import { Link } from '../../web/router';
import { Heading, Title } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import { Picture } from '../../web/ui/picture';
import { Ready } from '../../web/ui/ready';
import './booking.css';
import { BookingForm, type Preset } from './booking-form';
import { DayView } from './day-view';
import { awayUntil, slugOfResource, type Booking } from './logic';
import { MonthView } from './month-view';
import type { BookingParameters, BookingResource } from './parameters';
import { words } from './words';

/** Rooms, things or hours to book: what is free, and a form that refuses what is not. */
export const booking = defineBlock<BookingParameters>({
	name: 'booking',
	Component: BookingBlock,
	opens: true,
	collections: ({ collection, who, places }) => ({
		[collection]: {
			rules: {
				...{
					create: who,
					change: 'maker',
					shows: ['resource', 'from', 'to', 'state'],
					ownerSets: ['state'],
					starts: { state: '' }
				},
				...(places
					? { limited: { same: ['resource', 'from'], limit: places } }
					: { noOverlap: { same: ['resource'], from: 'from', to: 'to' } })
			}
		}
	})
});

export interface Parts {
	parameters: BookingParameters;
	kept: Collection<Booking>;
}

function BookingBlock({ parameters }: { parameters: BookingParameters }) {
	const { heading, intro, unit, resources } = parameters;
	const kept = useCollection<Booking>(parameters.collection);
	const { slug } = useDetail();
	const isByDay = unit.kind === 'days' || unit.kind === 'nights';
	const opened = resources.find((one) => slugOfResource(one) === slug);
	if (slug && !(isByDay && opened)) return <NotFound />;
	if (opened) return <ResourcePage {...{ parameters, kept }} resource={opened} />;
	const [only] = resources;
	return (
		<div className="booking wide">
			<Heading title={heading} text={intro} />
			<Ready of={kept}>
				{!isByDay ? (
					<Times {...{ parameters, kept }} />
				) : resources.length === 1 && only ? (
					<Days {...{ parameters, kept }} resource={only} />
				) : (
					<Cards {...{ parameters, kept }} />
				)}
			</Ready>
		</div>
	);
}

/** Hours or slots of a day for all resources, and the form. */
function Times({ parameters, kept }: Parts) {
	const [day, setDay] = useState(today());
	const [preset, setPreset] = useState<Preset>();
	return (
		<div className="booking-parts">
			<DayView {...{ parameters, bookings: kept.records, day, onDay: setDay }} onPick={setPreset} />
			<BookingForm key={preset ? JSON.stringify(preset) : day} {...{ parameters, kept }} preset={preset ?? { day }} />
		</div>
	);
}

/** Days of one resource, and the form. */
function Days({ parameters, kept, resource }: Parts & { resource: BookingResource }) {
	const [preset, setPreset] = useState<Preset>({});
	return (
		<div className="booking-parts">
			<MonthView {...{ parameters, bookings: kept.records, resource, preset }} onPick={setPreset} />
			<BookingForm key={JSON.stringify(preset)} {...{ parameters, kept, resource }} preset={preset} />
		</div>
	);
}

/** All resources, each free or with the day that it is back. */
function Cards({ parameters: { resources, all }, kept }: Parts) {
	const { hrefOf } = useDetail();
	return (
		<ul className="booking-cards grid" aria-label={all}>
			{resources.map((resource) => {
				const slug = slugOfResource(resource);
				const { name, text, picture } = resource;
				return (
					<li key={slug} className="booking-card card">
						<Picture picture={picture ?? { label: name }} />
						<div className="booking-card-words">
							<h3>
								<Link href={hrefOf(slug)}>{name}</Link>
							</h3>
							{text && <p>{text}</p>}
							<Status bookings={kept.records} slug={slug} />
						</div>
					</li>
				);
			})}
		</ul>
	);
}

function Status({ bookings, slug }: { bookings: readonly Booking[]; slug: string }) {
	const until = awayUntil(bookings, slug, today());
	return (
		<p className="booking-status" data-free={until === undefined}>
			{until === undefined ? words('free-now') : words('back-on', { day: format.day(until < today() ? today() : until) })}
		</p>
	);
}

function ResourcePage({ parameters, kept, resource }: Parts & { resource: BookingResource }) {
	const { back } = useDetail();
	const { name, text, picture } = resource;
	useTitle(name);
	return (
		<article className="booking wide">
			<Link className="booking-back no-print" href={back}>
				<Icon name="back" /> {words('all-of', { all: parameters.all })}
			</Link>
			<header className="booking-head">
				{picture && <Picture picture={picture} />}
				<div>
					<Title>{name}</Title>
					{text && <p>{text}</p>}
					<Status bookings={kept.records} slug={slugOfResource(resource)} />
				</div>
			</header>
			<Ready of={kept}>
				<Days {...{ parameters, kept, resource }} />
			</Ready>
		</article>
	);
}
