/** Change events of the server, one stream for the whole page. */

const heard = new Map<string, Set<() => void>>();
let source: EventSource | undefined;

/** Calls `hear` whenever records of the collection have changed, or may have while the line was down. */
export function onChange(topic: string, hear: () => void): () => void {
	const all = heard.get(topic) ?? new Set();
	heard.set(topic, all.add(hear));
	open();
	return () => void all.delete(hear);
}

/** Tells of a change at once, without waiting for the server to do so. */
export const announce = (topic: string): void => heard.get(topic)?.forEach((hear) => hear());

function open(): void {
	if (source || typeof EventSource === 'undefined') return;
	let wasLost = false;
	source = new EventSource('/api/events');
	source.addEventListener('ready', () => {
		if (wasLost) for (const topic of heard.keys()) announce(topic);
		wasLost = false;
	});
	source.addEventListener('change', (event) => (JSON.parse(event.data) as string[]).forEach(announce));
	source.addEventListener('error', () => (wasLost = true));
}
