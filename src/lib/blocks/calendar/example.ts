import type { CalendarParameters } from './parameters';

export const example: CalendarParameters = {
	heading: 'In the village hall',
	intro: 'What is on, and when the door opens.',
	collection: 'hall-events',
	events: [
		{ date: '2031-05-03', from: '19:30', to: '22:00', title: 'Dance with the Ansel band', place: 'Large room' },
		{ date: '2031-05-03', from: '10:00', to: '12:00', title: 'Seed swap', place: 'Porch', text: 'Bring bags that close.' },
		{ date: '2031-05-17', from: '15:00', title: 'Puppets' },
		{ date: '2031-06-01', title: 'Cleaning day' }
	],
	mayAdd: 'owner',
	views: ['month', 'list'],
	none: 'Nothing is on.'
};
