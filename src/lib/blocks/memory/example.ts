import type { MemoryParameters } from './parameters';

export const example: MemoryParameters = {
	title: 'Farmyard pairs',
	intro: 'Turn two cards. Do the animals match?',
	pictures: [
		{ name: 'Cow', icon: 'cow-face' },
		{ name: 'Pig', icon: 'pig-face' },
		{ name: 'Horse', icon: 'horse-face' },
		{ name: 'Hen', icon: 'chicken' },
		{ name: 'Duck', icon: 'duck' },
		{ name: 'Sheep', icon: 'ewe' },
		{ name: 'Goat', icon: 'goat' },
		{ name: 'Dog', icon: 'dog-face' },
		{ name: 'Cat', icon: 'cat-face' },
		{ name: 'Rabbit', icon: 'rabbit-face' },
		{ name: 'Donkey', icon: 'donkey' },
		{ name: 'Turkey', icon: 'turkey' },
		{ name: 'Goose', icon: 'goose' },
		{ name: 'Bee', icon: 'honeybee' },
		{ name: 'Mouse', icon: 'mouse-face' }
	],
	sizes: [
		{ label: '6 pairs', pairs: 6 },
		{ label: '10 pairs', pairs: 10 },
		{ label: '15 pairs', pairs: 15 }
	],
	players: 'both',
	counts: ['moves', 'time']
};
