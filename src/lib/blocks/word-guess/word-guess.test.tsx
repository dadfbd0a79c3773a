import { expect, it } from 'vitest';
import { knownLetters, marksOf, nextWord, outcomeOfLetters, outcomeOfRows } from './logic';

const marks = (guess: string, word: string) =>
	marksOf(guess, word)
		.map((mark) => ({ right: '+', elsewhere: 'o', not: '.' })[mark])
		.join('');

it('marks a letter as often as the word has it, the right places first', () => {
	expect(marks('melon', 'lemon')).toBe('o+o++');
	expect(marks('apple', 'apple')).toBe('+++++');
	expect(marks('eerie', 'hedge')).toBe('.+..+');
	expect(marks('lilac', 'fjall')).toBe('o.oo.');
});

it('knows the best of each letter from all guesses', () => {
	const known = knownLetters(['melon', 'lemur'], 'lemon');
	expect([known.get('l'), known.get('m'), known.get('u')]).toEqual(['right', 'right', 'not']);
});

it('is won by the word in time, and lost after so many others', () => {
	expect(outcomeOfRows(['peach', 'lemon'], 'lemon', 2)).toBe('won');
	expect(outcomeOfRows(['peach', 'melon'], 'lemon', 2)).toBe('lost');
	expect(outcomeOfRows(['peach'], 'lemon', 2)).toBe('open');
});

it('needs the letters of a word only, not its spaces', () => {
	expect(
		outcomeOfLetters(
			[...'tea rose'].filter((one) => one !== ' '),
			'tea rose',
			6
		)
	).toBe('won');
	expect(outcomeOfLetters(['x', 'y', 'z'], 'tea rose', 3)).toBe('lost');
});

it('takes another word than the last one, where there is one', () => {
	expect(nextWord(['Basil', 'Lilac'], 'Basil', 0)).toBe('lilac');
	expect(nextWord(['Basil'], 'Basil', 0.9)).toBe('basil');
});
