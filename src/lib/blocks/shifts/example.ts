import type { ShiftsParameters } from './parameters';

export const example: ShiftsParameters = {
	heading: 'Help at the toad crossing',
	intro: 'Two hours in the evening, a bucket and a lamp. No experience needed.',
	collection: 'toad-shifts',
	joined: 'toad-helpers',
	tasks: ['Carry', 'Count', 'Mend the fence'],
	places: ['Mill pond', 'Forest road'],
	shifts: [
		{ title: 'Evening walk', date: '2041-03-04', from: '19:00', to: '21:00', where: 'Mill pond', task: 'Carry', people: 4 },
		{
			title: 'Count at the fence',
			date: '2041-03-04',
			from: '20:00',
			to: '22:00',
			where: 'Forest road',
			task: 'Count',
			people: 1
		},
		{ title: 'Early round', date: '2041-03-05', from: '05:30', to: '07:00', where: 'Mill pond', task: 'Carry', people: 3 },
		{
			title: 'New posts',
			date: '2041-03-09',
			from: '10:00',
			to: '13:00',
			where: 'Forest road',
			task: 'Mend the fence',
			people: 6
		}
	],
	fields: [
		{ name: 'name', label: 'Name', kind: 'text', isRequired: true },
		{ name: 'email', label: 'E-mail', kind: 'email', isRequired: true }
	],
	suggest: { heading: 'Where help is needed most', most: 2 },
	thanks: 'Thank you, you are on the list.',
	none: 'There is no shift like that at the moment.'
};
