import { useState } from 'react';
import { isAmong, useAccount } from '../../core/account';
import { defineBlock } from '../../core/block';
import { useCollection, type Collection, type Stored } from '../../core/collection';
import { addMonths, monthDays, today } from '../../core/days';
import type { FormField } from '../../core/fields';
import * as format from '../../core/format';
import { t } from '../../core/words';
import { Button, IconButton } from '../../web/ui/button';
import { Choices } from '../../web/ui/choices';
import { Dialog } from '../../web/ui/dialog';
import { Empty } from '../../web/ui/empty';
import { Form } from '../../web/ui/form';
import { Heading } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import { Ready } from '../../web/ui/ready';
import './calendar.css';
import { byMonth, firstMonth, hoursOf, inOrder } from './logic';
import type { CalendarEvent, CalendarParameters } from './parameters';
import { words } from './words';

/** What is on: by month and as a list. */
export const calendar = defineBlock<CalendarParameters>({
	name: 'calendar',
	Component: Calendar,
	collections: ({ collection, events, mayAdd }) => ({
		[collection]: { seed: events, rules: { create: mayAdd === 'everybody' ? 'everybody' : 'owner', change: 'maker' } }
	})
});

type Event = Stored<CalendarEvent>;

function Calendar({ parameters }: { parameters: CalendarParameters }) {
	const { heading, intro, views, mayAdd, none } = parameters;
	const kept = useCollection<CalendarEvent>(parameters.collection);
	const account = useAccount();
	const [view, setView] = useState(views[0] ?? 'month');
	const [month, setMonth] = useState(() => firstMonth(parameters.events, today()));
	const [day, setDay] = useState('');
	const [isAdding, setAdding] = useState(false);
	const canAdd = mayAdd !== 'nobody' && isAmong(account, mayAdd === 'owner' ? 'owner' : 'everybody');
	const shown = { events: kept.records, onRemove: canAdd ? (id: string) => void kept.remove(id) : undefined, none };
	return (
		<div className="calendar wide">
			<div className="calendar-head">
				<Heading title={heading} text={intro} />
				{canAdd && (
					<Button look="primary" icon="plus" onClick={() => setAdding(true)}>
						{words('add')}
					</Button>
				)}
			</div>
			{views.length > 1 && (
				<Choices
					label={words('view')}
					isQuiet
					options={views.map((one) => [one, words(one)] as const)}
					value={view}
					onChange={setView}
				/>
			)}
			<Ready of={kept}>
				{view === 'month' ? <Month {...{ month, day, ...shown }} onMonth={setMonth} onDay={setDay} /> : <List {...shown} />}
			</Ready>
			{isAdding && (
				<AddDialog
					{...{ kept, day }}
					onClose={() => setAdding(false)}
					onAdded={({ date }) => {
						setMonth(date.slice(0, 7));
						setDay(date);
						setAdding(false);
					}}
				/>
			)}
		</div>
	);
}

interface ShownProps {
	events: readonly Event[];
	/** Undefined for those who may not. */
	onRemove: ((id: string) => void) | undefined;
	none: string;
}

interface MonthProps extends ShownProps {
	month: string;
	/** The day that is open; '' when none is. */
	day: string;
	onMonth: (month: string) => void;
	onDay: (day: string) => void;
}

