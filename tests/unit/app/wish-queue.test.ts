import { expect, test } from 'vitest';
import { WishQueue } from '../../../src/lib/app/project/wish-queue';
import type { Wish } from '../../../src/lib/bus/contracts/conductor';
import { runEventSchema, type EventDraft, type RunEvent } from '../../../src/lib/domain/events';
import { foldEvents } from '../../../src/lib/log/reducer';

/** A queue over a log in memory; `ask` opens the request, as the conductor does. */
function openQueue() {
	const events: RunEvent[] = [];
	const asked: Wish[] = [];
	const append = async (draft: EventDraft) => {
		const seq = events.length + 1;
		const stamp = { version: 1, id: `e${seq}`, seq, time: seq, causeId: null, artifactRefs: [] };
		events.push(runEventSchema.parse({ ...stamp, ...draft }));
	};
	const emit = (topic: string, payload: object) => append({ topic, payload, runId: 'run', from: 'conductor' } as EventDraft);
	const state = () => foldEvents(events);
	const ask = async (wish: Wish) => {
		asked.push(wish);
		await emit('request.opened', { requestId: `request-${asked.length + 1}`, text: wish.text, wishId: wish.wishId });
	};
	const parts = { runId: 'run', state, append, ask };
	return { queue: new WishQueue(parts), parts, asked, emit, state };
}
const started = { requirement: 'Books', projectId: 'p', model: 'm' };
const finished = (outcome: string) => ({ outcome, summary: '' });

test('what was said at work is asked when the team is done, one after the other, in order', async () => {
	const { queue, asked, emit, state } = openQueue();
	await emit('run.started', started);
	await queue.add({ text: 'Blue' });
	await queue.add({ text: 'Green', isPlanFirst: true });
	await queue.follow();
	expect(asked).toEqual([]);
	await emit('run.finished', finished('incomplete'));
	await Promise.all([queue.follow(), queue.follow()]);
	expect(asked).toMatchObject([{ text: 'Blue', isPlanFirst: false }]);
	expect(state().queue.map(({ text }) => text)).toEqual(['Green']);
	await queue.follow();
	expect(asked).toHaveLength(1);
	await emit('run.finished', finished('done'));
	await queue.follow();
	expect(asked[1]).toMatchObject({ text: 'Green', isPlanFirst: true });
	expect(state().queue).toEqual([]);
});

test.each(['failed', 'cancelled'])('after a request that was %s, the person looks first', async (status) => {
	const { queue, asked, emit } = openQueue();
	await emit('run.started', started);
	await queue.add({ text: 'Blue' });
	if (status === 'failed') await emit('run.finished', finished('failed'));
	else await emit('run.cancelled', { reason: '' });
	await queue.follow();
	expect(asked).toEqual([]);
});

test('what was taken back is not asked', async () => {
	const { queue, asked, emit, state } = openQueue();
	await emit('run.started', started);
	await queue.add({ text: 'Blue' });
	await queue.drop(state().queue[0]?.id ?? '');
	await emit('run.finished', finished('done'));
	await queue.follow();
	expect(asked).toEqual([]);
});

test('what cannot be asked goes on waiting', async () => {
	const { parts, emit, state } = openQueue();
	const queue = new WishQueue({ ...parts, ask: () => Promise.reject(new Error('No model.')) });
	await emit('run.started', started);
	await queue.add({ text: 'Blue' });
	await emit('run.finished', finished('done'));
	await queue.follow();
	expect(state().queue).toHaveLength(1);
});

test('what is on its way is not asked twice, and the next is asked though the one before ends at once', async () => {
	const { parts, emit, state } = openQueue();
	const asked: string[] = [];
	const { promise, resolve } = Promise.withResolvers<void>();
	const queue = new WishQueue({
		...parts,
		ask: async ({ text }) => {
			asked.push(text);
			if (text === 'Blue') await promise;
		}
	});
	await emit('run.started', started);
	await queue.add({ text: 'Blue' });
	await queue.add({ text: 'Green' });
	await emit('run.finished', finished('done'));
	const first = queue.follow();
	await queue.follow();
	expect(asked).toEqual(['Blue']);
	await emit('request.opened', { requestId: 'request-2', text: 'Blue', wishId: state().queue[0]?.id });
	await emit('run.finished', finished('done'));
	await queue.follow();
	expect(asked).toEqual(['Blue', 'Green']);
	resolve();
	await first;
});
