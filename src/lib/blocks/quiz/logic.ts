import type { QuizParameters, QuizQuestion } from './parameters';

/** How many of the answers are right. @param given index of the answer per question */
export function scoreOf(questions: readonly QuizQuestion[], given: readonly number[]): number {
	return questions.filter(({ right }, index) => given[index] === right).length;
}

/** What is said of a share of right answers: the most demanding result that it reaches. @param share 0 to 1 */
export function resultOf<R extends QuizParameters['results'][number]>(results: readonly R[], share: number): R | undefined {
	return [...results].sort((a, b) => b.from - a.from).find(({ from }) => share >= from);
}
