import type { FaqParameters } from './parameters';

export const example: FaqParameters = {
	heading: 'What customers ask',
	groups: [
		{
			name: 'Delivery',
			items: [
				{ question: 'How soon can you deliver oil?', answer: 'Within three working days; within a day in frost.' },
				{ question: 'Is there a least amount?', answer: 'Yes, 500 litres.' }
			]
		},
		{
			name: 'Emergency',
			items: [
				{
					question: 'I smell gas. What shall I do?',
					answer: 'Open the windows, touch no switch, leave the house and ring from outside.'
				},
				{ question: 'The boiler leaks', answer: 'Close the tap below it, and put a bucket there.' }
			]
		},
		{ name: 'Invoices', items: [{ question: 'Can I pay by the month?', answer: 'Yes, in twelve parts, without interest.' }] }
	],
	search: true,
	urgent: { text: 'In an emergency, day and night:', number: '000 555 0199', group: 'Emergency' }
};
