import type { AdvisorParameters } from './parameters';

export const example: AdvisorParameters = {
	title: 'Which support does your shelf need?',
	intro: 'Four questions, and we name the one or two that hold.',
	steps: [
		{
			name: 'wall',
			question: 'What is the wall made of?',
			label: 'Wall',
			kind: 'choice',
			options: [
				{ label: 'Brick', icon: 'brick' },
				{ label: 'Plasterboard', icon: 'clipboard' },
				{ label: 'Wood', icon: 'wood' }
			]
		},
		{ name: 'depth', question: 'How deep is the shelf?', label: 'Depth', kind: 'number', unit: 'cm', min: 5, max: 60 },
		{ name: 'length', question: 'How long is it?', label: 'Length', kind: 'number', unit: 'cm', min: 20, max: 300 },
		{
			name: 'load',
			question: 'What goes on it?',
			label: 'Load',
			kind: 'choice',
			options: [
				{ label: 'Books', icon: 'books' },
				{ label: 'Plates', icon: 'fork-and-knife-with-plate' },
				{ label: 'Plants', icon: 'potted-plant' },
				{ label: 'Light stuff', icon: 'feather' }
			]
		}
	],
	results: [
		{
			name: 'Forged bracket',
			text: 'A bracket of steel with two screws into the wall.',
			icon: 'hook',
			facts: [{ label: 'Largest load', value: '40 kg a pair' }],
			suits: { wall: ['Brick', 'Wood'], load: ['Books', 'Plates'] },
			amount: { of: 'length', per: 50, plus: 1, least: 2, word: 'brackets' }
		},
		{
			name: 'Wall rail',
			text: 'A rail along the whole shelf that spreads the load over many screws.',
			icon: 'straight-ruler',
			facts: [{ label: 'Largest load', value: '60 kg a metre' }],
			suits: { wall: ['Plasterboard', 'Brick'], load: ['Books', 'Plates', 'Plants'] },
			amount: { of: 'length', per: 100, least: 1, word: 'rails' }
		},
		{
			name: 'Hidden peg',
			text: 'A peg in the wall and a hole in the shelf: nothing can be seen.',
			icon: 'nut-and-bolt',
			facts: [{ label: 'Largest load', value: '8 kg a peg' }],
			suits: { wall: ['Brick', 'Wood'], depth: { max: 25 }, load: ['Plants', 'Light stuff'] },
			amount: { of: 'length', per: 40, plus: 1, least: 2, word: 'pegs' }
		},
		{
			name: 'Light bracket',
			text: 'A thin bracket with plugs for hollow walls.',
			icon: 'triangular-ruler',
			facts: [{ label: 'Largest load', value: '6 kg a pair' }],
			suits: { load: ['Light stuff'] },
			amount: { of: 'length', per: 60, plus: 1, least: 2, word: 'brackets' }
		}
	],
	most: 2,
	all: 'All shelf supports'
};
