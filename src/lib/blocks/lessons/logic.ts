import type { LessonsParameters } from './parameters';

/** Which lessons are open, and how an exercise went. */

/** What is kept of a lesson that was tried. */
export interface Result {
	lesson: string;
	/** 0 to 100. */
	percent: number;
}

/** The best result by lesson. */
export function bestOf(results: readonly Result[]): Map<string, number> {
	const best = new Map<string, number>();
	for (const { lesson, percent } of results) best.set(lesson, Math.max(percent, best.get(lesson) ?? 0));
	return best;
}

export type LessonState = 'passed' | 'open' | 'closed' | 'needs-account';

/** @param isVisitor whether there are accounts and nobody is signed in */
export function statesOf(
	{ lessons, passPercent, isLocked, free = lessons.length }: LessonsParameters,
	best: ReadonlyMap<string, number>,
	isVisitor: boolean
): LessonState[] {
	const isPassed = (index: number) => (best.get(lessons[index]?.slug ?? '') ?? -1) >= passPercent;
	return lessons.map((_, index) => {
		if (isVisitor && index >= free) return 'needs-account';
		if (isPassed(index)) return 'passed';
		return isLocked && index > 0 && !isPassed(index - 1) ? 'closed' : 'open';
	});
}

/** Whole percent of right answers. @param given index of the answer by question */
export function percentOf(exercise: readonly { right: number }[], given: readonly (number | undefined)[]): number {
	const right = exercise.filter((one, index) => given[index] === one.right).length;
	return Math.floor((right / Math.max(1, exercise.length)) * 100);
}

export interface Beep {
	startS: number;
	lengthS: number;
}

/** One dot, in seconds: about twelve words a minute. */
const DOT_S = 0.1;

/** The beeps of a code of dots and dashes. @source ITU-R M.1677: a dash is three dots, with one between signs and three between letters */
export function beepsOf(code: string): Beep[] {
	const beeps: Beep[] = [];
	let atS = 0;
	for (const sign of code) {
		if (/[.·•]/.test(sign)) beeps.push({ startS: atS, lengthS: DOT_S });
		else if (/[-–—_−]/.test(sign)) beeps.push({ startS: atS, lengthS: 3 * DOT_S });
		else {
			atS += 2 * DOT_S;
			continue;
		}
		atS += (beeps.at(-1)?.lengthS ?? 0) + DOT_S;
	}
	return beeps;
}
