import type { HeroParameters } from './parameters';

export const example: HeroParameters = {
	kicker: 'Open all year',
	title: 'Bread that takes its time',
	text: 'A small bakery with a wood oven. We bake at night, so that the loaves are warm when the street wakes up.',
	actions: [
		{ label: 'See what we bake', href: '/loaves' },
		{ label: 'Find us', href: '#visit' }
	],
	icon: 'leaf',
	facts: [
		{ value: '36 h', label: 'for each dough' },
		{ value: '11', label: 'kinds of bread' }
	]
};
