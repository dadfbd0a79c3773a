import type { FormField } from '../data';

export interface AssistantParameters {
	/** Who answers: 'Warmth helper'. It says that it is a program. */
	name: string;
	greeting: string;
	/** What it knows; nothing else is ever said. */
	answers: AssistantAnswer[];
	/** Said where nothing fits. */
	noAnswer: string;
	/** What is offered then: leaving a message for a person. */
	person?: {
		/** The button: 'Ask for a call back'. */
		action: string;
		fields: FormField[];
		thanks: string;
		/** kebab-case; where the messages are kept. Only the owner reads them. */
		collection: string;
	};
	/** Words that always get this number, large and before anything else. */
	urgent?: { words: string[]; number: string; text: string };
	/** At the bottom right of the window, opened by a button, or as a part of the page. */
	place: 'corner' | 'page';
}

export interface AssistantAnswer {
	question: string;
	answer: string;
	group?: string;
	/** Other ways to ask, or words that mean the same; tests ask them. */
	asked?: string[];
}
