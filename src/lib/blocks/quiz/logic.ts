import type { QuizParameters, QuizQuestion } from './parameters';

/** How many of the answers are right. @param given index of the answer per question */
export function scoreOf(questions: readonly QuizQuestion[], given: readonly number[]): number {
	return questions.filter(({ right }, index) => given[index] === right).length;
}

/** The places of questions in another order than the last one, where there is another. @param mix gives things a new order */
export function nextOrder(count: number, last: readonly number[] | undefined, mix: (order: number[]) => number[]): number[] {
	const inOrder = Array.from({ length: count }, (_, index) => index);
	const mixed = mix(inOrder);
	if (!last || count < 2 || mixed.some((place, index) => place !== last[index])) return mixed;
	// Chance has given the same order once more: the last question comes first.
	return [...mixed.slice(-1), ...mixed.slice(0, -1)];
}

/** What is said of a share of right answers: the most demanding result that it reaches. @param share 0 to 1 */
export function resultOf<R extends QuizParameters['results'][number]>(results: readonly R[], share: number): R | undefined {
	return [...results].sort((a, b) => b.from - a.from).find(({ from }) => share >= from);
}
