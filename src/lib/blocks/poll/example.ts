import type { PollParameters } from './parameters';

export const example: PollParameters = {
	question: 'Which film shall we show in the park?',
	options: ['A comedy', 'A western', 'An animated film'],
	collection: 'film-votes',
	seeds: { 'A comedy': 4, 'An animated film': 7 }
};
