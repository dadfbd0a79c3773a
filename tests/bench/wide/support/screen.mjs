/** What is on the screen, in words, and when it has come to rest. */

const REST_MS = 120;
const LONGEST_MS = 1500;

/** Waits until the page is loaded and has stopped to change; a clock that runs on it is not waited for. */
export async function settle(page) {
	await page.waitForLoadState('networkidle', { timeout: LONGEST_MS }).catch(() => {});
	await page
		.evaluate(
			([restMs, longestMs]) =>
				new Promise((done) => {
					let timer = setTimeout(done, restMs);
					const observer = new MutationObserver(() => {
						clearTimeout(timer);
						timer = setTimeout(done, restMs);
					});
					observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
					setTimeout(done, longestMs);
				}),
			[REST_MS, LONGEST_MS]
		)
		.catch(() => {});
}

/** All that can be read, of the page or of a part of it. */
export async function textOf(place) {
	const root = 'goto' in place ? place.locator('body') : place;
	return (await root.innerText().catch(() => '')).replace(/[ \t\u00a0\u202f]+/g, ' ');
}

/** Whether something that fits can be read, now or soon. */
export async function reads(place, pattern, waitMs = 2500) {
	return poll(async () => pattern.test(await textOf(place)), waitMs);
}

/** Whether something that fits can be read that was not there in `before`, now or soon. */
export async function gains(page, before, pattern, waitMs = 3000) {
	const old = new Set(before.split('\n').map((line) => line.trim()));
	const fresh = async () => (await textOf(page)).split('\n').filter((line) => !old.has(line.trim()));
	return poll(async () => pattern.test((await fresh()).join('\n')), waitMs);
}

/** Asks again until it is so. @param {() => Promise<unknown>} ask */
export async function poll(ask, waitMs = 2500) {
	const deadline = performance.now() + waitMs;
	for (;;) {
		const answer = await ask();
		if (answer) return answer;
		if (performance.now() > deadline) return false;
		await new Promise((done) => setTimeout(done, 100));
	}
}

/** The first of these that can be seen, in the order in which they are given; waits a little for any. */
export async function firstVisible(locators, waitMs = 1500) {
	const found = await poll(async () => {
		for (const locator of locators) {
			const seen = locator.filter({ visible: true });
			if (await seen.count()) return seen.first();
		}
		return undefined;
	}, waitMs);
	return found || undefined;
}

/** The visible ones of a locator. */
export const allVisible = (locator) => locator.filter({ visible: true }).all();

/** Sentences of five words or more. */
export const sentencesIn = (text) =>
	text
		.split(/(?<=[.!?\u3002\uff01\uff1f])\s+|(?<=[\u3002\uff01\uff1f])|\n+/)
		.filter((sentence) => /[.!?\u3002\uff01\uff1f\u2026"\u201d\u00bb]$/.test(sentence.trim()))
		.filter((sentence) => sentence.trim().split(/\s+/).length >= 5 || /\p{Script=Han}{6}/u.test(sentence));

/** Words on which nobody may stumble: filler Latin, and what a program left behind. */
export const FILLER = /lorem ipsum|dolor sit|\bundefined\b|\bNaN\b|\[object |\bTODO\b|example text/i;
