/** What a composer works from: the reading in one of the four languages, and the words of that language. */
import type { Language } from '../reading/language';
import type { Reading } from '../reading/reading';
import { capital, PHRASES, type Phrases } from './phrases';

export interface Context extends Reading {
	language: Language;
	words: Phrases;
	/** The name, or what the app is about, as a title. */
	title: string;
	/** What the composer had to assume; it adds to them. */
	assumptions: string[];
	/** The first sentence that fits, verbatim. */
	lineWith(words: RegExp): string | undefined;
	says(words: RegExp): boolean;
}

export function contextOf(reading: Reading, fallbackTitle: string): Context {
	const language = reading.language === 'other' ? 'en' : reading.language;
	const subject = reading.subject?.phrase.replace(/\s+on \d.*$/, '');
	const title = reading.name ?? (subject ? capital(subject) : fallbackTitle);
	return {
		...reading,
		language,
		words: PHRASES[language],
		title: title.slice(0, 70),
		assumptions: [],
		lineWith: (words) => reading.lines.find((line) => words.test(line)),
		says: (words) => words.test(reading.text)
	};
}
