/** One table, read and written by its contract: the SQL that every entity shares. */
import type { Db } from './db';
import { DbError } from './db-errors';
import { AppError } from './errors';
import { list, time, type ListArgs } from './list';

export type ColumnType = 'text' | 'integer' | 'float8' | 'boolean' | 'date' | 'timestamptz';
export interface TablePlan {
	table: string;
	/** Field name to column and type, in the order of the form. */
	columns: Record<string, readonly [column: string, type: ColumnType]>;
	/** Fields that only reading gives: name to SQL. `t` is the table itself. */
	extra?: Record<string, string>;
	joins?: string;
	search: readonly string[];
	/** SQL of the name a record goes by. */
	label: string;
	/** Records belong to who made them: only the owner (and administrators) see or change them. */
	owned?: boolean;
	/** The field that names the record which this one lives inside. */
	parent?: string;
}
/** @source PostgreSQL, appendix A: error codes */
const IN_USE = new Set(['23001', '23503']);
type Values = Record<string, unknown>;
export interface Viewer {
	id: number;
	role: string;
}

const read = (column: string, type: ColumnType) =>
	type === 'timestamptz'
		? time(`t.${column}`)
		: type === 'date'
			? `to_char(t.${column}, 'YYYY-MM-DD')`
			: type === 'float8'
				? `t.${column}::float8`
				: `t.${column}`;

export function table<Row extends { id: number }>(plan: TablePlan) {
	const fields = Object.entries(plan.columns);
	const selected = [
		't.id',
		...fields.map(([name, [column, type]]) => `${read(column, type)} as "${name}"`),
		...Object.entries(plan.extra ?? {}).map(([name, sql]) => `${sql} as "${name}"`),
		`${plan.label} as "label"`,
		't.created_by as "createdBy"',
		`${time('t.created_at')} as "createdAt"`
	].join(', ');
	const from = `${plan.table} t ${plan.joins ?? ''}`;
	const sorts: Record<string, string> = {
		label: plan.label,
		createdAt: 't.created_at',
		...Object.fromEntries(fields.map(([name, [column]]) => [name, `t.${column}`])),
		...plan.extra
	};
	const given = (values: Values) => fields.filter(([name]) => values[name] !== undefined);
	/** Writes; what the database refuses is told by the contract's fields, not by columns. */
	const write = async <T>(work: Promise<T>): Promise<T> => {
		try {
			return await work;
		} catch (error) {
			throw error instanceof DbError ? inFields(plan, error) : error;
		}
	};

	return {
		async list(
			db: Db,
			args: ListArgs & {
				filters?: Values;
				between?: { field: string; from?: string | undefined; to?: string | undefined };
				viewer?: Viewer | undefined;
			}
		) {
			const where: string[] = [];
			const params: unknown[] = [];
			// The search is $1.
			const sent = (value: unknown, type: ColumnType) => `$${params.push(value) + 1}::${type}`;
			for (const [name, value] of Object.entries(args.filters ?? {})) {
				const column = plan.columns[name];
				if (value === undefined || value === '' || !column) continue;
				where.push(`t.${column[0]} = ${sent(value, column[1])}`);
			}
			const { field, from: first, to: last } = args.between ?? {};
			const dated = field ? plan.columns[field]?.[0] : undefined;
			if (dated && first) where.push(`t.${dated} >= ${sent(first, 'date')}`);
			if (dated && last) where.push(`t.${dated} < ${sent(last, 'date')} + 1`);
			if (args.viewer) where.push(`t.created_by = ${sent(args.viewer.id, 'integer')}`);
			const narrowed = where.length ? `(select * from ${plan.table} t where ${where.join(' and ')}) t ${plan.joins ?? ''}` : from;
			return list<Row>(db, { columns: selected, from: narrowed, params, search: [...plan.search], sorts, tie: 't.id' }, args);
		},
		async find(db: Db, id: number): Promise<Row | undefined> {
			const [row] = await db.query<Row>(`select ${selected} from ${from} where t.id = $1`, [id]);
			return row;
		},
		async insert(db: Db, values: Values, by: { userId: number | null; at: Date }): Promise<Row> {
			const used = given(values);
			const names = [...used.map(([, [column]]) => column), 'created_by', 'created_at'];
			const casts = [...used.map(([, [, type]]) => type), 'integer', 'timestamptz'];
			const [row] = await write(
				db.query<{ id: number }>(
					`insert into ${plan.table} (${names.join(', ')}) values (${casts.map((type, i) => `$${i + 1}::${type}`).join(', ')}) returning id`,
					[...used.map(([name]) => values[name]), by.userId, by.at.toISOString()]
				)
			);
			return (await this.find(db, row!.id))!;
		},
		async update(db: Db, id: number, values: Values): Promise<Row | undefined> {
			const used = given(values);
			const sets = used.map(([, [column, type]], i) => `${column} = $${i + 2}::${type}`);
			if (sets.length)
				await write(
					db.query(`update ${plan.table} set ${sets.join(', ')} where id = $1`, [id, ...used.map(([name]) => values[name])])
				);
			return this.find(db, id);
		},
		async remove(db: Db, id: number): Promise<void> {
			try {
				await db.query(`delete from ${plan.table} where id = $1`, [id]);
			} catch (error) {
				if (!(error instanceof DbError) || !IN_USE.has(error.code)) throw error;
				throw new AppError(
					409,
					'in_use',
					`Still in use: ${(error.table || 'other records').replace(/_/g, ' ')} belong to this. Delete or change those first.`
				);
			}
		},
		choices: (db: Db, viewer?: Viewer) =>
			db.query<{ id: number; label: string }>(
				`select t.id, ${plan.label} as label from ${from} ${viewer && plan.owned ? `where t.created_by = ${Number(viewer.id)}` : ''} order by 2, 1 limit 500`
			)
	};
}

/** The same error by the names of the fields; nothing can be put into a record that is not there. */
function inFields(plan: TablePlan, error: DbError): Error {
	const named = error.renamed((column) => Object.keys(plan.columns).find((name) => plan.columns[name]?.[0] === column) ?? column);
	const parent = named.code === '23503' ? named.columns.find((name) => name === plan.parent) : undefined;
	return parent ? new AppError(404, 'not_found', 'Check the marked fields', { [parent]: 'This record does not exist' }) : named;
}
