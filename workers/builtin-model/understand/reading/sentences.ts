/** A requirement as its sentences: prose, headings and the items of lists, in the scripts of all languages that are read. */
import nlp from 'compromise';

export interface Sentence {
	/** As the person wrote it, without the sign of a list. */
	text: string;
	/** An item of a list belongs to the heading or the sentence with a colon before it. */
	under?: string;
	isHeading: boolean;
}

const BULLET = /^\s*(?:[-*•–·]|\d{1,2}[.)]|[a-z]\))\s+/;
const HEADING = /^\s*(?:#{1,6}\s+(.+?)\s*#*|\*\*(.+?)\*\*:?|([^.!?。]{2,60}):)\s*$/;

export function sentencesOf(text: string): Sentence[] {
	const sentences: Sentence[] = [];
	let under: string | undefined;
	for (const line of text.replace(/\r/g, '').split('\n')) {
		if (line.trim() === '') continue;
		const heading = HEADING.exec(line);
		if (heading) {
			under = (heading[1] ?? heading[2] ?? heading[3] ?? '').trim();
			sentences.push({ text: under, isHeading: true });
			continue;
		}
		const isItem = BULLET.test(line);
		if (!isItem) under = undefined;
		for (const sentence of split(line.replace(BULLET, '')))
			sentences.push({ text: sentence, isHeading: false, ...(isItem && under ? { under } : {}) });
		// 'It should have:' before a list of bullets.
		if (!isItem && /[::]\s*$/.test(line)) under = line.trim().replace(/[::]\s*$/, '');
	}
	return sentences;
}

function split(line: string): string[] {
	if (/\p{Script=Han}/u.test(line)) {
		return line
			.split(/(?<=[。!?!?;;])/)
			.map((sentence) => sentence.trim())
			.filter(Boolean);
	}
	// The library takes '12:15 and' and '2.5 l' as they are; abbreviations too.
	return (nlp(line).sentences().out('array') as string[])
		.map((sentence) => sentence.trim())
		.filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}
