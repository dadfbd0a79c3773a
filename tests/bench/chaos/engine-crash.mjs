/** The engine's renderer is ended in the middle of a job, at each gate that needs it; the job must still end whole. */
import { openCrashable } from '../../../scripts/crash-engine.mjs';
import { median } from '../../../scripts/median.mjs';
import { serve } from '../../../scripts/serve.mjs';
import { CUSTOMER_DASHBOARD } from '../../fixtures/requirements.mjs';

const GATES = ['Install', 'Tests'];
const NOTICE_MS = 120_000;
const JOB_MS = 600_000;

export default async function engineCrash({ report }) {
	const noticedMs = [];
	let whole = 0;
	for (const gate of GATES) {
		const server = await serve();
		const browser = await openCrashable();
		try {
			let { page } = browser;
			await page.goto(server.url);
			await page.getByRole('textbox', { name: 'Requirement' }).fill(CUSTOMER_DASHBOARD);
			await page.keyboard.press('ControlOrMeta+Enter');
			await saying(page, new RegExp(`${gate}\\s+running`), JOB_MS);
			page = await browser.crashEngine(page);
			const crashed = performance.now();
			await saying(page, /ENGINE_DIED/, NOTICE_MS);
			noticedMs.push(performance.now() - crashed);
			await page.getByRole('button', { name: 'Restart the engine' }).click();
			await saying(page, /The run is over: .*tests pass\. (\d+) of \1 criteria are proven/s, JOB_MS);
			whole++;
		} catch (error) {
			console.error(`engine-crash, ${gate}: ${error.message}`);
		} finally {
			await browser.close();
			await server.close();
		}
	}
	report({ measure: `jobs that ended whole, of ${GATES.length}`, unit: 'jobs', ours: whole });
	if (noticedMs.length) report({ measure: 'until it was noticed', unit: 'ms', ours: median(noticedMs) });
}

function saying(page, text, timeout) {
	const { source, flags } = text;
	return page.waitForFunction(([source, flags]) => new RegExp(source, flags).test(document.body.innerText), [source, flags], {
		timeout,
		polling: 100
	});
}
