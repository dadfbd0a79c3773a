import type { RecordsParameters } from './parameters';

export const example: RecordsParameters = {
	heading: 'What the boat costs',
	intro: 'Every bill, and what is still to be paid.',
	one: 'bill',
	all: 'bills',
	collection: 'bills',
	fields: [
		{ name: 'what', label: 'What for', kind: 'text', isRequired: true, max: 80 },
		{ name: 'category', label: 'Kind', kind: 'choice', options: ['Harbour', 'Repair', 'Fuel'], isRequired: true },
		{ name: 'due', label: 'Due on', kind: 'date', isRequired: true },
		{ name: 'amount', label: 'Amount', kind: 'money', isRequired: true, min: 0 },
		{ name: 'isPaid', label: 'Paid', kind: 'check' },
		{ name: 'note', label: 'Note', kind: 'longText' }
	],
	titleField: 'what',
	columns: ['category', 'due', 'amount', 'isPaid'],
	filters: [
		{ field: 'category', kind: 'choice' },
		{ field: 'isPaid', kind: 'tick' }
	],
	search: true,
	sort: [
		{ field: 'due', label: 'Due on' },
		{ field: 'amount', label: 'Amount' }
	],
	order: { field: 'due' },
	totals: [
		{ label: 'All together', kind: 'sum', field: 'amount' },
		{ label: 'Each on average', kind: 'mean', field: 'amount' },
		{ label: 'Bills', kind: 'count' },
		{ label: 'Paid', kind: 'count', field: 'isPaid' }
	],
	shares: { heading: 'Where it goes', by: 'category', field: 'amount' },
	due: { field: 'due', unless: 'isPaid' },
	csv: true,
	print: true,
	records: [
		{ what: 'Winter berth', category: 'Harbour', due: '2020-10-01', amount: 640, isPaid: true, note: '' },
		{ what: 'New sheet for the jib', category: 'Repair', due: '2021-03-14', amount: 89.9, isPaid: false, note: 'From Hansen' },
		{ what: 'Diesel', category: 'Fuel', due: '2040-05-02', amount: 120.35, isPaid: false, note: '' }
	]
};
