/** A requirement as it was read: what is said of style, what kind of app it is, and the sentences about the app itself. */
import { accessOf, type Access } from './access';
import { kindOf, type KindGuess } from './kind';
import { languageOf, type Language } from './language';
import { nameOf } from './names';
import { sentencesOf } from './sentences';
import { takeOffStyle, type Style } from './style';
import { subjectOf, type Subject } from './subject';

export interface ReadSentence {
	/** Verbatim. */
	quote: string;
	/** Without style; undefined when it is about nothing else. */
	text: string | undefined;
	under?: string;
	isHeading: boolean;
}

export interface Reading {
	requirement: string;
	/** What is said of the app, without style. */
	text: string;
	/** The sentences of `text`. */
	lines: string[];
	sentences: ReadSentence[];
	language: Language | 'other';
	style: Style;
	guess: KindGuess;
	name: string | undefined;
	subject: Subject | undefined;
	access: Access;
}

export function readRequirement(requirement: string): Reading {
	const found = sentencesOf(requirement.replace(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e]/g, ' '));
	const { style, rest } = takeOffStyle(found.map((sentence) => sentence.text));
	const sentences = found.map((sentence, at): ReadSentence => ({
		quote: sentence.text,
		text: rest[at],
		isHeading: sentence.isHeading,
		...(sentence.under ? { under: sentence.under } : {})
	}));
	const lines = sentences.flatMap((sentence) => sentence.text ?? []);
	const text = lines.join(' ');
	const language = languageOf(text);
	return {
		requirement,
		text,
		lines,
		sentences,
		language,
		style,
		guess: kindOf(text),
		name: nameOf(text),
		subject: language === 'other' ? undefined : subjectOf(text, language),
		access: accessOf(text)
	};
}
