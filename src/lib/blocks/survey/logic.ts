import type { SurveyQuestion } from './parameters';

/** Answers to a survey: what is missing, and how many have answered what. */

export type Answer = string | number | string[];
export type Answers = Record<string, Answer>;

export const isAnswered = (answer: Answer | undefined): boolean =>
	answer !== undefined && (typeof answer === 'number' || answer.length > 0);

/** The steps of a scale. */
export const scaleOf = ({ from = 1, to = 5 }: SurveyQuestion): number[] =>
	Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

export interface Count {
	label: string;
	count: number;
	/** Of those who have answered the question, 0 to 1. */
	share: number;
}

/** How often each option was chosen; empty for a question that has none. */
export function countsOf(question: SurveyQuestion, all: readonly Partial<Answers>[]): Count[] {
	const { name, kind, options = [] } = question;
	const labels = kind === 'scale' ? scaleOf(question).map(String) : kind === 'choice' || kind === 'choices' ? options : [];
	const given = all.map((answers) => answers[name]).filter((answer) => isAnswered(answer));
	return labels.map((label) => {
		const count = given.filter((answer) => (Array.isArray(answer) ? answer.includes(label) : String(answer) === label)).length;
		return { label, count, share: given.length ? count / given.length : 0 };
	});
}

/** Of numbers and scales; undefined while nobody has answered. */
export function meanOf({ name }: SurveyQuestion, all: readonly Partial<Answers>[]): number | undefined {
	const numbers = all.map((answers) => answers[name]).filter((answer): answer is number => typeof answer === 'number');
	return numbers.length ? numbers.reduce((sum, one) => sum + one, 0) / numbers.length : undefined;
}

/** Texts and days as they were written, the newest first. */
export const textsOf = ({ name }: SurveyQuestion, all: readonly Partial<Answers>[]): string[] =>
	all
		.map((answers) => answers[name])
		.filter((answer): answer is string => typeof answer === 'string' && answer.trim() !== '')
		.reverse();
