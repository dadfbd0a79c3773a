export interface LessonsParameters {
	title: string;
	intro?: string;
	lessons: Lesson[];
	/** From how many percent right an exercise is passed. */
	passPercent: number;
	/** Whether a lesson opens only once the one before is passed. */
	isLocked: boolean;
	/** Whether the code of items, dots and dashes, can be heard as Morse. */
	hasMorse?: boolean;
	/** How many lessons are open without an account, where there are accounts; all of them where it is left out. */
	free?: number;
	/** kebab-case; where each one's results are kept. */
	collection: string;
}

export interface Lesson {
	/** kebab-case; the last part of its address. */
	slug: string;
	title: string;
	/** Paragraphs. */
	text: string[];
	/** What is learnt: a sign, its code or translation, and what helps to remember it. */
	items?: { sign: string; code?: string; hint?: string }[];
	exercise: { question: string; answers: string[]; right: number }[];
}
