import { useEffect, useEffectEvent } from 'react';

/** Calls `tick` again and again while it runs. @param everyMs null while it stands still */
export function useTick(everyMs: number | null, tick: () => void): void {
	const latest = useEffectEvent(tick);
	useEffect(() => {
		if (everyMs === null) return;
		const timer = setInterval(() => latest(), everyMs);
		return () => clearInterval(timer);
	}, [everyMs]);
}
