import type { WheelParameters } from './parameters';

export const example: WheelParameters = {
	title: 'Who does the dishes?',
	intro: 'Spin, and nobody can complain.',
	entries: ['Mira', 'Tom', 'Ada', 'Jo', 'Everybody'],
	mayEdit: true,
	removesDrawn: true
};
