import type { BoardParameters } from './parameters';

export const example: BoardParameters = {
	heading: 'What the bike workshop has on the stand',
	one: 'bike',
	all: 'bikes',
	collection: 'bikes',
	columns: [{ name: 'Waiting' }, { name: 'On the stand', limit: 2 }, { name: 'Ready' }],
	fields: [
		{ name: 'bike', label: 'Bike', kind: 'text', isRequired: true, max: 80 },
		{ name: 'fault', label: 'What is wrong', kind: 'text' }
	],
	cards: [
		{ column: 'Waiting', values: { bike: 'Red tourer', fault: 'Back wheel' } },
		{ column: 'Waiting', values: { bike: 'Cargo bike', fault: 'Brakes' } },
		{ column: 'On the stand', values: { bike: 'Small mountain bike', fault: 'Chain' } }
	]
};
