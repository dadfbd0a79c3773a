/** One whole job through the page, as a person does it: paste, Mod+Enter, watch, open the live app, take the zip. */
import { readFileSync } from 'node:fs';
import { askFor, reportOfChange } from './app-change.mjs';

/** How long the IDE may take to load and offer its composer. */
const PAGE_TIMEOUT_MS = 60_000;
/** How often the run's log is looked at while it goes on: each look costs the page and this process some of the machine. */
const POLL_MS = 500;
/** How long errors may come in after the live app has shown itself. */
const SETTLE_MS = 1500;

/**
 * @typedef {{ baseUrl: string, name: string, key?: string }} OwnModel an OpenAI-compatible server
 * @typedef {{ requirement: string, out?: string, model?: OwnModel, faults?: string[], timeoutMs?: number, screenshot?: string,
 *   changes?: string[], onProgress?: (line: string) => void }} JobOptions `out` and `screenshot` are paths of files to write; `changes` are asked for
 *   one after the other once the app is there
 * @typedef {{ seq: number, time: number, topic: string, from: string, taskId?: string, payload: any }} RunEvent
 */

/**
 * Runs a job in a page that shows no project yet.
 * @param {import('playwright').BrowserContext} context storage of earlier jobs stays: the second is a warm one
 * @param {string} url the IDE's address
 * @param {JobOptions} options
 */
export async function runJob(context, url, options) {
	const { requirement, out, model, faults = [], timeoutMs = 600_000, screenshot, changes = [] } = options;
	const { onProgress = () => {} } = options;
	const page = await context.newPage();
	const problems = listen(page);
	await page.addInitScript(countLongTasks);
	try {
		const opened = performance.now();
		if (model) await chooseModel(page, url, model);
		await page.goto(faults.length ? `${url}?fault=${faults.join(',')}` : url);
		const composer = page.getByRole('textbox', { name: 'Requirement' });
		await composer.waitFor({ timeout: PAGE_TIMEOUT_MS });
		await composer.fill(requirement);
		const bootMs = performance.now() - opened;
		const entered = performance.now();
		await page.keyboard.press('ControlOrMeta+Enter');
		const events = await follow(page, { timeoutMs, onProgress });
		const totalMs = performance.now() - entered;
		const made = [...events];
		const asked = [];
		for (const text of changes) {
			const from = events.length;
			onProgress(`asked: ${text}`);
			await askFor(page, text);
			await follow(page, { timeoutMs, onProgress, events });
			asked.push(reportOfChange(events, from));
		}
		const preview = await lookAtPreview(page, problems);
		if (screenshot) await page.screenshot({ path: screenshot });
		const files = out ? await takeZip(page, out) : undefined;
		const longestTaskMs = Math.round(await page.evaluate(() => globalThis.longestTaskMs ?? 0));
		const parts = { preview, problems, longestTaskMs, bootMs, totalMs, isZipMissing: !!out && !files };
		const report = reportOf(made, { ...parts, isWhole: asked.every(({ ok }) => ok) });
		return { ...report, ...(asked.length ? { changes: asked } : {}) };
	} finally {
		await page.close();
	}
}

/** Runs in the page before anything else. */
function countLongTasks() {
	globalThis.longestTaskMs = 0;
	new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) globalThis.longestTaskMs = Math.max(globalThis.longestTaskMs, duration);
	}).observe({ type: 'longtask', buffered: true });
}

/** What the IDE and the previews complained about in the console. */
function listen(page) {
	const problems = { ide: [], preview: [] };
	page.on('console', (message) => {
		if (message.type() !== 'error') return;
		const { url } = message.location();
		(isPreview(url) ? problems.preview : problems.ide).push(`${message.text()} (${url})`);
	});
	page.on('pageerror', (error) => problems.ide.push(String(error.stack ?? error)));
	return problems;
}

const isPreview = (url) => /^https?:\/\/p\d+(-[a-z0-9]+)*\./.test(url);

async function chooseModel(page, url, { baseUrl, name, key }) {
	await page.goto(new URL('settings', url).href);
	await page.getByLabel('Provider').selectOption({ label: 'Any compatible server' });
	await page.getByLabel('Base URL').fill(baseUrl);
	await page.getByLabel('Model for every role').fill(name);
	if (!key) return;
	await page.getByLabel('API key').fill(key);
	// The page that runs the job is another document: the key has to be kept on the device for it.
	await page.getByLabel(/On this device, wrapped/).check();
}

