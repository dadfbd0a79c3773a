export interface SurveyParameters {
	title: string;
	intro?: string;
	questions: SurveyQuestion[];
	/** One question at a time with back and next; else all of them on one screen. */
	onePerScreen: boolean;
	/** Who sees how all have answered: everybody at any time, who has answered, or nobody here. */
	results: 'everybody' | 'after-answering' | 'none';
	/** Whether a browser can answer only once. */
	oncePerBrowser: boolean;
	thanks: string;
	/** kebab-case; where the answers are kept, without names. */
	collection: string;
	/** Answers of others to begin with, as examples: by the name of a question. */
	seeds?: Record<string, string | number | string[]>[];
	/** The last day on which it can be answered, as '2031-09-12'. */
	closesOn?: string;
}

export interface SurveyQuestion {
	/** camelCase. */
	name: string;
	/** 'choice' is one of the options, 'choices' any number of them; a 'scale' goes from a number to a number. */
	kind: 'choice' | 'choices' | 'scale' | 'text' | 'number' | 'date';
	question: string;
	options?: string[];
	from?: number;
	to?: number;
	/** What the ends of a scale mean. */
	low?: string;
	high?: string;
	isRequired?: boolean;
}
