import { defineBlock } from '../../core/block';
import { dayName } from '../../core/format';
import { useNow } from '../../core/use-now';
import { Heading } from '../../web/ui/heading';
import { nextOpening, openUntil } from './logic';
import './opening-hours.css';
import type { OpeningHoursParameters, OpeningRow } from './parameters';
import { words } from './words';

const HALF_A_MINUTE_MS = 30_000;
const DAY_MS = 86_400_000;

/** When it is open, and whether it is now. */
export const openingHours = defineBlock<OpeningHoursParameters>({ name: 'opening-hours', Component: OpeningHours });

function OpeningHours({ parameters: { heading, rows, note } }: { parameters: OpeningHoursParameters }) {
	const now = useNow(HALF_A_MINUTE_MS);
	const until = openUntil(rows, now);
	return (
		<div className="opening-hours narrow">
			<Heading title={heading} />
			<div className="card">
				<p className="opening-hours-now" data-open={until !== undefined || undefined} role="status">
					<strong>{until === undefined ? words('closed') : words('open', { until })}</strong>
					{until === undefined && <span>{nextText(rows, now)}</span>}
				</p>
				<dl className="opening-hours-rows">
					{rows.map((row) => (
						<div key={row.days} data-today={row.weekdays.includes(now.getDay()) || undefined}>
							<dt>{row.days}</dt>
							<dd>{hoursOf(row)}</dd>
						</div>
					))}
				</dl>
				{note && <p>{note}</p>}
			</div>
		</div>
	);
}

const hoursOf = ({ hours, from, to }: OpeningRow) => hours ?? (from && to ? `${from} – ${to}` : words('shut'));

function nextText(rows: readonly OpeningRow[], now: Date): string {
	const next = nextOpening(rows, now);
	if (!next) return '';
	if (next.inDays === 0) return words('today', { from: next.from });
	return words('later', { day: dayName(new Date(now.getTime() + next.inDays * DAY_MS)), from: next.from });
}
