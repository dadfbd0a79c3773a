import type { TeamParameters } from './parameters';

export const example: TeamParameters = {
	heading: 'The choir and who leads it',
	people: [
		{ name: 'Dr. Ana María Soto', role: 'Conductor', text: 'Has led us since 2014, and sings alto when one is missing.' },
		{ name: 'Tom Becker', role: 'Piano', email: 'tom@example.org' },
		{ name: 'Lin Yue', role: 'Chair', picture: { label: 'Lin Yue at the summer concert', icon: 'music' } }
	]
};
