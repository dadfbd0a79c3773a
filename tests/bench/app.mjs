/** The main job: sample 01 from Enter to a live, tested app in the tab; cold (a browser that was never here) and warm (its second job). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { runJob } from '../../scripts/app-job.mjs';
import { build } from '../../scripts/build.mjs';
import { CHROMIUM_FLAGS, ensureChromium } from '../../scripts/chromium.mjs';
import { median } from '../../scripts/median.mjs';
import { serve } from '../../scripts/serve.mjs';
import { CUSTOMER_DASHBOARD } from '../fixtures/requirements.mjs';

const PHASES = ['boot', 'blueprint', 'build', 'install', 'tests', 'ready', 'total'];

export default async function run({ runs, report }) {
	await build();
	const server = await serve();
	const jobs = { cold: [], warm: [] };
	for (let index = 0; index < runs; index++) {
		const profile = mkdtempSync(join(tmpdir(), 'bench-app-'));
		const options = { executablePath: ensureChromium(), headless: true, args: CHROMIUM_FLAGS };
		const context = await chromium.launchPersistentContext(profile, options);
		for (const kind of ['cold', 'warm']) {
			const job = await runJob(context, server.url, { requirement: CUSTOMER_DASHBOARD });
			if (!job.ok) throw new Error(`the ${kind} job failed: ${job.error}`);
			jobs[kind].push(job);
		}
		await context.close();
		rmSync(profile, { recursive: true, force: true });
	}
	await server.close();
	for (const [kind, all] of Object.entries(jobs)) {
		for (const phase of PHASES)
			report({ measure: `${phase}, ${kind}`, unit: 'ms', ours: median(all.map(({ ms }) => ms[phase])) });
		const longest = median(all.map(({ longestTaskMs }) => longestTaskMs));
		report({ measure: `longest main-thread task, ${kind}`, unit: 'ms', ours: longest });
	}
}
