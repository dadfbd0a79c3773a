import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

const hear = (watch: () => void) => {
	document.addEventListener('visibilitychange', watch);
	return () => document.removeEventListener('visibilitychange', watch);
};

/** Whether the page can be seen: false while another tab is in front, where a game or a sound has to wait. */
export const useVisible = (): boolean => useSyncExternalStore(hear, () => document.visibilityState !== 'hidden');

/** Calls `pause` whenever the page goes out of sight. */
export function useWhenHidden(pause: () => void): void {
	const latest = useEffectEvent(pause);
	useEffect(
		() =>
			hear(() => {
				if (document.visibilityState === 'hidden') latest();
			}),
		[]
	);
}
