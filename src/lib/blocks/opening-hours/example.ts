import type { OpeningHoursParameters } from './parameters';

export const example: OpeningHoursParameters = {
	heading: 'When the swimming hall is open',
	rows: [
		{ days: 'Monday', weekdays: [1] },
		{ days: 'Tuesday to Friday', weekdays: [2, 3, 4, 5], from: '06:30', to: '21:00' },
		{ days: 'Saturday and Sunday', weekdays: [0, 6], from: '09:00', to: '18:00' }
	],
	note: 'Last entry one hour before closing.'
};
