/** Tells, before a run starts, whether a text can be a requirement at all, and what to do when it cannot. */

/** The longest requirement accepted, in UTF-16 code units. */
export const MAX_REQUIREMENT_LENGTH = 100_000;

export interface RequirementProblem {
	/** Stable, for reports and tests. */
	code: 'REQUIREMENT_EMPTY' | 'REQUIREMENT_BLANK' | 'REQUIREMENT_NO_WORDS' | 'REQUIREMENT_QUESTION' | 'REQUIREMENT_TOO_LONG';
	message: string;
	action: string;
}

const HAS_WORD = /[\p{L}\p{N}]/u;
/** One sentence that asks for a fact. Wishes are asked for with other words ("Can you ...?", "How do I ...?"). */
const IS_FACT_QUESTION = /^(what|who|when|where|why|which)('s| is| are| was| were| does| did)\b[^.!?\n]*\?$/i;
const SPEAKS_OF_SOFTWARE = /\b(app|apps|site|website|page|tool|software|program|system|build|make|create|track|keep|manage)\b/i;

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
	if (IS_FACT_QUESTION.test(text.trim()) && !SPEAKS_OF_SOFTWARE.test(text))
		return {
			code: 'REQUIREMENT_QUESTION',
			message: 'This is a question, and the team builds apps.',
			action: 'Say what people should be able to do, such as "Build a quiz about capitals".'
		};
	return undefined;
}
