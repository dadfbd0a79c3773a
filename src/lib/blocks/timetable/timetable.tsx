import { defineBlock } from '../../core/block';
import { dayName, weekday } from '../../core/format';
import { useNow } from '../../core/use-now';
import { Heading } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import { nextRow, rowsOn } from './logic';
import type { TimetableParameters } from './parameters';
import './timetable.css';
import { words } from './words';

const HALF_A_MINUTE_MS = 30_000;

/** What is when: a programme, hours of prayer, buses. */
export const timetable = defineBlock<TimetableParameters>({ name: 'timetable', Component: Timetable });

function Timetable({ parameters }: { parameters: TimetableParameters }) {
	const { heading, intro, exceptions = [], note, showsToday = false } = parameters;
	const now = useNow(HALF_A_MINUTE_MS);
	const rows = showsToday ? rowsOn(parameters, now.getDay()) : parameters.rows;
	const next = showsToday ? nextRow(rows, now) : -1;
	return (
		<div className="timetable narrow">
			<Heading title={heading} text={intro} />
			{showsToday && <p className="timetable-today">{words('today', { day: weekday(now) })}</p>}
			<ol className="timetable-rows">
				{rows.map(({ time, title, text }, index) => (
					<li key={index} data-next={index === next || undefined}>
						<span className="timetable-time">{time}</span>
						<div>
							<h3>{title}</h3>
							{text && <p className="muted">{text}</p>}
						</div>
						{index === next && <span className="tag">{words('next')}</span>}
					</li>
				))}
			</ol>
			{(exceptions.length > 0 || note) && (
				<div className="timetable-notes">
					{exceptions.map(({ weekday, title, time }) => (
						<p key={`${weekday} ${title}`}>
							<Icon name="info" />
							<span>{words('on', { day: dayName(new Date(2031, 0, 5 + weekday)), title, time })}</span>
						</p>
					))}
					{note && (
						<p>
							<Icon name="info" />
							<span>{note}</span>
						</p>
					)}
				</div>
			)}
		</div>
	);
}
