import { useRef, type PointerEvent } from 'react';

/** How far a finger moves before it is a swipe, in pixels. */
const LEAST = 24;

/** A finger or a mouse that is drawn over an area: put what it answers on the element, which needs `touch-action: none`. */
export function useSwipe(onSwipe: (direction: 'left' | 'right' | 'up' | 'down') => void) {
	const from = useRef<{ x: number; y: number } | null>(null);
	return {
		onPointerDown: ({ clientX, clientY, target }: PointerEvent) => {
			from.current = (target as Element).closest('button') ? null : { x: clientX, y: clientY };
		},
		onPointerMove: ({ clientX, clientY }: PointerEvent) => {
			if (!from.current) return;
			const across = clientX - from.current.x;
			const down = clientY - from.current.y;
			if (Math.max(Math.abs(across), Math.abs(down)) < LEAST) return;
			from.current = null;
			if (Math.abs(across) > Math.abs(down)) onSwipe(across > 0 ? 'right' : 'left');
			else onSwipe(down > 0 ? 'down' : 'up');
		},
		onPointerUp: () => {
			from.current = null;
		},
		onPointerCancel: () => {
			from.current = null;
		}
	};
}
