import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { example } from './example';
import type { WordGuessParameters } from './parameters';

const words = z.string().trim().min(1);
const lengthOf = (word: string) => [...word].length;
/** The letters of a word that no key has. */
const missing = (word: string, letters: readonly string[]) =>
	[...word.toLowerCase()].filter((letter) => /\p{L}/u.test(letter) && !letters.join('').toLowerCase().includes(letter));

export const entry: BlockEntry<WordGuessParameters> = {
	name: 'word-guess',
	line: 'Guess a word: whole words in rows with marked letters, or letter by letter as in hangman; keys on the screen',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			title: words.max(80),
			intro: words.max(200).optional(),
			kind: z.enum(['rows', 'gallows']),
			words: z.array(words.max(24)).min(1),
			tries: z.int().min(1).max(12),
			letters: z.array(words).min(1).max(5),
			hints: z.record(z.string(), words).optional()
		})
		.superRefine(({ kind, words, letters }, context) => {
			if (kind === 'rows' && new Set(words.map(lengthOf)).size > 1)
				context.addIssue({ code: 'custom', path: ['words'], message: 'words in rows all have the same number of letters' });
			if (kind === 'rows' && words.some((word) => /[^\p{L}]/u.test(word)))
				context.addIssue({ code: 'custom', path: ['words'], message: 'words in rows are of letters only' });
			for (const word of words)
				if (missing(word, letters).length)
					context.addIssue({
						code: 'custom',
						path: ['letters'],
						message: `no key has ${missing(word, letters).join(', ')}, which '${word}' needs`
					});
		}),
	needs: [],
	criteria: ({ kind, tries }) =>
		kind === 'rows'
			? [
					{
						check: 'marks-letters',
						text: 'When a word is entered, each letter shall be marked: in the right place, elsewhere in the word, or not in it.'
					},
					{ check: 'refuses-short', text: 'When a word is too short, it shall say how many letters are needed and take no try.' },
					{ check: 'wins', text: 'When the word is found, it shall say so and count it; the next word can be played.' },
					{
						check: 'loses-shows-word',
						text: `When ${tries} words were wrong, it shall say which word it was.`
					},
					{ check: 'types', text: 'Letters shall be entered by real keys and by keys on the screen, and be deleted.' },
					{ check: 'stays', text: 'How many words were found shall be kept on the device.' }
				]
			: [
					{
						check: 'opens-letters',
						text: 'When a letter of the word is guessed, it shall be shown at all its places; a wrong one draws a part more.'
					},
					{ check: 'once', text: 'A letter that was guessed shall not count a second time.' },
					{ check: 'wins', text: 'When all letters are found, it shall say so and count it; the next word can be played.' },
					{ check: 'loses-shows-word', text: `After ${tries} wrong letters it shall say which word it was.` },
					{ check: 'stays', text: 'How many words were found shall be kept on the device.' }
				],
	example
};
