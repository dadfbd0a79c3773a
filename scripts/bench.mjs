/**
 * npm run bench -- NAME [PART ...] [--json] [--runs N]: runs tests/bench/NAME.mjs, or those parts of it, and prints its rows; the last line is JSON with --json.
 * `wide` has options of its own: --quick, --against blank|ID, --keep.
 */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../tests/bench');
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		json: { type: 'boolean', default: false },
		runs: { type: 'string', default: '3' },
		quick: { type: 'boolean', default: false },
		against: { type: 'string' },
		keep: { type: 'boolean', default: false }
	}
});
const name = positionals[0] ?? '';
const file = join(FOLDER, `${name}.mjs`);
if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
	const names = readdirSync(FOLDER).flatMap((entry) => (entry.endsWith('.mjs') ? [entry.slice(0, -4)] : []));
	console.error(`bench: '${name}' is not a benchmark. There are: ${names.join(', ')}`);
	process.exit(2);
}

const rows = [];
/** @param {{ measure: string, unit: string, ours: number, native?: number }} row medians; `ratio` is added: ours / native */
const report = (row) => {
	const round = (value) => (value === undefined ? undefined : Number(value.toPrecision(4)));
	const full = { measure: row.measure, unit: row.unit, ours: round(row.ours), native: round(row.native) };
	if (row.native) full.ratio = round(row.ours / row.native);
	rows.push(full);
	const beside = row.native === undefined ? '' : `  native ${full.native} ${row.unit}  ratio ${full.ratio}`;
	console.log(`${row.measure.padEnd(44)} ${String(full.ours).padStart(9)} ${row.unit}${beside}`);
};
const { default: run } = await import(pathToFileURL(file).href);
const { quick, against, keep } = values;
await run({ runs: Number(values.runs), parts: positionals.slice(1), report, quick, against, keep });
if (values.json) console.log(JSON.stringify({ name, rows }));
process.exit(0);
