/** What happens when things break: each scenario in chaos/ breaks one of them and counts what came through. */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../scripts/build.mjs';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'chaos');

/** @param {{ parts: string[], report: (row: { measure: string, unit: string, ours: number }) => void }} options `parts` are scenarios; all where none is named */
export default async function run({ parts, report }) {
	const names = readdirSync(FOLDER).flatMap((entry) => (entry.endsWith('.mjs') ? [entry.slice(0, -'.mjs'.length)] : []));
	const unknown = parts.find((part) => !names.includes(part));
	if (unknown) throw new Error(`chaos: '${unknown}' is not a scenario. There are: ${names.join(', ')}`);
	await build();
	for (const name of parts.length ? parts : names) {
		const { default: scenario } = await import(`./chaos/${name}.mjs`);
		await scenario({ report: (row) => report({ ...row, measure: `${name}: ${row.measure}` }) });
	}
}
