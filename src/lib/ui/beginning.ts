/** The beginning of a long text, cut where a line or at least a character ends; the text itself when it is short enough. */
export function beginningOf(text: string, { maxLines, maxLength }: { maxLines: number; maxLength: number }): string {
	const lines = text.slice(0, maxLength + 1).split('\n');
	const start = lines.slice(0, maxLines).join('\n').slice(0, maxLength);
	if (start.length === text.length) return text;
	// Half of a character, or of a word, is no end.
	const whole = start.replace(/[\uD800-\uDBFF]$/, '');
	const atWord = lines.length > maxLines ? whole : whole.replace(/\s+\S{0,24}$/, '');
	return `${atWord.trimEnd()}…`;
}
