import { useState } from 'react';
import { showValue } from '../../core/finding';
import { useDetail, useTitle } from '../../web/detail';
import { Link } from '../../web/router';
import { IconButton } from '../../web/ui/button';
import { Title } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import { PrintButton } from '../../web/ui/print';
import type { Stored } from '../../core/collection';
import { CellDialog } from './cell-dialog';
import { cellAt, columnsOf, rowsOf, shareDone, written, type Cell, type Plan } from './logic';
import type { PlannerParameters } from './parameters';
import { nameOf, Share, type Ask } from './planner';
import { words } from './words';

interface PlanPageProps {
	parameters: PlannerParameters;
	plan: Stored<Plan>;
	onAsk: (ask: Ask) => void;
	onCells: (cells: Cell[]) => void;
}

/** One plan: what it is about, and its grid. */
export function PlanPage({ parameters, plan, onAsk, onCells }: PlanPageProps) {
	const { fields, all, ticks, copies, print } = parameters;
	const { back } = useDetail();
	const [open, setOpen] = useState<{ row: number; column: number }>();
	const name = nameOf(parameters, plan);
	useTitle(name);
	const rows = rowsOf(parameters, plan);
	const columns = columnsOf(parameters);
	return (
		<article className="planner planner-page wide">
			<Link className="planner-back no-print" href={back}>
				<Icon name="back" /> {words('all-of', { all })}
			</Link>
			<header className="planner-head">
				<div>
					<Title>{name}</Title>
					<dl className="planner-facts">
						{fields.slice(1).map((field) => {
							const value = field.kind === 'password' ? '' : showValue({ ...field, kind: field.kind }, plan.values[field.name]);
							return (
								value && (
									<div key={field.name}>
										<dt>{field.label}</dt>
										<dd>{value}</dd>
									</div>
								)
							);
						})}
					</dl>
				</div>
				<div className="planner-actions no-print">
					{copies && <IconButton label={words('copy', { name })} icon="copy" onClick={() => onAsk({ kind: 'copy', plan })} />}
					<IconButton label={words('edit', { name })} icon="edit" onClick={() => onAsk({ kind: 'edit', plan })} />
					<IconButton label={words('delete', { name })} icon="trash" onClick={() => onAsk({ kind: 'delete', plan })} />
					{print && <PrintButton />}
				</div>
			</header>
			{ticks && <Share share={shareDone(plan.cells, rows.length, columns.length)} />}
			<div className="planner-grid-wrap">
				<table className="planner-grid" aria-label={name}>
					<thead>
						<tr>
							<td />
							{columns.map((column) => (
								<th key={column} scope="col">
									{column}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{rows.map((label, row) => (
							<tr key={label}>
								<th scope="row">{label}</th>
								{columns.map((title, column) => (
									<Place
										key={title}
										{...{ parameters, where: { row: label, column: title }, cell: cellAt(plan.cells, row, column) }}
										onOpen={() => setOpen({ row, column })}
										onDone={(cell, isDone) => onCells(written(plan.cells, { ...cell, isDone }))}
									/>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</div>
			{open && (
				<CellDialog
					{...{ parameters, rows, columns, place: open, cells: plan.cells, onCells }}
					onClose={() => setOpen(undefined)}
				/>
			)}
		</article>
	);
}

interface PlaceProps {
	parameters: PlannerParameters;
	/** What the row and the column are called. */
	where: { row: string; column: string };
	cell: Cell | undefined;
	onOpen: () => void;
	onDone: (cell: Cell, isDone: boolean) => void;
}

function Place({ parameters: { cell: fields, ticks }, where, cell, onOpen, onDone }: PlaceProps) {
	if (!cell)
		return (
			<td>
				<button type="button" className="planner-place" data-empty aria-label={words('empty-cell', where)} onClick={onOpen}>
					<Icon name="plus" />
				</button>
			</td>
		);
	const [first, ...others] = fields;
	const what = String(cell.values[first?.name ?? ''] ?? '');
	return (
		<td data-done={cell.isDone || undefined}>
			<button type="button" className="planner-place" aria-label={words('cell', { ...where, what })} onClick={onOpen}>
				<strong>{what}</strong>
				{others.map((field) => {
					const value = field.kind === 'password' ? '' : showValue({ ...field, kind: field.kind }, cell.values[field.name]);
					return (
						value && (
							<span key={field.name}>
								<i>{field.label}:</i> {value}
							</span>
						)
					);
				})}
			</button>
			{ticks && (
				<label className="planner-tick">
					<input
						type="checkbox"
						checked={cell.isDone}
						aria-label={words('mark-done', { what: `${where.row}, ${where.column}` })}
						onChange={(event) => onDone(cell, event.target.checked)}
					/>
					{words('done')}
				</label>
			)}
		</td>
	);
}
