import { describe, expect, it } from 'vitest';
import { checkRequirement, MAX_REQUIREMENT_LENGTH } from '../../../src/lib/screen/composer/requirement-check';

describe('a requirement', () => {
	it.each([
		['nothing', '', 'REQUIREMENT_EMPTY'],
		['only spaces and line ends', ' \n\t ', 'REQUIREMENT_BLANK'],
		['only emoji', '🎉🎉 ❤️', 'REQUIREMENT_NO_WORDS'],
		['only punctuation', '?!…', 'REQUIREMENT_NO_WORDS'],
		['a question about the world', 'What is the capital of France?', 'REQUIREMENT_QUESTION'],
		['one character too many', 'a'.repeat(MAX_REQUIREMENT_LENGTH + 1), 'REQUIREMENT_TOO_LONG']
	])('of %s is refused with its code and what to do', (_name, text, code) => {
		const problem = checkRequirement(text);
		expect(problem?.code).toBe(code);
		expect(problem?.action).toMatch(/\w+.*\./);
	});
	it.each([
		['a short one', 'A todo list'],
		['one in another script', '顧客管理アプリ'],
		['a wish in the form of a question', 'Can you make me something for my invoices?'],
		['a question about a tool', 'What is a good app to keep my books in?'],
		['a question with more to it', 'Who sings when? Our choir needs a rota.'],
		['words among emoji', 'game 🎮'],
		['the longest one', 'a'.repeat(MAX_REQUIREMENT_LENGTH)]
	])('that is %s is accepted', (_name, text) => expect(checkRequirement(text)).toBeUndefined());
	it('that is too long says by how much', () => {
		expect(checkRequirement('a'.repeat(MAX_REQUIREMENT_LENGTH + 1234))?.action).toContain('1,234 characters');
	});
});
