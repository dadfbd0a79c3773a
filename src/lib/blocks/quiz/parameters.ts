export interface QuizParameters {
	title: string;
	intro: string;
	questions: QuizQuestion[];
	/** What is said at the end, by the share of right answers that it takes (0 to 1). One of them from 0. */
	results: { from: number; title: string; text: string }[];
	/** Whether each answer is told to be right or wrong at once. */
	tellsAtOnce?: boolean;
	/** Whether the questions come in another order each time. */
	shuffles?: boolean;
	/** How long each question can be answered; without an end unless said. */
	secondsPerQuestion?: number;
}

export interface QuizQuestion {
	text: string;
	/** The name of an icon or drawing beside the question. */
	icon?: string;
	answers: string[];
	/** Index of the right answer, from 0. */
	right: number;
	/** Said once it is answered. */
	because?: string;
}
