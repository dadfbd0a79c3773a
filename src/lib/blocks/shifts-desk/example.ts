import type { ShiftsDeskParameters } from './parameters';

export const example: ShiftsDeskParameters = {
	heading: 'Shifts and helpers',
	collection: 'toad-shifts-of-the-desk',
	joined: 'toad-helpers-of-the-desk',
	tasks: ['Carry', 'Count'],
	places: ['Mill pond', 'Forest road'],
	nobody: 'Nobody has joined yet.'
};
