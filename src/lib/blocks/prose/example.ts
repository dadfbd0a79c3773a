import type { ProseParameters } from './parameters';

export const example: ProseParameters = {
	heading: 'Who looks after the heath',
	paragraphs: [
		'The heath above Fenbridge has been grazed by sheep for four hundred years, and without them it would be a wood.',
		'Since 1994 our society keeps a flock of ninety, cuts birch on winter Saturdays, and shows visitors what grows where the sheep have been.',
		'All of it is done by volunteers. Whoever has a free morning and a pair of boots is welcome.'
	],
	picture: { label: 'Sheep on the heath in August', icon: 'leaf' },
	quote: { text: 'A heath is not wild. It is looked after.', by: 'Edith Marlow, shepherd' }
};
