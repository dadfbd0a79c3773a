import { useEffect, useState } from 'react';

/** The time, which goes on; at once right again when somebody comes back to the page. */
export function useNow(everyMs: number): Date {
	const [now, setNow] = useState(() => new Date());
	useEffect(() => {
		const look = () => setNow(new Date());
		const timer = setInterval(look, everyMs);
		document.addEventListener('visibilitychange', look);
		return () => {
			clearInterval(timer);
			document.removeEventListener('visibilitychange', look);
		};
	}, [everyMs]);
	return now;
}
