import type { TimerParameters } from './parameters';

export const example: TimerParameters = {
	title: 'Focus timer',
	intro: 'Twenty-five minutes of work, then a break.',
	kind: 'phases',
	phases: [
		{ name: 'Work', seconds: 1500 },
		{ name: 'Break', seconds: 300 }
	],
	rounds: 4,
	hasSound: true
};
