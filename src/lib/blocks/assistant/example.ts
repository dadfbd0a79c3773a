import type { AssistantParameters } from './parameters';

export const example: AssistantParameters = {
	name: 'Boiler helper',
	greeting: 'Ask me about boilers, deliveries and invoices.',
	answers: [
		{
			question: 'Why is my boiler making a knocking noise?',
			answer: 'Knocking is mostly air in the pipes. Bleed the radiators, the lowest one first.',
			group: 'Boiler',
			asked: ['the boiler knocks', 'strange sounds from the heating']
		},
		{
			question: 'How often should a boiler be serviced?',
			answer: 'Once a year, best before the winter.',
			group: 'Boiler',
			asked: ['maintenance interval']
		},
		{
			question: 'When will my oil be delivered?',
			answer: 'Within five working days. We call the day before.',
			group: 'Delivery',
			asked: ['how long until the tanker comes']
		},
		{
			question: 'How can I pay an invoice?',
			answer: 'By bank transfer within fourteen days; the account is on the invoice.',
			group: 'Invoices',
			asked: ['paying the bill']
		},
		{
			question: 'What do I do when I smell gas?',
			answer: 'Open the windows, touch no switches, leave the house and call us from outside.',
			group: 'Emergency'
		}
	],
	noAnswer: 'I have no answer to that. A person can call you back.',
	person: {
		action: 'Ask for a call back',
		fields: [
			{ name: 'phone', label: 'Phone number', kind: 'phone', isRequired: true },
			{ name: 'message', label: 'Message', kind: 'longText', isRequired: true }
		],
		thanks: 'Thank you. We call you back today.',
		collection: 'call-backs'
	},
	urgent: { words: ['gas', 'leak', 'fire', 'carbon monoxide'], number: '000 555 0123', text: 'In an emergency, call now:' },
	place: 'corner'
};
