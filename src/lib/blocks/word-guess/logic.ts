/** Guessing words: what is right about a guess, and how a game stands. */

export type Mark = 'right' | 'elsewhere' | 'not';

/** What is right about a word of the same length. A letter is marked as often as the word has it, the right places first. */
export function marksOf(guess: string, word: string): Mark[] {
	const letters = [...word];
	const marks: Mark[] = [...guess].map((letter, place) => (letter === letters[place] ? 'right' : 'not'));
	const left = letters.filter((_, place) => marks[place] !== 'right');
	return [...guess].map((letter, place) => {
		if (marks[place] === 'right') return 'right';
		const at = left.indexOf(letter);
		if (at < 0) return 'not';
		left.splice(at, 1);
		return 'elsewhere';
	});
}

const RANK: Record<Mark, number> = { right: 2, elsewhere: 1, not: 0 };

/** What is known of each letter: the best that any guess has told. */
export function knownLetters(guesses: readonly string[], word: string): Map<string, Mark> {
	const known = new Map<string, Mark>();
	for (const guess of guesses)
		for (const [place, mark] of marksOf(guess, word).entries()) {
			const letter = [...guess][place] ?? '';
			const before = known.get(letter);
			if (before === undefined || RANK[mark] > RANK[before]) known.set(letter, mark);
		}
	return known;
}

/** The letters of a word that may be guessed: what is no letter, as a space or a hyphen, is seen from the start. */
export const lettersOf = (word: string): string[] => [...new Set([...word].filter((letter) => /\p{L}/u.test(letter)))];

export const wrongOf = (guessed: readonly string[], word: string): string[] => guessed.filter((letter) => !word.includes(letter));

export type Outcome = 'open' | 'won' | 'lost';

/** @param guesses whole words */
export const outcomeOfRows = (guesses: readonly string[], word: string, tries: number): Outcome =>
	guesses.includes(word) ? 'won' : guesses.length >= tries ? 'lost' : 'open';

/** @param guessed single letters */
export const outcomeOfLetters = (guessed: readonly string[], word: string, tries: number): Outcome =>
	lettersOf(word).every((letter) => guessed.includes(letter)) ? 'won' : wrongOf(guessed, word).length >= tries ? 'lost' : 'open';

/** Another word than the last one, where there are several. @param chance from 0 up to 1 */
export function nextWord(words: readonly string[], last: string | undefined, chance: number): string {
	const others = words.filter((word) => word !== last);
	const from = others.length ? others : words;
	return (from[Math.floor(chance * from.length)] ?? '').toLowerCase();
}
