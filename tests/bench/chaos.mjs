/** What happens when things break: each scenario in chaos/ breaks one of them and counts what came through. */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../scripts/build.mjs';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'chaos');

export default async function run({ runs, parts, report }) {
	const names = readdirSync(FOLDER).map((entry) => entry.replace(/\.mjs$/, ''));
	const unknown = parts.find((part) => !names.includes(part));
	if (unknown) throw new Error(`chaos: '${unknown}' is not a scenario. There are: ${names.join(', ')}`);
	await build();
	for (const name of parts.length ? parts : names) {
		const { default: scenario } = await import(`./chaos/${name}.mjs`);
		await scenario({ runs, report: (row) => report({ ...row, measure: `${name}: ${row.measure}` }) });
	}
}
