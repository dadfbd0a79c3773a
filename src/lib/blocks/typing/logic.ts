/** How fast and how exactly a text was typed. */

/** Five signs count as a word. @source the usual measure of typing speed */
const SIGNS_PER_WORD = 5;

/** The places of a text that were typed wrongly. */
export function errorsIn(text: string, typed: string): number[] {
	const wanted = [...text];
	return [...typed].flatMap((sign, index) => (sign === wanted[index] ? [] : [index]));
}

/** Right signs per minute, in words. @param seconds more than 0 */
export function speedOf(text: string, typed: string, seconds: number): number {
	const right = [...typed].length - errorsIn(text, typed).length;
	return seconds > 0 ? Math.round(right / SIGNS_PER_WORD / (seconds / 60)) : 0;
}

/** Share of what was typed that is right, 0 to 1. */
export function accuracyOf(text: string, typed: string): number {
	const count = [...typed].length;
	return count ? 1 - errorsIn(text, typed).length / count : 1;
}
