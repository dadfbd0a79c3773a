import { useRef, useState, type ChangeEvent } from 'react';
import { isCsv, parseCsv, writeCsv, type CsvRow } from '../../core/csv';
import { Button } from './button';
import { csvWords } from './csv-words';
import { Dialog } from './dialog';
import { download } from './download';

/** What became of a table that was read: how many lines were taken in, and why others were not. */
export interface CsvResult {
	taken: number;
	problems: { line: number; text: string }[];
}

interface CsvInProps {
	/** Takes in the rows, the first one with the names of the columns; a text when the table is not of this kind at all. */
	onRows: (rows: CsvRow[]) => CsvResult | string;
	/** What the columns are, said before somebody chooses a file. */
	columns: readonly string[];
}

/** Reads a table from a file; says how many lines were taken in, and names each that was not. */
export function CsvIn({ onRows, columns }: CsvInProps) {
	const input = useRef<HTMLInputElement>(null);
	const [said, setSaid] = useState<CsvResult | string>();
	const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
		const file = target.files?.[0];
		if (!file) return;
		const text = await file.text();
		setSaid(isCsv(text) ? onRows(parseCsv(text)) : csvWords('not-csv', { name: file.name }));
		// The same file may be chosen again once it is mended.
		if (input.current) input.current.value = '';
	};
	return (
		<>
			<Button icon="up" onClick={() => input.current?.click()}>
				{csvWords('in')}
			</Button>
			<input
				ref={input}
				type="file"
				className="visually-hidden"
				tabIndex={-1}
				aria-label={csvWords('in')}
				accept=".csv,text/csv,text/plain"
				onChange={(event) => void read(event)}
			/>
			{said !== undefined && (
				<Dialog title={csvWords('in')} onClose={() => setSaid(undefined)}>
					{typeof said === 'string' ? (
						<p role="alert">{said}</p>
					) : (
						<>
							<p role="status">{csvWords('taken', { n: said.taken })}</p>
							{said.problems.length > 0 && (
								<>
									<p>{csvWords('refused', { n: said.problems.length })}</p>
									<ul className="csv-problems">
										{said.problems.map(({ line, text }) => (
											<li key={line}>
												<strong>{csvWords('line', { n: line })}</strong> {text}
											</li>
										))}
									</ul>
								</>
							)}
						</>
					)}
					<p className="muted">{csvWords('columns', { columns: columns.join(', ') })}</p>
				</Dialog>
			)}
		</>
	);
}

/** Hands the table to the browser as a file. @param name of the file, without its ending */
export function CsvOut({ name, rows }: { name: string; rows: () => readonly (readonly (string | number)[])[] }) {
	return (
		<Button icon="download" onClick={() => download(`${name}.csv`, writeCsv(rows()))}>
			{csvWords('out')}
		</Button>
	);
}
