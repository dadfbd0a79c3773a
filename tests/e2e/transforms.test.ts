import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openTab, treeOf } from '../../scripts/headless-tab.mjs';

const MAIN = `
import { z } from 'zod';
const { success, error } = z.object({ a: z.string().min(2) }).safeParse({ a: 'x' });
console.log(success, error.issues[0].code);`;

const profile = mkdtempSync(join(tmpdir(), 'transforms-'));
let port = 0;
afterAll(() => rmSync(profile, { recursive: true, force: true }));

/** Runs the program twice in a tab of the profile. `figures`: what the transforms worker says of itself. */
async function session(source: string) {
	const tab = await openTab({ profile, port });
	port = tab.port;
	try {
		const zod = { directory: treeOf(join(process.cwd(), 'node_modules/zod')) };
		await tab.mount({ 'main.mjs': { file: { contents: source } }, node_modules: { directory: { zod } } });
		const runs = [await tab.spawn('node', ['main.mjs']), await tab.spawn('node', ['main.mjs'])];
		let figures = { made: 0, found: 0 };
		await expect
			.poll(
				async () => {
					const { exitCode, output } = await tab.spawn('cat', ['/proc/transforms']);
					if (exitCode === 0) figures = JSON.parse(output) as typeof figures;
					return exitCode;
				},
				{ timeout: 20_000 }
			)
			.toBe(0);
		return { printed: runs.map(({ output }) => output.trim()), figures };
	} finally {
		await tab.close();
	}
}

test('a second session and another project find the modules that the first has transformed', async () => {
	const printed = ['false too_small', 'false too_small'];
	const first = await session(MAIN);
	expect(first.printed).toEqual(printed);
	expect(first.figures.made).toBeGreaterThan(20);
	const second = await session(`${MAIN} // another project`);
	expect([second.printed, second.figures.made]).toEqual([printed, 0]);
	expect(second.figures.found).toBeGreaterThanOrEqual(first.figures.made);
});
