/** Short posts as members of any community write them; '%' is what the post is about. */
export const INTRODUCTIONS = [
	'First picture of the week: % this morning.',
	'Look who came by today.',
	'Has anybody tried this with %? It worked for us.',
	'A little more than we need: come and ask.',
	'Rain all day, and still a good one.',
	'Thank you all for the help with % last weekend.',
	'New here, and glad to have found you.',
	'It took three tries, but here it is.'
];
