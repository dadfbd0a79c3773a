import type { SSEStreamingApi } from 'hono/streaming';
import type { Topic } from '../core/contract';
import type { Events } from './events';

const HEARTBEAT_MS = 20_000;

/** Writes to one browser which collections have changed, until it leaves. Names only: what is in them depends on who asks. */
export async function follow(events: Events, stream: SSEStreamingApi): Promise<void> {
	const pending = new Set<Topic>();
	let wake = () => {};
	let isOpen = true;
	const stop = events.subscribe((topic) => {
		pending.add(topic);
		wake();
	});
	stream.onAbort(() => {
		isOpen = false;
		wake();
	});
	try {
		await stream.writeSSE({ event: 'ready', data: '', retry: 2000 });
		while (isOpen) {
			if (pending.size === 0) await sleepOr(HEARTBEAT_MS, (give) => (wake = give));
			if (!isOpen) break;
			const topics = [...pending];
			pending.clear();
			await stream.writeSSE(topics.length ? { event: 'change', data: JSON.stringify(topics) } : { event: 'beat', data: '' });
		}
	} finally {
		stop();
	}
}

function sleepOr(ms: number, give: (wake: () => void) => void): Promise<void> {
	return new Promise((done) => {
		const timer = setTimeout(done, ms);
		give(() => {
			clearTimeout(timer);
			done();
		});
	});
}
