import type { WordGuessParameters } from './parameters';

export const example: WordGuessParameters = {
	title: 'Garden words',
	intro: 'Which word from the garden is it? You have six tries.',
	kind: 'rows',
	words: ['apple', 'basil', 'berry', 'grass', 'hedge', 'lilac', 'maple', 'melon', 'peach', 'plant', 'tulip', 'olive'],
	tries: 6,
	letters: ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
};
