/** The Morse alphabet, and answers to exercises in it: right ones, or wrong ones. */
import { linesOf, mainText, pickIfThere, seen } from './find.mjs';
import { answersOf, pressAnswer, wordsOf } from './questions.mjs';
import { poll, settle } from './screen.mjs';

const CODES = Object.entries({
	...{
		A: '.-',
		B: '-...',
		C: '-.-.',
		D: '-..',
		E: '.',
		F: '..-.',
		G: '--.',
		H: '....',
		I: '..',
		J: '.---',
		K: '-.-',
		L: '.-..',
		M: '--'
	},
	...{
		N: '-.',
		O: '---',
		P: '.--.',
		Q: '--.-',
		R: '.-.',
		S: '...',
		T: '-',
		U: '..-',
		V: '...-',
		W: '.--',
		X: '-..-',
		Y: '-.--',
		Z: '--..'
	},
	...{ 1: '.----', 2: '..---', 3: '...--', 4: '....-', 5: '.....', 6: '-....', 7: '--...', 8: '---..', 9: '----.', 0: '-----' }
});

/** Dots and dashes, however they are written. */
const plain = (text) =>
	text
		.replace(/[·•∙.]/g, '.')
		.replace(/[−–—‒_-]/g, '-')
		.replace(/\s+/g, '');
const CODE = /^[.-]{1,6}$/;

/** @returns {string[]} the codes that stand on the page by themselves or beside their letter */
export function codesIn(text) {
	const words = linesOf(text).flatMap((line) => line.split(/\s{2,}|\s*[=:]\s+|\s(?=[·•.−–—-])/));
	return words.map(plain).filter((word) => CODE.test(word) && CODES.some(([, code]) => code === word));
}

/** The letter or code that a question asks for. */
function solutionOf(question, options) {
	const sought = codesIn(question.replace(/[?]/g, ' '))[0];
	const quoted = /[“"'‘«]\s*([A-Z0-9])\s*[”"'’»]|\b(?:letter|for|of|is|send)\s+([A-Z0-9])\b|^\W*([A-Z0-9])\W*$/m.exec(question);
	const letter = quoted?.[1] ?? quoted?.[2] ?? quoted?.[3];
	const asLetter = CODES.find(([, code]) => code === sought)?.[0];
	const asCode = CODES.find(([known]) => known === letter)?.[1];
	const wanted = [asLetter, asCode].filter(Boolean);
	return {
		at: options.findIndex(
			(option) => wanted.includes(plain(option).toUpperCase()) || wanted.includes(option.trim().toUpperCase())
		),
		typed: asLetter ?? asCode
	};
}

const NEXT = /^\W*(next|continue|check|answer|submit|finish|result|done|send|ok|show)\b/i;
export const percentIn = (text) => Number(/(\d{1,3})\s?%/.exec(text)?.[1] ?? NaN);

/**
 * Plays the exercise of a lesson to its end.
 * @param {boolean} isRight whether to answer right or wrong
 * @returns {Promise<number>} the percentage that it then shows
 */
export async function exercise(page, isRight) {
	const before = percentIn(await mainText(page));
	await pickIfThere(page, /start|begin|exercise|practi[cs]e|test/i, 500);
	for (let step = 0; step < 25; step++) {
		const text = await mainText(page);
		const answers = await answersOf(page);
		const input = seen(page.locator('main input:not([type=radio]):not([type=checkbox]), main textarea'));
		if (answers.length >= 2) await pressAnswer(answers[await wanted(text, answers, isRight)]);
		else if (await input.count())
			for (const field of await input.all())
				await field.fill(isRight ? (solutionOf(await aroundOf(field), []).typed ?? '') : '?');
		else break;
		await settle(page);
		await pickIfThere(page, NEXT, 500);
		await poll(async () => (await mainText(page)) !== text, 800);
		const now = percentIn(await mainText(page));
		if (Number.isFinite(now) && now !== before && (await answersOf(page)).length < 2) return now;
	}
	return percentIn(await mainText(page));
}

const aroundOf = (input) => input.evaluate((node) => (node.closest('li, fieldset, p, div') ?? node.parentElement).innerText);

async function wanted(text, answers, isRight) {
	const words = await Promise.all(answers.map(wordsOf));
	const question = words.reduce((rest, word) => rest.replace(word, ' '), text.slice(-600));
	const { at } = solutionOf(question, words);
	if (isRight) return Math.max(0, at);
	return at === 0 ? 1 : 0;
}
