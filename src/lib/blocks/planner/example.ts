import type { PlannerParameters } from './parameters';

export const example: PlannerParameters = {
	heading: 'Plans for the choir',
	intro: 'One plan for each concert, week by week.',
	one: 'plan',
	all: 'plans',
	collection: 'choir-plans',
	fields: [
		{ name: 'title', label: 'Concert', kind: 'text', isRequired: true, max: 60 },
		{ name: 'choir', label: 'Choir', kind: 'text', isRequired: true },
		{ name: 'weeks', label: 'Weeks', kind: 'number', isRequired: true, min: 1, max: 40 },
		{ name: 'aims', label: 'What we want', kind: 'longText' }
	],
	rows: { word: 'Week', countField: 'weeks' },
	columns: { word: 'Rehearsal', count: 2 },
	cell: [
		{ name: 'piece', label: 'What we sing', kind: 'text', isRequired: true },
		{ name: 'scores', label: 'Scores', kind: 'text' },
		{ name: 'homework', label: 'For home', kind: 'text' }
	],
	cellWord: 'rehearsal',
	ticks: true,
	copies: true,
	print: true,
	plans: [
		{
			values: { title: 'Advent', choir: 'Big choir', weeks: 3, aims: 'Four pieces by heart' },
			cells: [
				{ row: 0, column: 0, values: { piece: 'Warm up and canon', scores: 'Sheet 1', homework: 'Second verse' }, isDone: true },
				{ row: 0, column: 1, values: { piece: 'Carol in three voices', scores: 'Sheet 2', homework: '' } }
			]
		}
	]
};

export const others: PlannerParameters[] = [
	{
		heading: 'What we eat',
		one: 'week',
		all: 'weeks',
		collection: 'meal-plans',
		fields: [{ name: 'name', label: 'Week', kind: 'text', isRequired: true }],
		rows: { names: ['Monday', 'Tuesday', 'Wednesday'] },
		columns: { names: ['Lunch', 'Dinner'] },
		cell: [{ name: 'dish', label: 'Dish', kind: 'text', isRequired: true }],
		cellWord: 'meal',
		ticks: false,
		copies: false,
		print: false,
		plans: []
	}
];
