/** The computer's clock jumps by hours, forward and back, in the middle of a run and between edits: nothing may take it for an alarm or mix up the order. */
import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, ensureChromium } from '../../../scripts/chromium.mjs';
import { serve } from '../../../scripts/serve.mjs';
import { importSmallApp, openFile, opened, saying, startRun } from './support/ide.mjs';
import { BOOK_LIST } from '../../fixtures/requirements.mjs';
import { gapsOf, readStored, RUN_MS, runEnd, unlikeLog } from './support/stored.mjs';

const HOUR_MS = 3_600_000;
/** What the page says while the clock jumps, and by how many hours the clock is off from then on. */
const JUMPS = [
	{ when: /Build [1-9]\d*\/\d+/, hours: 5 },
	{ when: /Install\s+running/, hours: -7 },
	{ when: /Tests\s+running/, hours: 30 }
];

export default async function clockJumps({ report }) {
	const server = await serve();
	const browser = await chromium.launch({ executablePath: ensureChromium(), headless: true, args: CHROMIUM_FLAGS });
	const pageIn = async () => (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
	try {
		await editsAcrossJumps(await pageIn(), server.url, report);
		await runAcrossJumps(await pageIn(), server.url, report);
	} finally {
		await browser.close();
		await server.close();
	}
}

async function runAcrossJumps(page, url, report) {
	await page.goto(url);
	const id = await startRun(page, BOOK_LIST);
	for (const { when, hours } of JUMPS) {
		await saying(page, when, RUN_MS);
		await jump(page, hours);
	}
	const stored = await runEnd(page, id);
	const alarms = stored.events.filter(({ topic }) => topic === 'run.paused' || topic === 'task.failed');
	const backwards = stored.events.filter(({ time }, index) => time < (stored.events[index - 1]?.time ?? 0));
	report({ measure: 'times the clock went back in the log', unit: 'times', ours: backwards.length });
	report({ measure: 'runs that ended whole, of 1', unit: 'runs', ours: 1 });
	report({ measure: 'false alarms: pauses and failed tasks', unit: 'events', ours: alarms.length });
	report({ measure: 'gaps in the log', unit: 'gaps', ours: gapsOf(stored) });
	report({ measure: 'files unlike the log', unit: 'files', ours: unlikeLog(stored).length });
}

/** An edit, the clock back by hours, another edit that the page has no time to save: the later one counts. */
async function editsAcrossJumps(page, url, report) {
	await page.goto(url);
	const id = await importSmallApp(page);
	await openFile(page, 'server.js');
	const lost = [];
	const hours = [0, -9, 12, -20];
	for (const [index, off] of hours.entries()) {
		await jump(page, off);
		const line = `/* clock ${index} */`;
		await page.keyboard.press('Control+Home');
		// In one task with the last key: nothing is saved yet but the journal.
		await page.evaluate((text) => {
			document.execCommand('insertText', false, text);
			location.reload();
		}, `${line} `);
		await page.waitForTimeout(500);
		await opened(page);
		await page.waitForFunction((id) => !Object.keys(localStorage).some((key) => key.includes(`unsaved:${id}`)), id);
		const { files } = await readStored(page, id);
		if (!files['server.js'].text.includes(line)) lost.push(line);
		await openFile(page, 'server.js');
	}
	if (lost.length) console.error(`clock-jumps: not in the file: ${lost.join(', ')}`);
	report({ measure: 'edits typed across jumps', unit: 'edits', ours: hours.length });
	report({ measure: 'edits that an older text replaced', unit: 'edits', ours: lost.length });
}

/** Sets the clock of the page, its frames and all their workers off by so many hours. */
async function jump(page, hours) {
	const places = [...page.frames(), ...page.workers()];
	await Promise.all(places.map((place) => place.evaluate(shift, hours * HOUR_MS).catch(() => undefined)));
}

/** Runs in each of them. */
function shift(offMs) {
	const Real = (globalThis.RealDate ??= Date);
	globalThis.Date = class extends Real {
		constructor(...given) {
			super(...(given.length ? given : [Real.now() + offMs]));
		}
		static now() {
			return Real.now() + offMs;
		}
	};
}
