import type { CountdownParameters } from './parameters';

export const example: CountdownParameters = {
	heading: 'Not long now',
	name: 'Soil Profile Day',
	until: { kind: 'once', at: '2031-09-12T09:00' },
	units: ['days', 'hours', 'minutes', 'seconds'],
	over: 'The pit is open. Thank you to all who came.'
};
