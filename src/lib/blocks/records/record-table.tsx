import type { Stored } from '../../core/collection';
import type { FormValues } from '../../core/fields';
import { showValue, type Field } from '../../core/finding';
import { isoDay } from '../../core/format';
import { IconButton } from '../../web/ui/button';
import { isOverdue } from './logic';
import type { RecordsParameters } from './parameters';
import { words } from './words';

export type Kept = Stored<FormValues>;

interface RecordTableProps {
	parameters: RecordsParameters;
	records: readonly Kept[];
	onEdit: (record: Kept) => void;
	onDelete: (record: Kept) => void;
	onTick: (record: Kept, name: string, isTicked: boolean) => void;
}

/** The records as a table; on a narrow screen each is a card of its own. */
export function RecordTable({ parameters, records, onEdit, onDelete, onTick }: RecordTableProps) {
	const { fields, titleField, columns, all } = parameters;
	const shown = [titleField, ...columns].flatMap((name) => {
		const field = fields.find((one) => one.name === name);
		return field && field.kind !== 'password' ? [{ ...field, kind: field.kind }] : [];
	});
	const title = shown[0];
	return (
		<table className="table record-table" aria-label={all}>
			<thead>
				<tr>
					{shown.map(({ name, label, kind }) => (
						<th key={name} scope="col" data-kind={kind}>
							{label}
						</th>
					))}
					<th className="no-print">
						<span className="visually-hidden">{words('actions')}</span>
					</th>
				</tr>
			</thead>
			<tbody>
				{records.map((record) => {
					const name = title ? showValue(title, record[titleField]) : '';
					return (
						<tr key={record.id}>
							{shown.map((field) => (
								<Cell key={field.name} {...{ field, record, name, parameters, onTick }} />
							))}
							<td className="record-actions no-print">
								<IconButton label={words('edit', { name })} icon="edit" onClick={() => onEdit(record)} />
								<IconButton label={words('delete', { name })} icon="trash" onClick={() => onDelete(record)} />
							</td>
						</tr>
					);
				})}
			</tbody>
		</table>
	);
}

interface CellProps {
	field: Field;
	record: Kept;
	/** Of the record. */
	name: string;
	parameters: RecordsParameters;
	onTick: RecordTableProps['onTick'];
}

function Cell({ field, record, name, parameters: { due, titleField }, onTick }: CellProps) {
	const { label, kind } = field;
	const value = record[field.name];
	if (field.name === titleField)
		return (
			<th scope="row" className="record-title">
				{name}
			</th>
		);
	if (kind === 'check')
		return (
			<td data-kind={kind} data-label={label}>
				<input
					type="checkbox"
					aria-label={words('ticked', { label, name })}
					checked={value === true}
					onChange={(event) => onTick(record, field.name, event.target.checked)}
				/>
			</td>
		);
	const isLate = due?.field === field.name && isOverdue(record, due, isoDay(new Date()));
	return (
		<td data-kind={kind} data-label={label} data-late={isLate || undefined}>
			<span>
				{showValue(field, value)}
				{isLate && <span className="record-late">{words('overdue')}</span>}
			</span>
		</td>
	);
}
