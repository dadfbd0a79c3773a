import { expect, test } from 'vitest';
import { Hub, HubLog } from '../../../src/lib/bus/hub';
import { hubContract } from '../../../src/lib/bus/contracts/hub';
import { serve } from '../../../src/lib/bus/rpc';
import { AppError } from '../../../src/lib/domain/app-error';
import { stampEvent, type RunEvent } from '../../../src/lib/domain/events';
import { MemoryEventStore } from '../support/memory-event-store';

test('everybody at the hub hears each event once and in order, its writer before append resolves', async () => {
	const hub = new Hub(new MemoryEventStore());
	const party = () => {
		const { port1, port2 } = new MessageChannel();
		hub.admit(port1);
		const log = new HubLog(port2);
		const heard: RunEvent[] = [];
		log.subscribe((event) => heard.push(event));
		return { log, heard };
	};
	const [a, b] = [party(), party()];
	await b.log.read('r');
	for (let index = 0; index < 20; index++) {
		const writer = index % 2 ? a : b;
		const event = await writer.log.append({ runId: 'r', from: 'user', topic: 'message', payload: { text: `${index}` } });
		expect(writer.heard.at(-1)).toEqual(event);
	}
	await expect.poll(() => [a.heard.length, b.heard.length]).toEqual([20, 20]);
	expect(a.heard).toEqual(b.heard);
	expect(a.heard.map((event) => event.seq)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
	a.log.dispose();
	b.log.dispose();
});

test('what the store cannot do reaches the party that asked, code and all', async () => {
	const refuse = () => Promise.reject(new AppError('STORAGE_UNAVAILABLE', 'This browser gives no storage.'));
	const { port1, port2 } = new MessageChannel();
	new Hub({ append: refuse, read: refuse }).admit(port1);
	const log = new HubLog(port2);
	const draft = { runId: 'r', from: 'user', topic: 'message', payload: { text: 'hello' } } as const;
	await expect(log.append(draft)).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
	await expect(log.read('r')).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
	log.dispose();
});

test.each<[string, (log: HubLog, hubsFeed: MessagePort, death: AbortController) => void]>([
	['whose feed closes', (_log, hubsFeed) => hubsFeed.close()],
	['whose hub dies', (_log, _feed, death) => death.abort()],
	['that is disposed', (log) => log.dispose()]
])('a log %s rejects what has not been heard, then and later', async (_, end) => {
	const { port1, port2 } = new MessageChannel();
	const hubsFeed = new Promise<MessagePort>((listening) =>
		serve(port1, hubContract, {
			append: (draft) => stampEvent(draft, { id: `e${draft.from}`, seq: 1, time: 0 }),
			read: () => [],
			listen: (feed) => {
				feed.start();
				listening(feed);
			}
		})
	);
	const death = new AbortController();
	const log = new HubLog(port2, death.signal);
	const append = (from: string) => log.append({ runId: 'r', from, topic: 'message', payload: { text: '' } });
	const ended = expect(append('user')).rejects.toMatchObject({ code: 'RPC_DEAD' });
	const feed = await hubsFeed;
	await log.read('r');
	end(log, feed, death);
	await ended;
	await expect(append('qa-1')).rejects.toMatchObject({ code: 'RPC_DEAD' });
	log.dispose();
	port1.close();
});