/** Follows the run's log behind `events`, which grow, until it ends. @returns {Promise<RunEvent[]>} */
async function follow(page, { timeoutMs, onProgress, events = [] }) {
	const from = events.length;
	const deadline = performance.now() + timeoutMs;
	for (;;) {
		for (const event of await readLog(page, events.length)) {
			events.push(event);
			const line = describe(event);
			if (line) onProgress(line);
		}
		if (events.slice(from).some(({ topic }) => topic === 'run.finished' || topic === 'run.cancelled')) return events;
		const paused = events.findLast(({ topic }) => topic === 'run.paused' || topic === 'run.resumed');
		// Nobody is here to mend what a person would be asked for.
		if (paused?.topic === 'run.paused') throw new Error(`${paused.payload.code ?? 'PAUSED'}: ${paused.payload.reason}`);
		if (events.length === from) {
			const said = (await page.getByRole('alert').allInnerTexts()).filter(Boolean);
			if (said.length) throw new Error(said.join(' ').replace(/\s+/g, ' '));
		}
		if (performance.now() > deadline) throw new Error(`TIMEOUT: the run did not end within ${timeoutMs / 1000} s.`);
		await new Promise((done) => setTimeout(done, POLL_MS));
	}
}

/** The events of the newest project's run after the first `skip`, from the page's own database. */
function readLog(page, skip) {
	return page.evaluate(async (skip) => {
		const id = /projects\/([\w-]+)/.exec(location.pathname)?.[1];
		if (!id) return [];
		const settled = (request) =>
			new Promise((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const db = await settled(indexedDB.open('tabsmith'));
		const transaction = db.transaction(['projects', 'events']);
		const project = await settled(transaction.objectStore('projects').get(id));
		const range = project && IDBKeyRange.bound([project.runId, skip + 1], [project.runId, Number.MAX_SAFE_INTEGER]);
		const events = range ? await settled(transaction.objectStore('events').getAll(range)) : [];
		db.close();
		return events;
	}, skip);
}

/** One line of progress, or nothing for what is too small to tell. */
function describe({ topic, from, taskId, payload }) {
	switch (topic) {
		case 'plan.proposed':
			return `blueprint: ${payload.blueprint.title}, ${payload.blueprint.requirements.length} requirements`;
		case 'request.planned':
			return `understood: ${payload.plan.kind}: ${payload.plan.reply}`;
		case 'plan.patched':
			return `plan: ${payload.tasks.length} tasks`;
		case 'task.result':
			return `${taskId} done by ${from}`;
		case 'task.failed':
			return `${taskId} failed: ${payload.error.message}`;
		case 'gate.closed':
			return `gate ${payload.gate}: ${payload.ok ? 'passed' : 'FAILED'}: ${payload.summary}`;
		case 'fix.requested':
			return `fix asked of ${payload.owner}: ${payload.failures[0]?.message.slice(0, 160) ?? ''}`;
		case 'fault.injected':
			return `fault put in: ${payload.fault} (${payload.detail})`;
		case 'run.paused':
			return `paused: ${payload.reason}`;
		case 'run.finished':
			return `${payload.outcome}: ${payload.summary}`;
		default:
			return '';
	}
}

/** The finished app in the preview pane, loaded anew: what it complained about while it was being repaired is no longer so. */
async function lookAtPreview(page, problems) {
	problems.preview.length = 0;
	const reload = page.getByRole('button', { name: 'Reload', exact: true });
	if (await reload.isEnabled().catch(() => false)) await reload.click();
	const frame = () => page.frames().find((candidate) => isPreview(candidate.url()) && !candidate.url().includes('/__wc/'));
	const deadline = performance.now() + 20_000;
	while (performance.now() < deadline) {
		const text = await frame()
			?.locator('body')
			.innerText({ timeout: 1000 })
			.catch(() => '');
		if (text?.trim()) break;
		await new Promise((done) => setTimeout(done, 100));
	}
	await new Promise((done) => setTimeout(done, SETTLE_MS));
	const status = await frame()
		?.evaluate(() => performance.getEntriesByType('navigation')[0]?.responseStatus ?? 0)
		.catch(() => 0);
	return { status: status ?? 0, consoleErrors: problems.preview.length };
}

/** @returns {Promise<string>} the zip's path */
async function takeZip(page, out) {
	const download = page.waitForEvent('download', { timeout: 30_000 });
	await page.getByRole('button', { name: 'Export' }).click();
	await page.getByRole('menuitem', { name: /^Zip(?! with)/ }).click();
	await (await download).saveAs(out);
	return out;
}

/** Folds the log into the driver's one JSON object. @param {RunEvent[]} events */
function reportOf(events, { preview, problems, longestTaskMs, bootMs, totalMs, isZipMissing, isWhole }) {
	const first = (topic) => events.find((event) => event.topic === topic);
	const all = (topic) => events.filter((event) => event.topic === topic);
	const started = first('run.started')?.time ?? 0;
	const since = (time) => (time === undefined ? null : Math.round(time - started));
	const blueprint = all('plan.proposed').at(-1)?.payload.blueprint;
	const tasks = all('plan.patched').at(-1)?.payload.tasks ?? [];
	const finished = all('run.finished').at(-1)?.payload;
	const checks = all('check.reported').map(({ payload }) => payload);
	const lastCheck = (gate) => checks.findLast((check) => check.gate === gate);
	const tests = lastCheck('tests');
	const spent = (gate) => checks.filter((check) => check.gate === gate).reduce((sum, check) => sum + check.durationMs, 0);
	const stated = blueprint?.requirements.flatMap((requirement) => requirement.criteria) ?? [];
	const criteria = stated.map(({ id }) => id);
	const proven = criteria.filter((id) => tests?.provenCriteria.includes(id));
	const lastWritten = all('task.result')
		.filter(({ taskId }) => !taskId?.startsWith('fix-') && taskId !== 'review')
		.at(-1);
	const files = new Set(all('artifact.published').flatMap(({ payload }) => payload.path ?? []));
	for (const { payload } of all('artifact.superseded')) if (payload.deleted && payload.path) files.delete(payload.path);
	const error = [
		finished?.outcome === 'done' ? '' : (finished?.summary ?? 'The run was cancelled.'),
		criteria.length === proven.length
			? ''
			: `Criteria without a passing test: ${criteria.filter((id) => !proven.includes(id)).join(', ')}.`,
		preview.consoleErrors ? `Console errors in the preview: ${problems.preview.slice(0, 3).join(' | ')}` : '',
		problems.ide.length ? `Errors in the IDE: ${problems.ide.slice(0, 3).join(' | ')}` : '',
		preview.status >= 200 && preview.status < 400 ? '' : 'The preview shows no app.',
		isZipMissing ? 'The zip could not be taken.' : '',
		isWhole ? '' : 'Not every change ended well.'
	]
		.filter(Boolean)
		.join(' ');
	return {
		ok: error === '',
		...(error ? { error } : {}),
		model: first('run.started')?.payload.model ?? '',
		frame: blueprint?.frame ?? '',
		blocks: blocksOf(blueprint),
		requirements: blueprint?.requirements.length ?? 0,
		criteria: { total: criteria.length, proven: proven.length },
		claims: stated.filter(({ id }) => proven.includes(id)).map(({ id, text }) => ({ id, text })),
		unbuilt: blueprint?.notUnderstood ?? [],
		tasks: tasks.length,
		agents: new Set(all('task.claimed').map(({ payload }) => payload.agent)).size,
		files: files.size,
		tests: { passed: tests?.passed ?? 0, failed: tests?.failed ?? 0 },
		gates: Object.fromEntries(all('gate.closed').map(({ payload }) => [payload.gate, payload.ok ? 'passed' : 'failed'])),
		repairs: all('fix.requested').length,
		faults: [...new Set(all('fault.injected').map(({ payload }) => payload.fault))],
		preview,
		ms: {
			boot: Math.round(bootMs),
			blueprint: since(first('plan.proposed')?.time),
			build: since(lastWritten?.time),
			install: spent('install'),
			tests: spent('tests'),
			ready: since(all('preview.ready').at(-1)?.time),
			total: Math.round(totalMs)
		},
		longestTaskMs
	};
}

/** Names of the blocks that an app is made of, each once. */
function blocksOf(blueprint) {
	const pages = blueprint?.features.flatMap(({ pages }) => pages) ?? [];
	return [...new Set(pages.flatMap(({ blocks = [] }) => blocks.map(({ block }) => block)))].sort();
}

/** @param {string} file a requirement, as a text or markdown file */
export const readRequirement = (file) => readFileSync(file, 'utf8');
