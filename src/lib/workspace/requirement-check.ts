/** Tells, before a run starts, whether a text can be a requirement at all, and what to do when it cannot. */

/** The longest requirement accepted, in UTF-16 code units. */
export const MAX_REQUIREMENT_LENGTH = 100_000;

export interface RequirementProblem {
	/** Stable, for reports and tests. */
	code: 'REQUIREMENT_EMPTY' | 'REQUIREMENT_BLANK' | 'REQUIREMENT_NO_WORDS' | 'REQUIREMENT_TOO_LONG';
	message: string;
	action: string;
}

const HAS_WORD = /[\p{L}\p{N}]/u;

/** The first problem of a text as a requirement, or undefined when the team can start on it. */
export function checkRequirement(text: string): RequirementProblem | undefined {
	if (text.length === 0)
		return {
			code: 'REQUIREMENT_EMPTY',
			message: 'There is nothing to build yet.',
			action: 'Describe the app in a sentence or two, or pick an example.'
		};
	if (text.length > MAX_REQUIREMENT_LENGTH) {
		const over = (text.length - MAX_REQUIREMENT_LENGTH).toLocaleString('en');
		return {
			code: 'REQUIREMENT_TOO_LONG',
			message: `This text has ${text.length.toLocaleString('en')} characters; ${MAX_REQUIREMENT_LENGTH.toLocaleString('en')} is the limit.`,
			action: `Shorten it by ${over} characters: keep what the app must do, drop the rest.`
		};
	}
	if (text.trim().length === 0)
		return {
			code: 'REQUIREMENT_BLANK',
			message: 'The text holds only spaces.',
			action: 'Describe the app in words, or pick an example.'
		};
	if (!HAS_WORD.test(text))
		return {
			code: 'REQUIREMENT_NO_WORDS',
			message: 'The text holds only symbols or emoji, no words.',
			action: 'Say in words what people should be able to do with the app.'
		};
	return undefined;
}
