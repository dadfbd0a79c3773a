import type { SitePlanParameters } from './parameters';

export const example: SitePlanParameters = {
	heading: 'The field and where to park',
	text: 'Follow the red and white posts from the gate.',
	places: [
		{ label: 'Gate', x: 10, y: 82, kind: 'entrance' },
		{ label: 'Car park', x: 30, y: 62, kind: 'parking' },
		{ label: 'The pit', x: 72, y: 32, kind: 'spot' },
		{ label: 'Tent with lunch', x: 80, y: 74, kind: 'area' }
	],
	paths: [
		[0, 1],
		[1, 2],
		[2, 3]
	],
	ways: [
		{ by: 'By bus', text: 'Line 4 from Fenbridge to Heath Farm, then five minutes on foot.', icon: 'bus' },
		{ by: 'By car', text: 'B 71, exit Oldmoor. Sixty places, no charge.', icon: 'car' }
	]
};