function Month({ month, day, events, onRemove, none, onMonth, onDay }: MonthProps) {
	const days = monthDays(month);
	const own = (one: string) => inOrder(events.filter(({ date }) => date === one));
	const go = (to: string) => {
		onMonth(to);
		onDay('');
	};
	return (
		<div className="calendar-parts">
			<section className="calendar-month">
				<header className="calendar-nav">
					<h3 aria-live="polite">{format.month(`${month}-01`)}</h3>
					<div className="row">
						<IconButton label={words('previous-month')} icon="left" onClick={() => go(addMonths(month, -1))} />
						<Button size="small" onClick={() => go(today().slice(0, 7))}>
							{words('today')}
						</Button>
						<IconButton label={words('next-month')} icon="right" onClick={() => go(addMonths(month, 1))} />
					</div>
				</header>
				<div className="calendar-grid">
					{days.slice(0, 7).map((one) => (
						<span key={one} className="calendar-weekday" aria-hidden="true">
							{format.dayName(one).slice(0, 2)}
						</span>
					))}
					{days.map((one) => (
						<button
							key={one}
							type="button"
							className="calendar-day"
							data-other={!one.startsWith(month) || undefined}
							data-today={one === today() || undefined}
							aria-pressed={one === day}
							aria-label={words('events', {
								day: format.day(one),
								n:
									own(one)
										.map(({ title }) => title)
										.join(', ') || '–'
							})}
							onClick={() => onDay(one)}
						>
							<b>{Number(one.slice(8))}</b>
							{own(one)
								.slice(0, 2)
								.map(({ id, title }) => (
									<span key={id}>{title}</span>
								))}
							{own(one).length > 2 && <span>+{own(one).length - 2}</span>}
						</button>
					))}
				</div>
			</section>
			<section className="calendar-open" aria-live="polite">
				{day && (
					<>
						<h3>{format.weekday(day)}</h3>
						{own(day).length ? <Events events={own(day)} onRemove={onRemove} /> : <p className="muted">{none}</p>}
					</>
				)}
			</section>
		</div>
	);
}

function List({ events, onRemove, none }: ShownProps) {
	const months = byMonth(events, today());
	if (!months.length) return <Empty title={none} icon="calendar" />;
	return (
		<div className="calendar-list">
			{months.map(([month, own]) => (
				<section key={month}>
					<h3>{format.month(`${month}-01`)}</h3>
					<Events events={own} onRemove={onRemove} hasDays />
				</section>
			))}
		</div>
	);
}

function Events({
	events,
	onRemove,
	hasDays = false
}: {
	events: readonly Event[];
	onRemove: ShownProps['onRemove'];
	hasDays?: boolean;
}) {
	return (
		<ul className="calendar-events">
			{events.map((event) => (
				<li key={event.id} className="card">
					<div>
						<p className="calendar-when">{[hasDays && format.weekday(event.date), hoursOf(event)].filter(Boolean).join(', ')}</p>
						<h4>{event.title}</h4>
						{event.place && (
							<p className="calendar-place">
								<Icon name="pin" /> {event.place}
							</p>
						)}
						{event.text && <p>{event.text}</p>}
					</div>
					{onRemove && (
						<IconButton label={words('remove', { name: event.title })} icon="trash" onClick={() => onRemove(event.id)} />
					)}
				</li>
			))}
		</ul>
	);
}

export const fieldsOf = (): FormField[] => [
	{ name: 'title', label: words('title'), kind: 'text', isRequired: true, max: 80 },
	{ name: 'date', label: words('date'), kind: 'date', isRequired: true },
	{ name: 'from', label: words('from'), kind: 'time' },
	{ name: 'to', label: words('to'), kind: 'time' },
	{ name: 'place', label: words('place'), kind: 'text' },
	{ name: 'text', label: words('text'), kind: 'longText' }
];

interface AddDialogProps {
	kept: Collection<CalendarEvent>;
	day: string;
	onClose: () => void;
	onAdded: (event: CalendarEvent) => void;
}

function AddDialog({ kept, day, onClose, onAdded }: AddDialogProps) {
	const [problem, setProblem] = useState('');
	return (
		<Dialog title={words('add')} onClose={onClose}>
			<Form
				fields={fieldsOf()}
				values={{ date: day }}
				submit={t('add')}
				onCancel={onClose}
				onSubmit={async ({ title, date, from, to, place, text }) => {
					const [begins, ends] = [String(from), String(to)];
					if (ends && ends <= begins) return setProblem(words('order'));
					const event = {
						title: String(title),
						date: String(date),
						from: begins,
						to: ends,
						place: String(place),
						text: String(text)
					};
					await kept.create(event);
					onAdded(event);
				}}
			>
				{problem && (
					<p className="field-error" role="alert">
						{problem}
					</p>
				)}
			</Form>
		</Dialog>
	);
}
