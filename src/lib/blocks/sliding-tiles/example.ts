import type { SlidingTilesParameters } from './parameters';

export const example: SlidingTilesParameters = {
	title: '2048',
	intro: 'Slide the tiles with the arrow keys or a swipe. Two of a kind become one.',
	size: 4,
	target: 2048,
	hasUndo: true
};
