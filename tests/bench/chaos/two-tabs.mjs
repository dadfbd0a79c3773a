/** Two tabs: the same project, which only one may have, taken to and fro while it is edited; and two projects at once. */
import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, ensureChromium } from '../../../scripts/chromium.mjs';
import { serve } from '../../../scripts/serve.mjs';
import { importSmallApp, live, openFile, opened, saying, typeLine } from './support/ide.mjs';
import { gapsOf, readStored, unlikeLog } from './support/stored.mjs';

const TAKEOVERS = 6;

export default async function twoTabs({ report }) {
	const server = await serve();
	const browser = await chromium.launch({ executablePath: ensureChromium(), headless: true, args: CHROMIUM_FLAGS });
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	try {
		await sameProject(context, server.url, report);
		await twoProjects(context, server.url, report);
	} finally {
		await browser.close();
		await server.close();
	}
}

async function sameProject(context, url, report) {
	const tabs = [await context.newPage(), await context.newPage()];
	await tabs[0].goto(url);
	const id = await importSmallApp(tabs[0]);
	await tabs[1].goto(tabs[0].url());
	let refused = 0;
	const typed = [];
	for (let turn = 0; turn < TAKEOVERS; turn++) {
		const [here, there] = turn % 2 ? [tabs[1], tabs[0]] : [tabs[0], tabs[1]];
		await openFile(here, 'server.js');
		typed.push(`// edit ${turn}`);
		await typeLine(here, typed.at(-1));
		await saying(there, /open in another tab|in another tab/);
		refused++;
		// Right after the last key, before it is saved.
		await there.getByRole('button', { name: 'Open it here' }).click();
		await opened(there);
		await saying(here, /goes on in another tab/);
	}
	const last = TAKEOVERS % 2 ? tabs[1] : tabs[0];
	await last.waitForFunction((id) => !Object.keys(localStorage).some((key) => key.includes(`unsaved:${id}`)), id);
	const stored = await readStored(last, id);
	const there = new Set(stored.files['server.js'].text.split('\n'));
	report({ measure: `same project: second tabs that were refused, of ${TAKEOVERS}`, unit: 'tabs', ours: refused });
	report({ measure: 'same project: edits typed right before a take-over', unit: 'edits', ours: typed.length });
	report({ measure: 'same project: edits lost', unit: 'edits', ours: typed.filter((line) => !there.has(line)).length });
	report({ measure: 'same project: gaps in the log', unit: 'gaps', ours: gapsOf(stored) });
	report({ measure: 'same project: files unlike the log', unit: 'files', ours: unlikeLog(stored).length });
	for (const tab of tabs) await tab.close();
}

async function twoProjects(context, url, report) {
	const tabs = [await context.newPage(), await context.newPage()];
	const ids = [];
	for (const [index, tab] of tabs.entries()) {
		await tab.goto(url);
		ids.push(await importSmallApp(tab, `app-${index}`));
	}
	await Promise.all(tabs.map(live));
	for (const tab of tabs) await openFile(tab, 'server.js');
	for (let round = 0; round < 5; round++)
		for (const [index, tab] of tabs.entries()) await typeLine(tab, `// tab ${index}, edit ${round}`);
	let own = 0;
	let strange = 0;
	for (const [index, tab] of tabs.entries()) {
		await tab.bringToFront();
		await tab.waitForFunction((id) => !Object.keys(localStorage).some((key) => key.includes(`unsaved:${id}`)), ids[index]);
		await tab.waitForTimeout(1000);
		const { files } = await readStored(tab, ids[index]);
		own += files['server.js'].text.match(new RegExp(`^// tab ${index}, `, 'gm'))?.length ?? 0;
		strange += files['server.js'].text.match(new RegExp(`^// tab ${1 - index}, `, 'gm'))?.length ?? 0;
	}
	report({ measure: 'two projects: live at once, of 2', unit: 'apps', ours: tabs.length });
	report({ measure: 'two projects: edits kept, of 10', unit: 'edits', ours: own });
	report({ measure: "two projects: edits in the other's files", unit: 'edits', ours: strange });
}
