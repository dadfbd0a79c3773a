/**
 * The judge: builds requirements of all kinds with the built-in model, plays each one's checks as a strict user, and prints what holds.
 * Parts are ids (all without). `quick` builds natively from the model's own files; else the whole job runs in the tab and its zip is started.
 * `against` plays the checks on another app ('blank', or the app of that id): none may hold there. `keep` leaves the apps' folders.
 */
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, ensureChromium } from '../../scripts/chromium.mjs';
import { blankApp } from './wide/support/blank-app.mjs';
import { doubtfulClaims } from './wide/support/claims.mjs';
import { play } from './wide/support/play.mjs';
import { quickBuilder } from './wide/support/quick-app.mjs';
import { printDetails, printTable } from './wide/support/table.mjs';
import { tabBuilder } from './wide/support/tab-app.mjs';

const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
const REQUIREMENTS = read('wide/requirements.jsonl')
	.trim()
	.split('\n')
	.map((line) => JSON.parse(line));

export default async function run({ parts, report, quick, against, keep }) {
	const wanted = REQUIREMENTS.filter(({ id }) => parts.length === 0 || parts.includes(id));
	const browser = await chromium.launch({ executablePath: ensureChromium(), headless: true, args: CHROMIUM_FLAGS });
	const builder =
		against === 'blank' ? blankApp() : quick || against ? await quickBuilder({ keep }) : await tabBuilder(browser, { keep });
	const rows = [];
	const other = REQUIREMENTS.find(({ id }) => id === against);
	const wrong = other && (await builder.start(other.id, other.requirement));
	for (const requirement of wanted) {
		const row = await judge(browser, wrong ? { start: async () => ({ ...wrong, stop: async () => {} }) } : builder, requirement);
		printDetails(row);
		rows.push(row);
	}
	await wrong?.stop();
	await builder.dispose();
	await browser.close();
	printTable(rows);
	const verdicts = rows.flatMap(({ checks }) => checks);
	const held = verdicts.filter(({ verdict }) => verdict === 'held').length;
	report({ measure: 'checks that hold', unit: `of ${verdicts.length}`, ours: held });
	report({
		measure: 'forbidden things seen',
		unit: 'things',
		ours: rows.reduce((sum, { forbidden }) => sum + forbidden.length, 0)
	});
}

/** Builds one requirement's app, plays what is asked of it, and ends it. */
async function judge(browser, builder, { id, kind, requirement, checks, not }) {
	const played = (await import(`./wide/${id}.mjs`).catch(onlyWhereMissing))?.default ?? { checks: [], not: [] };
	const started = performance.now();
	const row = { id, kind, frame: '', ok: false, seconds: 0, checks: [], forbidden: [], doubtful: [], unbuilt: [], error: '' };
	const app = await builder.start(id, requirement).catch((error) => ({ error: String(error?.message ?? error).slice(0, 600) }));
	row.seconds = (performance.now() - started) / 1000;
	if (app.error) {
		const verdict = { verdict: 'not', why: 'there is no app' };
		return { ...row, error: app.error, checks: checks.map((check) => ({ ...check, ...verdict })) };
	}
	const { frame, ok, claims, unbuilt } = app;
	const results = await play(browser, app, { checks, not, played });
	await app.stop();
	return { ...row, frame, ok, unbuilt, ...results, doubtful: doubtfulClaims(claims, results.checks) };
}

/** A requirement whose checks nobody has written is played with none; a mistake in a file that is there ends the run. */
function onlyWhereMissing(error) {
	if (error?.code === 'ERR_MODULE_NOT_FOUND' && /wide\/w\d+\.mjs/.test(error.message)) return undefined;
	throw error;
}
