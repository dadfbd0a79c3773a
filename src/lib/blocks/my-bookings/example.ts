import type { MyBookingsParameters } from './parameters';

export const example: MyBookingsParameters = {
	heading: 'My bookings',
	collection: 'court-bookings',
	cancelUntilHours: 24,
	none: 'You have booked nothing yet.'
};
