import type { TypingParameters } from './parameters';

export const example: TypingParameters = {
	title: 'How fast do you type?',
	intro: 'The time starts with the first key.',
	texts: [
		'The ferry leaves the island at seven and is back before the fog comes in.',
		'A quiet harbour, two gulls and a kettle that whistles: the morning is complete.'
	],
	seconds: 60
};
