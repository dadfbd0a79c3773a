import { expect } from 'vitest';
import type { CheckContext, Checks } from '../../testing/check-page';
import type { WordGuessParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<WordGuessParameters>;

export const checks = {
	'marks-letters': async (context) => {
		const all = lower(context.parameters.words);
		const guess = all[0]!;
		await enter(context, guess);
		const marks = marksIn(context, 0);
		expect(marks.map(({ letter }) => letter).join('')).toBe(guess.toUpperCase());
		// Some word of the list must have just these marks, counted the plain way: by place, then by what is left.
		expect(all.some((word) => fits(word, guess, marks))).toBe(true);
		const known = context.view.getByRole('group', { name: words('letters') }).textContent ?? '';
		expect(known.toUpperCase()).toContain(guess[0]!.toUpperCase());
	},
	'refuses-short': async (context) => {
		const [word = ''] = lower(context.parameters.words);
		await type(context, word.slice(0, -1));
		await context.user.press('Enter');
		expect(context.view.getByRole('status').textContent).toBe(words('short', { n: [...word].length }));
		expect(marksIn(context, 0).every(({ mark }) => mark === undefined)).toBe(true);
		await context.user.press(word.slice(-1));
		expect(context.view.getByRole('status').textContent).toBe('');
	},
	types: async (context) => {
		const [word = ''] = lower(context.parameters.words);
		const { view, user } = context;
		for (const letter of word) await user.click(view.getByRole('button', { name: letter.toUpperCase() }));
		expect(typed(context)).toBe(word.toUpperCase());
		await user.click(view.getByRole('button', { name: words('delete-letter') }));
		expect(typed(context)).toBe(word.slice(0, -1).toUpperCase());
		await user.press('Backspace');
		expect(typed(context)).toBe(word.slice(0, -2).toUpperCase());
		await type(context, word.slice(-2));
		await user.click(view.getByRole('button', { name: words('enter') }));
		expect(marksIn(context, 0).every(({ mark }) => mark !== undefined)).toBe(true);
	},
	'opens-letters': async (context) => {
		const letters = alphabet(context);
		let wrong = 0;
		for (const letter of letters) {
			if (isOver(context)) break;
			const before = open(context);
			await context.user.press(letter);
			const after = open(context);
			if (after.join('') === before.join('')) wrong++;
			else expect(after.filter((one) => one === letter.toUpperCase()).length).toBeGreaterThan(0);
			expect(context.view.getByText(words('wrong-left', { n: wrong, all: context.parameters.tries }))).toBeTruthy();
		}
		expect(isOver(context)).toBe(true);
		// The letters that are shown are those of one word, each at all its places.
		const shown = open(context);
		expect(lower(context.parameters.words).some((word) => agrees(word, shown))).toBe(true);
	},
	once: async (context) => {
		const wrong = () => context.view.getByRole('img', { name: /\d/ }).getAttribute('aria-label');
		for (const letter of alphabet(context).slice(0, 3)) {
			await context.user.press(letter);
			const before = [wrong(), open(context).join()];
			if (isOver(context)) return;
			await context.user.press(letter);
			expect([wrong(), open(context).join()]).toEqual(before);
		}
	},
	wins: async (context) => {
		await winOnce(context);
		expect(context.view.getByRole('status').textContent).toContain(words('won'));
		expect(figure(context, words('won-count'))).toBe('1');
		await context.user.click(context.view.getByRole('button', { name: words('next') }));
		expect(isOver(context)).toBe(false);
		if (context.parameters.kind === 'rows') expect(marksIn(context, 0).every(({ letter }) => letter === '')).toBe(true);
		else expect(open(context).join('')).toBe('');
	},
	'loses-shows-word': async (context) => {
		const { parameters, view } = context;
		await loseOnce(context);
		const said = view.getByRole('status').textContent ?? '';
		expect(said).toContain(words('lost'));
		expect(lower(parameters.words).filter((word) => said.includes(words('was', { word: word.toUpperCase() })))).toHaveLength(1);
		expect(figure(context, words('won-count'))).toBe('0');
	},
	stays: async (context) => {
		await winOnce(context);
		const again = { ...context, view: await context.reload() };
		expect(figure(again, words('won-count'))).toBe('1');
	}
} satisfies Checks<WordGuessParameters>;

const lower = (all: readonly string[]) => all.map((word) => word.toLowerCase());
const alphabet = ({ parameters }: Context) => [...parameters.letters.join('').toLowerCase()];
const figure = ({ view }: Context, label: string) => view.getByText(label).nextElementSibling?.textContent;
const isOver = ({ view }: Context) => view.queryByRole('button', { name: words('next') }) !== null;

async function type({ user }: Context, text: string): Promise<void> {
	for (const letter of text) await user.press(letter);
}
async function enter(context: Context, word: string): Promise<void> {
	await type(context, word);
	await context.user.press('Enter');
}

/** A row of the board as it is shown. */
function marksIn({ view }: Context, row: number) {
	const line = view.getByLabelText(words('board')).children[row];
	return [...(line?.children ?? [])].map((one) => ({
		letter: one.textContent ?? '',
		mark: (one as HTMLElement).dataset['mark']
	}));
}
const typed = (context: Context) =>
	marksIn(context, 0)
		.map(({ letter }) => letter)
		.join('');

/** Whether a word would mark a guess like this. */
function fits(word: string, guess: string, marks: readonly { mark: string | undefined }[]): boolean {
	return [...guess].every((letter, at) => {
		const mark = marks[at]?.mark;
		if (mark === 'right') return word[at] === letter;
		if (word[at] === letter) return false;
		const told = [...guess].filter((one, place) => one === letter && marks[place]?.mark !== 'not').length;
		const has = [...word].filter((one) => one === letter).length;
		return mark === 'elsewhere' ? has >= told : has === told;
	});
}

/** The letters of the word that are open, '' for each that is hidden. */
const open = ({ view }: Context) =>
	[...view.getByRole('group', { name: words('word') }).children].map((one) => {
		const label = one.getAttribute('aria-label') ?? '';
		return label === words('hidden') || !/\p{L}/u.test(label) ? '' : label;
	});

/** Whether a word has these letters at these places. */
const agrees = (word: string, shown: readonly string[]) =>
	[...word].length === shown.length && shown.every((letter, at) => letter === '' || letter === [...word.toUpperCase()][at]);

/** Plays as somebody who knows all words of the list, again where that is not enough, until one is found. */
async function winOnce(context: Context): Promise<void> {
	for (let game = 0; game < 30; game++) {
		await (context.parameters.kind === 'rows' ? playRows(context) : playLetters(context));
		if (context.view.queryByText(words('won'))) return;
		await context.user.click(context.view.getByRole('button', { name: words('next') }));
	}
	throw new Error('No word was found in thirty games.');
}

async function playRows(context: Context): Promise<void> {
	let left = [...new Set(lower(context.parameters.words))];
	for (let row = 0; !isOver(context); row++) {
		const [guess = ''] = left;
		await enter(context, guess);
		const marks = marksIn(context, row);
		left = left.filter((word) => word !== guess && fits(word, guess, marks));
	}
}

async function playLetters(context: Context): Promise<void> {
	const tried = new Set<string>();
	while (!isOver(context)) {
		const shown = open(context);
		const left = lower(context.parameters.words).filter((word) => agrees(word, shown));
		const letter = alphabet(context)
			.filter((one) => !tried.has(one))
			.sort((a, b) => left.filter((word) => word.includes(b)).length - left.filter((word) => word.includes(a)).length)[0];
		if (!letter) throw new Error('All letters were tried, and the game is not over.');
		tried.add(letter);
		await context.user.press(letter);
	}
}

/** Loses: by what fits least. A word that is found by chance is followed by the next one. */
async function loseOnce(context: Context): Promise<void> {
	const { parameters, view, user } = context;
	const all = lower(parameters.words);
	if (parameters.kind === 'rows') {
		// A word of one letter only, as no list has it.
		const letters = alphabet(context);
		const length = [...all[0]!].length;
		const nonsense = letters.map((letter) => letter.repeat(length)).find((word) => !all.includes(word))!;
		for (let row = 0; row < parameters.tries; row++) await enter(context, nonsense);
		return;
	}
	for (let game = 0; game < 30; game++) {
		const letters = alphabet(context).sort(
			(a, b) => all.filter((word) => word.includes(a)).length - all.filter((word) => word.includes(b)).length
		);
		for (const letter of letters) if (!isOver(context)) await user.press(letter);
		if (view.queryByText(words('lost'))) return;
		await user.click(view.getByRole('button', { name: words('next') }));
	}
	throw new Error('No word was missed in thirty games.');
}
