import type { ReactionParameters } from './parameters';

export const example: ReactionParameters = {
	title: 'How fast are you?',
	intro: 'Wait for green, then tap as fast as you can. The space key works too.',
	rounds: 5,
	waitFrom: 2,
	waitTo: 5
};
