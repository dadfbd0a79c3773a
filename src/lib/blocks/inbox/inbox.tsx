import { useState } from 'react';
import { defineBlock } from '../../core/block';
import { useCollection, type Stored } from '../../core/collection';
import { dayAndTime } from '../../core/format';
import { CsvOut } from '../../web/ui/csv-buttons';
import { Empty } from '../../web/ui/empty';
import { Heading } from '../../web/ui/heading';
import { Ready } from '../../web/ui/ready';
import type { FormField } from '../data';
import './inbox.css';
import { shownValue, stateOf, tableOf, type Entry } from './logic';
import type { InboxParameters } from './parameters';
import { words } from './words';

/** All that a form has brought, for whoever runs the site. */
export const inbox = defineBlock<InboxParameters>({ name: 'inbox', Component: Inbox });

function Inbox({ parameters }: { parameters: InboxParameters }) {
	const { heading, intro, collection, fields, states = [], csv = false, none } = parameters;
	const kept = useCollection<Entry>(collection);
	const [state, setState] = useState('');
	const newest = [...kept.records].reverse();
	const shown = newest.filter((entry) => !state || stateOf(entry, states) === state);
	return (
		<div className="inbox wide">
			<Heading title={heading} text={intro} />
			<Ready of={kept}>
				{newest.length === 0 ? (
					<Empty title={none} />
				) : (
					<>
						<div className="inbox-bar no-print">
							{states.length > 0 && (
								<div className="row" role="group" aria-label={words('states')}>
									{['', ...states].map((one) => (
										<button key={one} type="button" className="chip" aria-pressed={one === state} onClick={() => setState(one)}>
											{one || words('all')}
										</button>
									))}
								</div>
							)}
							<span className="muted" role="status">
								{words('count', { n: shown.length })}
							</span>
							{csv && (
								<CsvOut
									name={collection}
									rows={() => tableOf(parameters, shown, { sent: words('sent'), state: words('states') })}
								/>
							)}
						</div>
						{shown.length === 0 && <Empty title={words('none-in', { state })} />}
						<ul className="inbox-list" aria-label={heading}>
							{shown.map((entry) => (
								<Card
									key={entry.id}
									{...{ entry, fields, states, state: stateOf(entry, states) }}
									onState={(to) => void kept.update(entry.id, { state: to })}
								/>
							))}
						</ul>
					</>
				)}
			</Ready>
		</div>
	);
}

interface CardProps {
	entry: Stored<Entry>;
	fields: readonly FormField[];
	states: readonly string[];
	state: string;
	onState: (state: string) => void;
}

function Card({ entry, fields, states, state, onState }: CardProps) {
	const when = dayAndTime(entry.createdAt);
	return (
		<li className="inbox-entry card">
			<header>
				<time className="muted" dateTime={entry.createdAt}>
					{when}
				</time>
				{states.length > 0 && (
					<select
						className="control"
						aria-label={words('state', { when })}
						value={state}
						onChange={(event) => onState(event.target.value)}
					>
						{states.map((one) => (
							<option key={one}>{one}</option>
						))}
					</select>
				)}
			</header>
			<dl>
				{fields.map((field) => {
					const value = shownValue(field, entry);
					return (
						value && (
							<div key={field.name} data-long={field.kind === 'longText' || undefined}>
								<dt>{field.label}</dt>
								<dd>{field.kind === 'email' ? <a href={`mailto:${value}`}>{value}</a> : value}</dd>
							</div>
						)
					);
				})}
			</dl>
		</li>
	);
}
