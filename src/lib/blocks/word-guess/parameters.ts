export interface WordGuessParameters {
	title: string;
	intro?: string;
	/**
	 * How it is guessed: 'rows' are whole words whose letters are marked (right place, elsewhere, not in it); 'gallows' are single letters,
	 * and each wrong one draws a part of a hanged man.
	 */
	kind: 'rows' | 'gallows';
	/** Rows: all of the same length. */
	words: string[];
	/** Rows: how many words; gallows: how many wrong letters. */
	tries: number;
	/** The keys on the screen, row by row: ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']. */
	letters: string[];
	/** Said beside a word, by the word. */
	hints?: Record<string, string>;
}
