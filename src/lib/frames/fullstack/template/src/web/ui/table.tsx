import type { ReactNode } from 'react';
import type { Query } from '../query';
import { Button } from './button';
import { Icon } from './icon';
import { Empty, ErrorState, Skeleton } from './states';

export interface Column<T> {
	title: string;
	cell: (row: T, index: number) => ReactNode;
	/** Name of the server's sort; the heading becomes a button. */
	sort?: string;
	end?: boolean;
	/** Left out on small screens. */
	wide?: boolean;
}
export interface ListState {
	q: string;
	sort: string;
	dir: string;
	page: number;
}
interface Props<T> {
	label: string;
	columns: readonly Column<T>[];
	rows: readonly T[] | undefined;
	rowKey: (row: T) => string | number;
	state?: ListState;
	onState?: (change: Partial<ListState>) => void;
	empty: ReactNode;
	placeholders?: number;
}

export function Table<T>({ label, columns, rows, rowKey, state, onState, empty, placeholders = 5 }: Props<T>) {
	if (rows?.length === 0) return <>{empty}</>;
	const shape = (column: Column<T>) => ({ 'data-end': column.end || undefined, 'data-wide': column.wide || undefined });
	return (
		<div className="table-scroll">
			<table className="table" aria-label={label} aria-busy={!rows}>
				<thead>
					<tr>
						{columns.map((column) => {
							const on = column.sort !== undefined && state?.sort === column.sort;
							const turn = () => onState?.({ sort: column.sort!, dir: on && state?.dir === 'asc' ? 'desc' : 'asc', page: 1 });
							return (
								<th
									key={column.title}
									scope="col"
									{...shape(column)}
									aria-sort={on ? (state?.dir === 'asc' ? 'ascending' : 'descending') : undefined}
								>
									{column.sort ? (
										<button type="button" onClick={turn}>
											{column.title}
											<Icon name={on && state?.dir === 'desc' ? 'down' : 'up'} />
										</button>
									) : (
										column.title
									)}
								</th>
							);
						})}
					</tr>
				</thead>
				<tbody>
					{rows
						? rows.map((row, index) => (
								<tr key={rowKey(row)}>
									{columns.map((column) => (
										<td key={column.title} {...shape(column)}>
											{column.cell(row, index)}
										</td>
									))}
								</tr>
							))
						: Array.from({ length: placeholders }, (_, i) => (
								<tr key={i}>
									{columns.map((column) => (
										<td key={column.title} {...shape(column)}>
											<Skeleton width={column.end ? 56 : '70%'} />
										</td>
									))}
								</tr>
							))}
				</tbody>
			</table>
		</div>
	);
}

/** A table fed by one list endpoint: search, sort and pages run on the server. */
export function DataTable<T>({
	query,
	state,
	onState,
	noun,
	...rest
}: Omit<Props<T>, 'rows' | 'empty'> & {
	query: Query<{ rows: T[]; total: number; page: number; size: number }>;
	state: ListState;
	onState: (change: Partial<ListState>) => void;
	noun: string;
}) {
	if (query.error) return <ErrorState error={query.error} retry={query.reload} />;
	const { data } = query;
	const empty = state.q ? (
		<Empty title={`No ${noun} match “${state.q}”`} icon="search" hint="Check the spelling or search for something else.">
			<Button onClick={() => onState({ q: '', page: 1 })}>Clear search</Button>
		</Empty>
	) : (
		<Empty title={`No ${noun} yet`} />
	);
	const last = data ? Math.max(1, Math.ceil(data.total / data.size)) : 1;
	return (
		<>
			<Table {...rest} rows={data?.rows} state={state} onState={onState} empty={empty} />
			{data && data.total > 0 && (
				<nav className="pager" aria-label={`Pages of ${noun}`}>
					<span role="status">
						{data.total === 0
							? 'None'
							: `${(data.page - 1) * data.size + 1}–${Math.min(data.total, data.page * data.size)} of ${data.total}`}
					</span>
					{last > 1 && (
						<span className="pager-buttons">
							<Button look="quiet" disabled={data.page <= 1} onClick={() => onState({ page: data.page - 1 })}>
								Previous
							</Button>
							<Button look="quiet" disabled={data.page >= last} onClick={() => onState({ page: data.page + 1 })}>
								Next
							</Button>
						</span>
					)}
				</nav>
			)}
		</>
	);
}
