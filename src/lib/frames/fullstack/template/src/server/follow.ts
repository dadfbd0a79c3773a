import type { SSEStreamingApi } from 'hono/streaming';
import type { Topic } from '../core/contract';
import { userOfToken } from '../features/session/repo';
import type { Context } from './context';

const HEARTBEAT_MS = 20_000;

/** Writes change events to one browser until it leaves or its session ends. */
export async function follow(ctx: Context, token: string, stream: SSEStreamingApi): Promise<void> {
	const pending = new Set<Topic>();
	let wake = () => {};
	const stop = ctx.events.subscribe((topic) => {
		pending.add(topic);
		wake();
	});
	let open = true;
	stream.onAbort(() => {
		open = false;
		wake();
	});
	try {
		await stream.writeSSE({ event: 'ready', data: '', retry: 2000 });
		while (open) {
			if (pending.size === 0) await sleepOr(HEARTBEAT_MS, (w) => (wake = w));
			if (!open) break;
			if (!(await userOfToken(ctx, token))) {
				await stream.writeSSE({ event: 'signed-out', data: '' });
				break;
			}
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
