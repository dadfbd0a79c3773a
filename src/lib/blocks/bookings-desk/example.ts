import type { BookingsDeskParameters } from './parameters';

export const example: BookingsDeskParameters = {
	heading: 'What is booked',
	collection: 'tool-bookings',
	handOver: true,
	none: 'Nothing is booked at the moment.'
};
