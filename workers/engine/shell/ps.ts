import type { OwnTool } from './own-tool';
import { processTable, type ProcessEntry } from './process-table';
import type { PsColumn } from './ps-columns';
import { parsePsOptions, PsUsageError, type PsRequest } from './ps-options';
import { write } from './tool-output';

const USAGE = `
Usage:
 ps [options]

 Try 'ps --help <simple|list|output|threads|misc|all>'
  or 'ps --help <s|l|o|t|m|a>'
 for additional help text.

For more details see ps(1).
`;

/** `ps [OPTIONS]`, as procps has it: 1 when nothing was listed, or an option is not known. */
export const ps: OwnTool = async (args, { stdout, stderr }) => {
	try {
		const request = parsePsOptions(args);
		const listed = select(request, processTable());
		const rows = listed.map((entry) => request.columns.map((column) => String(column.valueOf(entry))));
		const headers = request.columns.map(({ header }) => header);
		const hasHeader = request.hasHeader && headers.some(Boolean);
		const lines = (hasHeader ? [headers, ...rows] : rows).map((cells) => lineOf(cells, request.columns));
		await write(stdout, lines.map((line) => `${line}\n`).join(''));
		return listed.length > 0 ? 0 : 1;
	} catch (error) {
		if (!(error instanceof PsUsageError)) throw error;
		stderr.write(`error: ${error.message}\n${USAGE}`);
		return 1;
	}
};

function select({ selections, isInverse, sortKeys }: PsRequest, table: ProcessEntry[]): ProcessEntry[] {
	const own = table.find(({ pid }) => pid === process.pid);
	const wanted = selections.length > 0 ? selections : [({ terminal }: ProcessEntry) => terminal === own?.terminal];
	const listed = table.filter((entry) => wanted.some((selection) => selection(entry, own)) !== isInverse);
	return listed.sort((a, b) => {
		for (const { column, isDescending } of sortKeys) {
			const order = compare(column, a, b);
			if (order !== 0) return isDescending ? -order : order;
		}
		return 0;
	});
}

function compare(
	{ valueOf, order = valueOf as (entry: ProcessEntry) => number }: PsColumn,
	a: ProcessEntry,
	b: ProcessEntry
): number {
	const [left, right] = [order(a), order(b)];
	return left < right ? -1 : left > right ? 1 : 0;
}

function lineOf(cells: string[], columns: PsColumn[]): string {
	return cells
		.map((cell, index) => {
			const { width = 0, isLeft, header = '' } = columns[index] ?? {};
			const room = Math.max(width, header.length);
			if (!isLeft) return cell.padStart(room);
			return index === cells.length - 1 ? cell : cell.slice(0, room).padEnd(room);
		})
		.join(' ');
}
