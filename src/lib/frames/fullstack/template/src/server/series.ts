/** Numbers over time or by group, for dashboards. Times are in UTC. */
import type { Db } from './db';

export interface Point {
	label: string;
	value: number;
}
interface Measure {
	table: string;
	/** The SQL that is counted or summed, `t` being the table: `count(t.id)` or `sum(t.amount_cents)`. */
	value: string;
	where?: string;
}

/** One point per day, week (from Monday) or month up to now, empty ones as zero; the label is the first day. */
export const series = (
	db: Db,
	now: Date,
	plan: Measure & { unit: 'day' | 'week' | 'month'; count: number; date: string }
): Promise<Point[]> =>
	db.query<Point>(
		`select to_char(d, 'YYYY-MM-DD') as label, coalesce(${plan.value}, 0)::float8 as value
     from generate_series(date_trunc('${plan.unit}', $1::timestamptz at time zone 'UTC') - interval '${plan.count - 1} ${plan.unit}',
       date_trunc('${plan.unit}', $1::timestamptz at time zone 'UTC'), interval '1 ${plan.unit}') d
     left join ${plan.table} t on date_trunc('${plan.unit}', ${plan.date}) = d ${plan.where ? `and ${plan.where}` : ''}
     group by d order by d`,
		[now.toISOString()]
	);

/** One point per value of a column, largest first. */
export const groups = (db: Db, plan: Measure & { by: string; joins?: string; limit: number }): Promise<Point[]> =>
	db.query<Point>(
		`select ${plan.by} as label, coalesce(${plan.value}, 0)::float8 as value from ${plan.table} t ${plan.joins ?? ''}
     where ${plan.by} is not null ${plan.where ? `and ${plan.where}` : ''} group by 1 order by 2 desc, 1 limit ${plan.limit}`
	);
