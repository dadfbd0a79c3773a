import { useEffect, useSyncExternalStore } from 'react';
import type { Topic } from '../core/contract';

/** Change events from the server, shared by every query on the page. */
const heard = new Set<(topics: readonly Topic[]) => void>();
const watchers = new Set<() => void>();
let state: 'off' | 'on' | 'lost' = 'off';

export const announce = (topics: readonly Topic[]) => heard.forEach((hear) => hear(topics));
export const onChange = (hear: (topics: readonly Topic[]) => void) => {
	heard.add(hear);
	return () => void heard.delete(hear);
};

function set(next: typeof state) {
	state = next;
	watchers.forEach((watch) => watch());
}

/** Keeps the event stream open while somebody is signed in. */
export function useLiveStream(): void {
	useEffect(() => {
		if (typeof EventSource === 'undefined') return;
		let wasLost = false;
		const source = new EventSource('/api/events');
		source.addEventListener('ready', () => {
			// Whatever happened while the line was down, load it now.
			if (wasLost) announce(['*']);
			wasLost = false;
			set('on');
		});
		source.addEventListener('change', (event) => announce(JSON.parse(event.data) as Topic[]));
		source.addEventListener('signed-out', () => announce(['sessions']));
		source.addEventListener('error', () => {
			wasLost = true;
			set('lost');
		});
		return () => {
			source.close();
			set('off');
		};
	}, []);
}

export const useLiveState = () =>
	useSyncExternalStore(
		(watch) => {
			watchers.add(watch);
			return () => void watchers.delete(watch);
		},
		() => state
	);
