import type { ChecklistParameters } from './parameters';

export const example: ChecklistParameters = {
	heading: 'For a weekend on the river',
	intro: 'Tick off what is in the barrel already.',
	collection: 'river-list',
	groups: [
		{ name: 'On the water', items: ['Paddles', 'Life jackets', 'Sponge'] },
		{ name: 'At the fire', items: ['Matches', 'Pot', 'Tea'] }
	],
	mayAdd: true,
	done: 'All is packed.'
};

export const others: ChecklistParameters[] = [
	{
		heading: 'Every day',
		collection: 'habits',
		groups: [{ name: '', items: ['Walk for half an hour', 'Read ten pages'] }],
		mayAdd: false,
		daily: true,
		streak: true,
		done: 'Done for today.'
	}
];
