import type { TimetableParameters } from './parameters';

export const example: TimetableParameters = {
	heading: 'Hours of prayer',
	intro: 'The hall is open a quarter of an hour before each.',
	rows: [
		{ time: '05:40', title: 'Fajr' },
		{ time: '13:10', title: 'Dhuhr' },
		{ time: '16:45', title: 'Asr' },
		{ time: '20:20', title: 'Maghrib' },
		{ time: '21:55', title: 'Isha', text: 'Followed by a talk on Thursdays.' }
	],
	exceptions: [{ weekday: 5, title: 'Dhuhr', time: '13:30' }],
	note: 'In Ramadan the times are on the notice board.',
	showsToday: true
};
