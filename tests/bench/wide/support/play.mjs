/** Plays a requirement's checks on its app, each as somebody who comes for the first time, and looks for what must not be there. */
import { pagesOf } from './pages.mjs';
import { Visit } from './visit.mjs';

const CHECK_TIMEOUT_MS = 150_000;
const UNWRITTEN = async () => 'unplayable: nobody has written it';

/**
 * @param {import('playwright').Browser} browser
 * @param {{ url: string, output: () => string }} app
 * @param {{ checks: { do: string, expect: string }[], not: string[], played: { checks: Function[], not: Function[] } }} asked
 */
export async function play(browser, app, { checks, not, played }) {
	const results = [];
	const shared = { accounts: new Map() };
	shared.pages = await pagesOf(browser, app.url);
	for (const [index, check] of checks.entries()) {
		const verdict = await playOne(browser, { app, shared, check: played.checks[index] ?? UNWRITTEN });
		results.push({ ...check, ...verdict });
	}
	const forbidden = [];
	for (const [index, thing] of not.entries()) {
		const look = played.not[index];
		const { seen = '' } = look ? await playOne(browser, { app, shared, check: look }) : {};
		if (seen) forbidden.push({ thing, seen });
	}
	return { checks: results, forbidden };
}

/** @returns {Promise<{ verdict: 'held' | 'partly' | 'not' | 'unplayable', why: string, seen: string }>} `seen`: what should not be there */
async function playOne(browser, { app, shared, check }) {
	const visit = await Visit.begin(browser, app, shared);
	const tooLong = new Promise((_, fail) => {
		const timer = setTimeout(() => fail(new Error(`it took longer than ${CHECK_TIMEOUT_MS / 1000} s`)), CHECK_TIMEOUT_MS);
		timer.unref();
	});
	try {
		return visit.verdict(await Promise.race([check(visit), tooLong]));
	} catch (error) {
		visit.must(false, firstLines(error));
		return visit.verdict();
	} finally {
		await visit.dispose();
	}
}

/** What a step that could not be done says of itself, with the locator that it waited for. */
function firstLines(error) {
	const [line = '', ...more] = String(error?.message ?? error).split('\n');
	const locator = more.find((candidate) => candidate.includes('waiting for')) ?? '';
	return `${line} ${locator.trim()}`.trim();
}
