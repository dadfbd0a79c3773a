import { useState } from 'react';
import { defineBlock } from '../../core/block';
import { useCollection, type Collection, type Stored } from '../../core/collection';
import type { FormValues } from '../../core/fields';
import { showValue, toStored } from '../../core/finding';
import * as format from '../../core/format';
import { t } from '../../core/words';
import { Button } from '../../web/ui/button';
import { RankChart } from '../../web/ui/charts';
import { CsvIn, CsvOut } from '../../web/ui/csv-buttons';
import { Dialog } from '../../web/ui/dialog';
import { Empty } from '../../web/ui/empty';
import { FindBar, NoneFound, useFinder } from '../../web/ui/find-bar';
import { Form } from '../../web/ui/form';
import { Heading } from '../../web/ui/heading';
import { PrintButton } from '../../web/ui/print';
import { Ready } from '../../web/ui/ready';
import { useToast } from '../../web/ui/toast';
import { sharesOf, totalOf } from './logic';
import type { RecordsParameters } from './parameters';
import './records.css';
import { cellOf, readTable } from './table';
import { RecordTable, type Kept } from './record-table';
import { words } from './words';

/** A list that somebody keeps: adds to, changes, sums up, takes away as a file. */
export const records = defineBlock<RecordsParameters>({
	name: 'records',
	Component: Records,
	collections: ({ collection, fields, records: seed, isPrivate }) => ({
		[collection]: {
			seed: toStored(shownFields(fields), seed),
			rules: { create: 'owner', change: 'owner', ...(isPrivate && { read: 'owner' }) }
		}
	})
});

const shownFields = (fields: RecordsParameters['fields']) =>
	fields.flatMap((field) => (field.kind === 'password' ? [] : [{ ...field, kind: field.kind }]));

type Open = { kind: 'add' } | { kind: 'edit' | 'delete'; record: Kept };

function Records({ parameters }: { parameters: RecordsParameters }) {
	const { heading, intro, one, all, collection, titleField, order, csv = false, print = false } = parameters;
	const kept = useCollection<FormValues>(collection);
	const [open, setOpen] = useState<Open>();
	const fields = shownFields(parameters.fields);
	const plan = { ...parameters, fields };
	const finder = useFinder(kept.records, plan, order && { sort: order.field, isFalling: order.isFalling ?? false });
	const { found } = finder;
	return (
		<div className="records wide">
			<div className="records-head">
				<Heading title={heading} text={intro} />
				<Button look="primary" icon="plus" onClick={() => setOpen({ kind: 'add' })}>
					{words('add', { one })}
				</Button>
			</div>
			<Ready of={kept}>
				<Figures parameters={parameters} records={found} />
				{kept.records.length > 0 && (
					<FindBar
						plan={plan}
						finder={finder}
						records={kept.records}
						count={words('found', { n: found.length, all: found.length === 1 ? one : all })}
					/>
				)}
				{kept.records.length === 0 ? (
					<Empty title={words('none-yet')} icon="list">
						<Button onClick={() => setOpen({ kind: 'add' })}>{words('add', { one })}</Button>
					</Empty>
				) : found.length === 0 ? (
					<NoneFound onReset={finder.reset} />
				) : (
					<RecordTable
						{...{ parameters, records: found }}
						onEdit={(record) => setOpen({ kind: 'edit', record })}
						onDelete={(record) => setOpen({ kind: 'delete', record })}
						onTick={(record, name, isTicked) => void kept.update(record.id, { [name]: isTicked })}
					/>
				)}
				{(csv || print) && (
					<div className="records-more row no-print">
						{csv && <Tables {...{ parameters, kept, found }} />}
						{print && <PrintButton />}
					</div>
				)}
			</Ready>
			{open && <OpenDialog {...{ open, parameters, kept, titleField }} onClose={() => setOpen(undefined)} />}
		</div>
	);
}

/** Totals and shares of the records that are shown. */
function Figures({ parameters, records: shown }: { parameters: RecordsParameters; records: readonly Kept[] }) {
	const { totals = [], shares, fields } = parameters;
	const say = (value: number, name: string | undefined, isCount = false) => {
		const field = fields.find((one) => one.name === name);
		if (isCount || !field) return format.number(value);
		if (field.kind === 'money') return format.money(Math.round(value));
		const text = format.number(Number(value.toFixed(2)));
		return field.unit ? `${text} ${field.unit}` : text;
	};
	const rows = shares ? sharesOf(shares, shown) : [];
	return (
		<>
			{totals.length > 0 && (
				<dl className="tiles records-totals">
					{totals.map((total) => (
						<div key={total.label} className="tile">
							<dt>{total.label}</dt>
							<dd>{say(totalOf(total, shown), total.field, total.kind === 'count')}</dd>
						</div>
					))}
				</dl>
			)}
			{shares && rows.length > 1 && (
				<section className="records-shares card">
					<h3>{shares.heading}</h3>
					<RankChart rows={rows} say={(value) => say(value, shares.field)} />
				</section>
			)}
		</>
	);
}

interface TablesProps {
	parameters: RecordsParameters;
	kept: Collection<FormValues>;
	found: readonly Kept[];
}

/** The list as a file, and a file into the list. */
function Tables({ parameters: { fields, collection }, kept, found }: TablesProps) {
	const columns = fields.map(({ label }) => label);
	return (
		<>
			<CsvOut
				name={collection}
				rows={() => [columns, ...found.map((record) => fields.map((field) => cellOf(field, record[field.name])))]}
			/>
			<CsvIn
				columns={columns}
				onRows={(rows) => {
					const read = readTable(rows, fields);
					if (typeof read === 'string') return read;
					void (async () => {
						for (const value of read.values) await kept.create(value);
					})();
					return { taken: read.values.length, problems: read.problems };
				}}
			/>
		</>
	);
}

interface OpenDialogProps {
	open: Open;
	parameters: RecordsParameters;
	kept: Collection<FormValues>;
	onClose: () => void;
}

function OpenDialog({ open, parameters, kept, onClose }: OpenDialogProps) {
	const { fields, titleField, one } = parameters;
	const say = useToast();
	const nameOf = (record: FormValues | Stored<FormValues>) => {
		const field = shownFields(fields).find(({ name }) => name === titleField);
		return field ? showValue(field, record[titleField]) : '';
	};
	if (open.kind === 'delete') {
		const name = nameOf(open.record);
		return (
			<Dialog title={words('sure-title')} onClose={onClose}>
				<p>{words('sure', { name })}</p>
				<div className="form-actions">
					<Button
						look="danger"
						onClick={async () => {
							await kept.remove(open.record.id);
							onClose();
							say(words('deleted', { name }));
						}}
					>
						{t('delete')}
					</Button>
					<Button onClick={onClose}>{t('cancel')}</Button>
				</div>
			</Dialog>
		);
	}
	const isNew = open.kind === 'add';
	return (
		<Dialog title={isNew ? words('add', { one }) : words('edit', { name: nameOf(open.record) })} onClose={onClose}>
			<Form
				fields={fields}
				submit={isNew ? t('add') : t('save')}
				{...(!isNew && { values: open.record })}
				onCancel={onClose}
				onSubmit={async (values) => {
					await (isNew ? kept.create(values) : kept.update(open.record.id, values));
					onClose();
					say(isNew ? words('added', { name: nameOf(values) }) : t('saved'));
				}}
			/>
		</Dialog>
	);
}
