import type { TimelineParameters } from './parameters';

export const example: TimelineParameters = {
	heading: 'The mill and its years',
	entries: [
		{ when: '1782', title: 'Built of oak', text: 'By the miller Joost Hendriks and his two sons.' },
		{ when: '1911', title: 'The storm of November', text: 'Two sails broke; grain went to the steam mill for a year.' },
		{ when: '1998', title: 'Turning again', place: 'Oude Dijk', text: 'After eleven years of repairs by volunteers.' }
	]
};
