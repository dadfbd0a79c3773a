/** Questions with answers to press, one at a time: how somebody reads one, answers it and goes on. */
import { linesOf, mainText, seen } from './find.mjs';
import { entry } from './moves.mjs';
import { poll, settle } from './screen.mjs';

/** Buttons that are no answer. */
const STEERING =
	/^\W*(next|continue|go on|back|previous|skip|start|begin|submit|check|finish|show|see|results?|(try|play) again|restart|quit|menu|close|home|share|print|hear|listen|play|repeat|open|clear)\b/i;
export const START = /^\W*(start|begin|take (the|our|this)|let.?s go|go!?$|play\b)/i;
const NEXT =
	/^\W*(next|continue|go on|finish|see (your |the |my )?(score|results?)|show (your |the |my )?(score|results?)|results?|send|submit|done)\b/i;
export const AGAIN = /again|restart|start over|another round|new (round|game|quiz)/i;

/** The answers of the question that is shown: radio buttons, or buttons that steer nothing. */
export async function answersOf(page) {
	const main = page.locator('main').or(page.locator('body')).first();
	const radios = main.getByRole('radio');
	if ((await radios.count()) >= 2) return radios.all();
	const all = await seen(main.getByRole('button')).all();
	const texts = await Promise.all(all.map(wordsOf));
	return all.filter((_, index) => texts[index] && !STEERING.test(texts[index]));
}

/** The words of an answer, whether it is a button or a radio button beside its label. */
export const wordsOf = (answer) =>
	answer
		.evaluate((node) => (node.innerText || node.labels?.[0]?.innerText || node.getAttribute('aria-label') || '').trim())
		.catch(() => '');

/** The question that is shown; '' for none. */
export async function questionOf(page) {
	const lines = linesOf(await mainText(page));
	return lines.find((line) => line.endsWith('?')) ?? lines.find((line) => /[:…]$|\.\.\.$/.test(line)) ?? '';
}

/** Begins the questions where the app has them. @throws Error where none of `count` answers comes */
export async function startQuestions(app, likely, { page = app.page, least = 2 } = {}) {
	const isOpen = async () => (await answersOf(page)).length >= least && (await questionOf(page)) !== '';
	for (const name of [START, likely, START]) {
		if (await poll(isOpen, 600)) return;
		const button = name && (await entry(page, name, 400));
		await button?.click();
		await settle(page);
	}
	if (!(await poll(isOpen, 600))) throw new Error(`no question with ${least} answers comes`);
}

const GOOD = /\b(right|correct|yes|well done|exactly|great|good|perfect|spot on)\b/i;
const BAD = /\b(wrong|incorrect|not quite|not right|not correct|almost|oops|sorry|not this|no)\b/i;

/** @returns {boolean | undefined} what is said of an answer: right, wrong, or nothing */
function verdictOf(lines) {
	const text = lines.join(' ');
	if (BAD.test(text)) return false;
	return GOOD.test(text) ? true : undefined;
}

/**
 * Answers the question that is shown.
 * @param {(question: string, words: string[]) => number} choose which answer, from 0
 * @returns `right`: the words of the answer that is shown to be right; `said`: what can be read since
 */
export async function answer(page, choose) {
	const question = await questionOf(page);
	const answers = await answersOf(page);
	const words = await Promise.all(answers.map(wordsOf));
	const index = Math.max(0, Math.min(answers.length - 1, choose(question, words)));
	const before = linesOf(await mainText(page));
	const looks = await looksOf(answers);
	await pressAnswer(answers[index]);
	const fresh = async () => linesOf(await mainText(page)).filter((line) => !before.includes(line));
	await poll(async () => verdictOf(await fresh()) !== undefined, 700);
	const said = await fresh();
	const isRight = verdictOf(said);
	const right = isRight ? words[index] : await rightOf(page, { words, index, said, looks });
	return { question, words, index, said, isRight, right };
}

export async function pressAnswer(control) {
	const isRadio = await control.evaluate((node) => node.type === 'radio');
	if (isRadio) await control.check({ force: true });
	else await control.click();
}

/** What tells one answer from the others to the eye. */
const looksOf = (answers) =>
	Promise.all(
		answers.map((answer) =>
			answer.evaluate((node) => {
				const { backgroundColor, borderTopColor, color, boxShadow } = getComputedStyle(node.closest('label, li') ?? node);
				return [backgroundColor, borderTopColor, color, boxShadow].join('|');
			})
		)
	);

/** After a wrong answer: the one that is named beside it, marked in words, or looks unlike the others. */
async function rightOf(page, { words, index, said, looks }) {
	const text = said.join(' ');
	const named = words.filter((word, at) => at !== index && word.length > 1 && text.includes(word));
	if (named.length === 1) return named[0];
	const answers = await answersOf(page);
	if (answers.length !== words.length) return undefined;
	const told = await Promise.all(
		answers.map((option) => option.evaluate((node) => `${node.innerText} ${node.getAttribute('aria-label') ?? ''}`))
	);
	const marked = told.findIndex((note, at) => at !== index && /right|correct|✓|✔/i.test(note.replace(words[at], '')));
	if (marked >= 0) return words[marked];
	const now = await looksOf(answers);
	const others = now.filter((_, at) => at !== index);
	const odd = now.findIndex(
		(look, at) => at !== index && look !== looks[at] && others.filter((other) => other === look).length === 1
	);
	return words[odd];
}

/** Goes on to the next question, by a button where it does not go on by itself. @returns {Promise<boolean>} */
export async function goOn(page, from) {
	const isPast = async () => (await questionOf(page)) !== from;
	if (await poll(isPast, 150)) return true;
	const named = { name: NEXT, disabled: false };
	const next = seen(page.getByRole('button', named).or(page.getByRole('link', { name: NEXT }))).last();
	if (await poll(() => next.count(), 800)) await next.click();
	return poll(isPast, 1500);
}

/** Plays the questions to their end; `after` each answer, before it goes on. */
export async function playThrough(page, choose, { most = 40, least = 2, after = async () => {} } = {}) {
	const played = [];
	while (played.length < most && (await answersOf(page)).length >= least) {
		const question = await questionOf(page);
		if (!question || played.at(-1)?.question === question) break;
		played.push(await answer(page, choose));
		await after();
		if (!(await goOn(page, question))) break;
	}
	return played;
}
