import type { Db } from './db';

export interface ListArgs<Sort extends string = string> {
	q: string;
	sort: Sort;
	dir: 'asc' | 'desc';
	page: number;
	size: number;
}
interface ListPlan {
	columns: string;
	from: string;
	/** What `from` calls $2, $3, …; $1 is the search. */
	params?: readonly unknown[];
	search: string[];
	/** Sort names a caller may use, and the SQL they stand for. */
	sorts: Record<string, string>;
	/** Makes the order complete, so pages do not overlap. */
	tie: string;
}

/** Searched, sorted, paged rows of one table or join. */
export async function list<T>(db: Db, plan: ListPlan, args: ListArgs) {
	const where = plan.search.map((column) => `${column} ilike $1`).join(' or ');
	const like = `%${args.q.replace(/[\\%_]/g, '\\$&')}%`;
	const order = `${plan.sorts[args.sort]} ${args.dir} nulls last, ${plan.tie}`;
	const params = [like, ...(plan.params ?? [])];
	const [count] = await db.query<{ n: number }>(`select count(*)::int as n from ${plan.from} where ${where}`, params);
	const rows = await db.query<T>(
		`select ${plan.columns} from ${plan.from} where ${where} order by ${order} limit $${params.length + 1}::int offset $${params.length + 2}::int`,
		[...params, args.size, (args.page - 1) * args.size]
	);
	return { rows, total: count?.n ?? 0, page: args.page, size: args.size };
}

/** A timestamp as ISO text, the same from every driver. */
export const time = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
