/** Words of a text; signs of scripts without spaces count one each. */
export function wordsIn(text: string): number {
	return (
		text
			.match(
				/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}'’-])+/gu
			)
			?.filter((word) => /[\p{L}\p{N}]/u.test(word)).length ?? 0
	);
}

/** Characters as people count them. */
export const signsIn = (text: string): number => [...text].length;

/** How many words are read in a minute. */
const READ_PER_MINUTE = 220;
export const minutesFor = (words: number): number => Math.ceil(words / READ_PER_MINUTE);
