import { useEffect, useEffectEvent, type RefObject } from 'react';

/**
 * Keys of a game, wherever the focus is while the game can be seen; not while something is typed or chosen elsewhere.
 * @param press answers whether the key was the game's: the page then does not scroll by it
 */
export function useKeys(area: RefObject<HTMLElement | null>, press: (key: string) => boolean): void {
	const latest = useEffectEvent((event: KeyboardEvent) => {
		if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
		if (!area.current || isTaken(event, area.current) || !isSeen(area.current)) return;
		if (press(event.key)) event.preventDefault();
	});
	useEffect(() => {
		const hear = (event: KeyboardEvent) => latest(event);
		window.addEventListener('keydown', hear);
		return () => window.removeEventListener('keydown', hear);
	}, []);
}

function isTaken({ target, key }: KeyboardEvent, area: HTMLElement): boolean {
	if (!(target instanceof Element)) return false;
	if (target.closest('input, select, textarea, dialog, [role="radiogroup"]')) return true;
	// What presses buttons is theirs, unless the button itself is what is played.
	const button = target.closest('button, a');
	return button !== null && button !== area && (key === ' ' || key === 'Enter');
}

function isSeen(area: HTMLElement): boolean {
	const { top, bottom } = area.getBoundingClientRect();
	return bottom >= 0 && top <= window.innerHeight;
}
