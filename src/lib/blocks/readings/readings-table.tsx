import { useState } from 'react';
import * as format from '../../core/format';
import { Button } from '../../web/ui/button';
import { beyond } from '../../web/ui/charts';
import type { Reading } from './logic';
import type { ReadingsParameters } from './parameters';
import { words } from './words';

/** How many rows are shown at first, and more each time. */
const STEP = 31;

interface ReadingsTableProps {
	parameters: ReadingsParameters;
	found: readonly { source: string; readings: readonly Reading[] }[];
}

/** The readings of the charts as a table, the newest first. */
export function ReadingsTable({ parameters, found }: ReadingsTableProps) {
	const { measures, one, limit, step } = parameters;
	const [most, setMost] = useState(STEP);
	const rows = found.flatMap(({ readings }) => readings).sort((a, b) => b.at.localeCompare(a.at));
	return (
		<section className="readings-table">
			<h2>{words('readings')}</h2>
			<div className="table-wrap">
				<table className="table" aria-label={words('readings')}>
					<thead>
						<tr>
							<th scope="col">{words('time')}</th>
							<th scope="col">{one.charAt(0).toUpperCase() + one.slice(1)}</th>
							{measures.map(({ name, unit }) => (
								<th key={name} scope="col" className="readings-number">
									{`${name} (${unit})`}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{rows.slice(0, most).map((row) => (
							<tr key={`${row.source} ${row.at}`}>
								<td>{step === 'hour' ? format.dayAndTime(row.at) : format.day(row.at)}</td>
								<td>{row.source}</td>
								{measures.map(({ name, decimals }, index) => {
									const value = row.values[index] ?? null;
									const isMarked = value !== null && limit?.measure === name && beyond(value, limit);
									return (
										<td key={name} className="readings-number" data-marked={isMarked || undefined}>
											{isMarked && <span className="readings-word">{limit?.word}</span>}
											{value === null ? '–' : format.number(value, decimals)}
										</td>
									);
								})}
							</tr>
						))}
					</tbody>
				</table>
			</div>
			{rows.length > most && <Button onClick={() => setMost(most + STEP)}>{words('more')}</Button>}
		</section>
	);
}
