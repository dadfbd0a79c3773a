/** The whole browser is killed at random moments of runs and hand edits, and opened again on the same profile: what is there must be all that was. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { serve } from '../../../scripts/serve.mjs';
import { importSmallApp, openFile, openProject, startRun, typeLine } from './support/ide.mjs';
import { BOOK_LIST } from '../../fixtures/requirements.mjs';
import { openKillable } from './support/killable.mjs';
import { seeded } from './support/seeded.mjs';
import { gapsOf, readStored, runEnd, unlikeLog } from './support/stored.mjs';

const SEED = 20261129;
/** A run and a finished app, each edited all the time, and killed so many times before it may end. */
const PROJECTS = [
	{ begin: (page) => importSmallApp(page), kills: 10, edited: 'server.js', mark: '//', isRun: false },
	{ begin: (page) => startRun(page, BOOK_LIST), kills: 20, edited: 'Dockerfile', mark: '#', isRun: true }
];
/** A life lasts this long at least and at most, in ms, from when the workspace is there. */
const LIFE_MS = { least: 300, most: 9000 };

export default async function killBrowser({ report }) {
	const random = seeded(SEED);
	const server = await serve();
	const profile = mkdtempSync(join(tmpdir(), 'kill-browser-'));
	const counts = ['kills', 'opened', 'runs', 'acknowledged', 'lostAcknowledged', 'unacknowledged', 'lostUnacknowledged'];
	const tally = Object.fromEntries([...counts, 'lostEvents', 'gaps', 'torn', 'unlike'].map((name) => [name, 0]));
	try {
		for (const project of PROJECTS) await projectOfKills({ project, profile, url: server.url, random, tally });
	} finally {
		await server.close();
		rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
		tell(tally, report);
	}
}

/** One project: killed, opened and looked at again and again, then left to end. */
async function projectOfKills({ project, profile, url, random, tally }) {
	const known = { id: undefined, seq: 0, typed: [], count: 0 };
	for (let life = 0; life <= project.kills; life++) {
		const browser = await openKillable(profile);
		const { page } = browser;
		try {
			await page.goto(url);
			if (known.id) {
				look(await readStored(page, known.id), { known, project, tally });
				await openProject(page, known.id);
				tally.opened++;
			} else known.id = await project.begin(page);
			if (life === project.kills) {
				await end(page, { project, known, tally });
			} else {
				const lifeMs = LIFE_MS.least + random() * (LIFE_MS.most - LIFE_MS.least);
				await Promise.race([pause(lifeMs), edit(page, { project, known, random })]);
				console.error(`kill-browser: kill ${++tally.kills}; so far ${JSON.stringify(tally)}`);
			}
		} catch (error) {
			console.error(`kill-browser, life ${life} of ${known.id}: ${error.message.split('\n')[0]}`);
		} finally {
			await browser.kill();
		}
	}
}

/** Types lines until the page is gone, and notes when each is in the database, which a second connection sees. */
async function edit(page, { project, known, random }) {
	try {
		for (let isOpen = false; ; await pause(200 + random() * 800)) {
			const { events, files } = await readStored(page, known.id);
			known.seq = events.length;
			const text = files[project.edited]?.text;
			if (text === undefined) continue;
			if (!isOpen) await openFile(page, project.edited);
			isOpen = true;
			const line = { text: `${project.mark} edit ${++known.count}`, isAcknowledged: false };
			await typeLine(page, line.text);
			known.typed.push(line);
			while (!line.isAcknowledged) {
				const stored = await readStored(page, known.id);
				known.seq = stored.events.length;
				line.isAcknowledged = lines(stored.files[project.edited]?.text).has(line.text);
			}
		}
	} catch (error) {
		// Killed in the middle, as it is meant.
		if (!/closed|crashed/.test(error.message)) console.error(`kill-browser: no edit: ${error.message.split('\n')[0]}`);
	}
}

const lines = (text = '') => new Set(text.split('\n'));

/** What the killed browser has left, before anything opens the project. */
function look(stored, { known, project, tally }) {
	const there = lines([stored.files[project.edited]?.text, ...stored.journal].join('\n'));
	for (const line of known.typed.splice(0)) {
		const isLost = !there.has(line.text);
		tally[line.isAcknowledged ? 'acknowledged' : 'unacknowledged']++;
		if (isLost) tally[line.isAcknowledged ? 'lostAcknowledged' : 'lostUnacknowledged']++;
		if (isLost)
			console.error(
				`kill-browser: '${line.text}' is lost; ${line.isAcknowledged ? 'it was acknowledged' : 'it was not acknowledged'}`
			);
	}
	const torn = unlikeLog(stored);
	tally.lostEvents += Math.max(0, known.seq - stored.events.length);
	tally.gaps += gapsOf(stored);
	tally.torn += torn.length;
	if (torn.length) console.error(`kill-browser: unlike the log after the kill: ${torn.join(', ')}`);
}

/** The project is left alone: a run must end whole, and files and log must agree then. */
async function end(page, { project, known, tally }) {
	if (project.isRun) {
		await runEnd(page, known.id);
		tally.runs++;
	} else {
		// The next edit tells what the last moment before the kill left untold.
		const { count } = known;
		await Promise.race([edit(page, { project, known, random: () => 1 }), pause(LIFE_MS.most)]);
		if (!known.typed.some(({ isAcknowledged }) => isAcknowledged))
			console.error(`kill-browser: no edit after the last kill (${count})`);
	}
	const stored = await readStored(page, known.id);
	const unlike = unlikeLog(stored);
	tally.gaps += gapsOf(stored);
	tally.unlike += unlike.length;
	if (unlike.length) console.error(`kill-browser: unlike the log in the end: ${unlike.join(', ')}`);
}

function tell(tally, report) {
	const say = (measure, ours, unit) => report({ measure, unit, ours });
	say('kills', tally.kills, 'kills');
	say('projects that opened again', tally.opened, 'openings');
	say(`runs that ended whole, of ${PROJECTS.filter(({ isRun }) => isRun).length}`, tally.runs, 'runs');
	say('acknowledged edits', tally.acknowledged, 'edits');
	say('acknowledged edits that were lost', tally.lostAcknowledged, 'edits');
	say('edits typed and not acknowledged', tally.unacknowledged, 'edits');
	say('of those, lost', tally.lostUnacknowledged, 'edits');
	say('events that were seen and lost', tally.lostEvents, 'events');
	say('gaps in the log', tally.gaps, 'gaps');
	say('files unlike the log right after a kill', tally.torn, 'files');
	say('files unlike the log in the end', tally.unlike, 'files');
}
