/** A page of the preview tells where it is. */
export interface LocationMessage {
	channel: 'tabsmith-location';
	/** Path, search and hash. */
	path: string;
	/** False when the path takes the place of the one before. */
	isNew: boolean;
	/** A document that has just begun; else the same one went to another path. */
	isDocument: boolean;
}

/**
 * Runs in every page of the preview, before the page's own scripts: tells the IDE each path that the page goes to. Printed and
 * injected as text, so it may use nothing from outside.
 */
export function reportLocation(ideOrigin: string): void {
	if (window.parent === window) return;
	const report = (isNew: boolean, isDocument = false) => {
		const path = location.pathname + location.search + location.hash;
		window.parent.postMessage({ channel: 'tabsmith-location', path, isNew, isDocument } satisfies LocationMessage, ideOrigin);
	};
	for (const name of ['pushState', 'replaceState'] as const) {
		const original = history[name].bind(history);
		history[name] = (...input) => {
			original(...input);
			report(name === 'pushState');
		};
	}
	addEventListener('popstate', () => report(true));
	addEventListener('hashchange', () => report(true));
	const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
	// A first load shows what the frame was sent to, or where the app sent it on to.
	report(document.referrer.startsWith(location.origin) && navigation?.type === 'navigate', true);
}

/** True for what {@link tellLocation} posts. */
export function isLocationMessage(data: unknown): data is LocationMessage {
	const { channel, path, isNew, isDocument } = (data ?? {}) as Partial<Record<keyof LocationMessage, unknown>>;
	return (
		channel === 'tabsmith-location' &&
		typeof path === 'string' &&
		path.startsWith('/') &&
		typeof isNew === 'boolean' &&
		typeof isDocument === 'boolean'
	);
}
