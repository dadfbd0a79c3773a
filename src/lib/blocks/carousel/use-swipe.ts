import { useRef, type TouchEvent } from 'react';

/** Shorter than that is a tap or the beginning of a scroll. */
const LEAST_PX = 40;

/** Swiping sideways on a touch screen: 1 is on, -1 is back. */
export function useSwipe(onSwipe: (by: 1 | -1) => void) {
	const start = useRef<number | undefined>(undefined);
	return {
		onTouchStart: (event: TouchEvent) => {
			start.current = event.touches[0]?.clientX;
		},
		onTouchEnd: (event: TouchEvent) => {
			const end = event.changedTouches[0]?.clientX;
			if (start.current === undefined || end === undefined) return;
			const moved = end - start.current;
			start.current = undefined;
			if (Math.abs(moved) >= LEAST_PX) onSwipe(moved < 0 ? 1 : -1);
		}
	};
}
