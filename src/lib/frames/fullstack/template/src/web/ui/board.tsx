import type { ReactNode } from 'react';
import { Select } from './field';

interface Props<T> {
	/** Value and title of each column, in order. */
	columns: readonly (readonly [string, string])[];
	rows: readonly T[];
	columnOf: (row: T) => string;
	rowKey: (row: T) => number;
	name: (row: T) => string;
	card: (row: T) => ReactNode;
	/** Left out when nobody may move anything. */
	onMove?: ((row: T, column: string) => void) | undefined;
}

/** Records in columns by state; a select box on each moves it, so that keyboards and screen readers can too. */
export function Board<T>({ columns, rows, columnOf, rowKey, name, card, onMove }: Props<T>) {
	return (
		<div className="board">
			{columns.map(([value, title]) => {
				const here = rows.filter((row) => columnOf(row) === value);
				return (
					<section key={value} aria-label={title}>
						<h2>
							{title} <span className="tab-count">{here.length}</span>
						</h2>
						{here.map((row) => (
							<article key={rowKey(row)} className="card" aria-label={name(row)}>
								{card(row)}
								{onMove && (
									<Select
										label={`Move ${name(row)}`}
										options={columns}
										value={value}
										onChange={(event) => onMove(row, event.target.value)}
									/>
								)}
							</article>
						))}
					</section>
				);
			})}
		</div>
	);
}
