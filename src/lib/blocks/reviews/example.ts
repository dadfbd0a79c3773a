import type { ReviewsParameters } from './parameters';

export const example: ReviewsParameters = {
	heading: 'What guests say',
	of: 'The soup kitchen at the harbour',
	collection: 'soup-reviews',
	reviews: [
		{ name: 'Ines', stars: 5, text: 'The fish soup is gone by noon. Be early.' },
		{ name: 'Karl', stars: 3, text: 'Good soup, hard benches.' },
		{ name: 'Noor', stars: 4, text: 'Bread from the day, and a view of the cranes.' }
	]
};
