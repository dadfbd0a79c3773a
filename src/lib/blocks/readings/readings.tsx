import { useMemo, useState } from 'react';
import { defineBlock } from '../../core/block';
import { addDays, today } from '../../core/days';
import * as format from '../../core/format';
import { useStored } from '../../core/stored';
import { Button } from '../../web/ui/button';
import { CsvIn, CsvOut } from '../../web/ui/csv-buttons';
import { Empty } from '../../web/ui/empty';
import { SelectField, TextField } from '../../web/ui/field';
import { Heading } from '../../web/ui/heading';
import { PrintButton } from '../../web/ui/print';
import { exampleReadings, merged, within, type Reading } from './logic';
import { MeasureCard } from './measure-card';
import type { ReadingsParameters } from './parameters';
import './readings.css';
import { ReadingsTable } from './readings-table';
import { columnsOf, readReadings, rowsOf } from './table';
import { words } from './words';

/** Readings of several sources over time: charts, figures, comparison, and a table of the same. */
export const readings = defineBlock<ReadingsParameters>({ name: 'readings', Component: Readings });

const NONE: Reading[] = [];

/** What somebody looks at. */
interface Look {
	source: string;
	/** '' for none. */
	other: string;
	from: string;
	to: string;
}

function Readings({ parameters }: { parameters: ReadingsParameters }) {
	const { heading, intro, sources, measures, compare, csvIn = false, csvOut = false, print = false, table = false } = parameters;
	const [imported, setImported] = useStored(parameters.collection, NONE);
	const lastDay = today();
	const all = useMemo(() => merged(exampleReadings(parameters, lastDay), imported), [parameters, lastDay, imported]);
	const first = all[0]?.at.slice(0, 10) ?? lastDay;
	const last = all.at(-1)?.at.slice(0, 10) ?? lastDay;
	const [look, setLook] = useState<Look>(() => ({ source: sources[0] ?? '', other: '', from: addDays(last, -29), to: last }));
	const change = (more: Partial<Look>) => setLook((now) => ({ ...now, ...more }));
	const shown = [look.source, look.other].filter(Boolean);
	const found = shown.map((source) => ({ source, readings: within(all, source, look.from, look.to) }));
	const isEmpty = found.every(({ readings: own }) => own.length === 0);
	const isWrong = !look.from || !look.to || look.from > look.to;
	return (
		<div className="readings wide">
			<Heading title={heading} text={intro} />
			<Controls {...{ parameters, look, change, first, last, hasCompare: compare !== 'none' }} />
			{isWrong ? (
				<p className="readings-wrong" role="alert">
					{look.from && look.to ? words('wrong-order') : words('missing-day')}
				</p>
			) : isEmpty ? (
				<div role="status">
					<Empty
						icon="chart"
						title={words('none')}
						hint={words('none-hint', { from: format.day(first), to: format.day(last) })}
					/>
				</div>
			) : (
				<>
					{measures.map((measure, index) => (
						<MeasureCard key={measure.name} {...{ parameters, measure, index, found, from: look.from, to: look.to }} />
					))}
					{table && <ReadingsTable {...{ parameters, found }} />}
				</>
			)}
			{(csvIn || csvOut || print) && (
				<div className="readings-more row no-print">
					{csvOut && (
						<CsvOut
							name={parameters.collection}
							rows={() =>
								rowsOf(
									parameters,
									found.flatMap(({ readings: own }) => own)
								)
							}
						/>
					)}
					{csvIn && (
						<CsvIn
							columns={columnsOf(parameters)}
							onRows={(rows) => {
								const read = readReadings(rows, parameters);
								if (typeof read === 'string') return read;
								setImported((now) => merged(now, read.readings));
								return { taken: read.readings.length, problems: read.problems };
							}}
						/>
					)}
					{print && <PrintButton />}
					{imported.length > 0 && (
						<p className="readings-imported">
							{words('imported', { n: imported.length })}{' '}
							<Button look="quiet" size="small" onClick={() => setImported(NONE)}>
								{words('forget')}
							</Button>
						</p>
					)}
				</div>
			)}
		</div>
	);
}

interface ControlsProps {
	parameters: ReadingsParameters;
	look: Look;
	change: (more: Partial<Look>) => void;
	/** Days between which there are readings. */
	first: string;
	last: string;
	hasCompare: boolean;
}

/** Spans that are chosen with one click, in days. */
const SPANS = [7, 30];

function Controls({ parameters: { sources, one, days }, look, change, first, last, hasCompare }: ControlsProps) {
	const spans = [...SPANS.filter((span) => span < days), 0];
	const startOf = (span: number) => (span ? addDays(last, 1 - span) : first);
	return (
		<div className="readings-controls card no-print">
			<SelectField
				label={one.charAt(0).toUpperCase() + one.slice(1)}
				options={sources}
				value={look.source}
				onChange={({ target }) => change({ source: target.value, ...(target.value === look.other && { other: '' }) })}
			/>
			{hasCompare && (
				<SelectField
					label={words('compare')}
					options={[['', words('nobody')], ...sources.filter((source) => source !== look.source)]}
					value={look.other}
					onChange={({ target }) => change({ other: target.value })}
				/>
			)}
			<TextField label={words('from')} type="date" value={look.from} onChange={({ target }) => change({ from: target.value })} />
			<TextField label={words('to')} type="date" value={look.to} onChange={({ target }) => change({ to: target.value })} />
			<div className="readings-spans row">
				{spans.map((span) => (
					<button
						key={span}
						type="button"
						className="chip"
						aria-pressed={look.from === startOf(span) && look.to === last}
						onClick={() => change({ from: startOf(span), to: last })}
					>
						{span ? words('last-days', { n: span }) : words('all-time')}
					</button>
				))}
			</div>
		</div>
	);
}
