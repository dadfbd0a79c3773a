import type { BookingParameters } from './parameters';

export const example: BookingParameters = {
	heading: 'Two courts behind the school',
	intro: 'By the hour, every day. What is free can be yours with two clicks.',
	one: 'court',
	all: 'courts',
	resources: [{ name: 'Clay court' }, { name: 'Hard court' }],
	unit: { kind: 'hours', from: '08:00', to: '20:00' },
	most: 2,
	price: { per: 12, weekendPercent: 25 },
	who: 'members',
	fields: [{ name: 'partner', label: 'Who comes along', kind: 'text' }],
	collection: 'court-bookings',
	thanks: 'Booked. Have a good game!'
};

export const others: BookingParameters[] = [
	{
		heading: 'Borrow a tool',
		one: 'tool',
		all: 'tools',
		resources: [
			{ name: 'Ladder', text: 'Reaches six metres.', picture: { label: 'A ladder', icon: 'ladder' } },
			{ name: 'Hand saw', picture: { label: 'A saw', icon: 'carpentry-saw' } },
			{ name: 'Tent', text: 'For four.', picture: { label: 'A tent', icon: 'tent' } }
		],
		unit: { kind: 'days' },
		most: 7,
		who: 'members',
		fields: [],
		collection: 'tool-bookings',
		thanks: 'It is yours for these days.'
	},
	{
		heading: 'A night in the orchard hut',
		one: 'hut',
		all: 'huts',
		resources: [{ name: 'Orchard hut' }],
		unit: { kind: 'nights' },
		most: 5,
		price: { per: 80, weekendPercent: 20 },
		who: 'everybody',
		fields: [
			{ name: 'name', label: 'Name', kind: 'text', isRequired: true },
			{ name: 'email', label: 'E-mail', kind: 'email', isRequired: true }
		],
		people: { label: 'How many come', most: 4 },
		collection: 'hut-bookings',
		thanks: 'We look forward to you.'
	},
	{
		heading: 'Yoga in the barn',
		one: 'class',
		all: 'classes',
		resources: [{ name: 'Slow yoga' }],
		unit: { kind: 'slots', minutes: 60, from: '08:00', to: '11:00', weekdays: [2, 4] },
		places: 3,
		who: 'everybody',
		fields: [{ name: 'name', label: 'Name', kind: 'text', isRequired: true }],
		collection: 'yoga-bookings',
		thanks: 'Your mat is waiting.'
	},
	{
		heading: 'Sit down, the scissors are sharp',
		one: 'chair',
		all: 'chairs',
		resources: [{ name: 'Ines' }, { name: 'Paul' }],
		unit: { kind: 'slots', minutes: 30, from: '09:00', to: '17:00', weekdays: [1, 2, 3, 4, 5] },
		services: [
			{ name: 'Cut', minutes: 30, price: 28 },
			{ name: 'Cut and colour', minutes: 90, price: 74 }
		],
		who: 'everybody',
		fields: [{ name: 'phone', label: 'Phone', kind: 'phone', isRequired: true }],
		collection: 'salon-bookings',
		thanks: 'See you then.'
	}
];
