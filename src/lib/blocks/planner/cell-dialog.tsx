import { useState } from 'react';
import { t } from '../../core/words';
import { Button } from '../../web/ui/button';
import { Dialog } from '../../web/ui/dialog';
import { SelectField } from '../../web/ui/field';
import { Form } from '../../web/ui/form';
import { cellAt, moved, written, type Cell } from './logic';
import type { PlannerParameters } from './parameters';
import { words } from './words';

interface CellDialogProps {
	parameters: PlannerParameters;
	rows: readonly string[];
	columns: readonly string[];
	place: { row: number; column: number };
	cells: readonly Cell[];
	onCells: (cells: Cell[]) => void;
	onClose: () => void;
}

/** What stands in a place of the grid: to write, to move elsewhere, to clear. */
export function CellDialog({ parameters, rows, columns, place, cells, onCells, onClose }: CellDialogProps) {
	const cell = cellAt(cells, place.row, place.column);
	const [to, setTo] = useState(place);
	const change = (next: Cell[]) => {
		onCells(next);
		onClose();
	};
	const choices = (names: readonly string[]) => names.map((name, index) => [String(index), name] as const);
	return (
		<Dialog title={`${rows[place.row]}, ${columns[place.column]}`} onClose={onClose}>
			<Form
				fields={parameters.cell}
				values={cell?.values ?? {}}
				submit={t('save')}
				onCancel={onClose}
				onSubmit={(values) => change(written(cells, { ...place, values, isDone: cell?.isDone ?? false }))}
			/>
			{cell && (
				<div className="planner-move">
					<strong>{words('move')}</strong>
					<div className="planner-move-to">
						<SelectField
							label={words('move-row')}
							options={choices(rows)}
							value={String(to.row)}
							onChange={({ target }) => setTo({ ...to, row: Number(target.value) })}
						/>
						<SelectField
							label={words('move-column')}
							options={choices(columns)}
							value={String(to.column)}
							onChange={({ target }) => setTo({ ...to, column: Number(target.value) })}
						/>
					</div>
					<div className="row">
						<Button disabled={to.row === place.row && to.column === place.column} onClick={() => change(moved(cells, place, to))}>
							{words('move-it')}
						</Button>
						<Button look="danger" onClick={() => change(cells.filter((one) => one !== cell))}>
							{words('clear-it')}
						</Button>
					</div>
				</div>
			)}
		</Dialog>
	);
}
