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
