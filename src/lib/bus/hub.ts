import { Signal } from '../async/signal';
import { StoredEventLog, type EventListener, type EventLog, type EventStore } from '../log/event-log';
import { AppError } from '../domain/app-error';
import type { EventDraft, RunEvent } from '../domain/events';
import type { Client, Service } from './contract';
import { hubContract, storedEventSchema } from './contracts/hub';
import { connect, serve } from './rpc';

/** The hub: stamps each event, stores it, and only then tells everybody who listens. */

export class Hub {
	readonly log: StoredEventLog;
	#feeds = new Set<MessagePort>();

	constructor(store: EventStore) {
		this.log = new StoredEventLog(store);
		this.log.subscribe((event) => {
			for (const feed of this.#feeds) feed.postMessage(event);
		});
	}
	/** Lets one more party append, read and listen. */
	admit(port: MessagePort): void {
		const api: Service<typeof hubContract> = {
			append: (draft) => this.log.append(draft),
			read: (runId, afterSeq) => this.log.read(runId, afterSeq),
			listen: async (feed) => {
				this.#feeds.add(feed);
				feed.addEventListener('close', () => this.#feeds.delete(feed));
				feed.start();
			}
		};
		serve(port, hubContract, api);
	}
}

/** The hub's log as its other parties have it. */
export class HubLog implements EventLog {
	#api: Client<typeof hubContract>;
	#events = new Signal<RunEvent>();
	#seen = new Map<string, number>();
	/** Writers who have not heard their event yet, by its id. */
	#waiting = new Map<string, { resolve(): void; reject(error: Error): void }>();
	#ended = new AbortController();
	#isListening: Promise<void>;
	#close: () => void;

	/** `death`: aborted when the hub's worker has failed. */
	constructor(port: MessagePort, death?: AbortSignal) {
		const { client, dispose } = connect(port, hubContract, { name: 'The hub', ...(death ? { death } : {}) });
		this.#api = client;
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data }: MessageEvent<unknown>) => this.#emit(storedEventSchema.parse(data));
		const { signal } = this.#ended;
		port1.addEventListener('close', () => this.#end(), { signal });
		death?.addEventListener('abort', () => this.#end(), { signal });
		this.#isListening = client.listen(port2);
		this.#isListening.catch(() => undefined);
		this.#close = () => {
			this.#end();
			port1.close();
			dispose();
		};
	}
	/** @throws AppError RPC_DEAD when the hub ends, or what it says can no longer be heard; the event may be stored */
	async append(draft: EventDraft): Promise<RunEvent> {
		await this.#isListening;
		const event = await this.#api.append(draft);
		// The answer may overtake the broadcast: whoever wrote an event has heard it when append resolves.
		if (event.seq > (this.#seen.get(event.runId) ?? 0)) await this.#delivered(event);
		return event;
	}
	read(runId: string, afterSeq = 0): Promise<RunEvent[]> {
		return this.#api.read(runId, afterSeq);
	}
	subscribe(listener: EventListener): () => void {
		return this.#events.subscribe(listener);
	}
	dispose(): void {
		this.#events.clear();
		this.#close();
	}

	#delivered({ id }: RunEvent): Promise<void> {
		if (this.#ended.signal.aborted) return Promise.reject(feedEnded());
		return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
	}

	#end(): void {
		this.#ended.abort();
		for (const waiter of this.#waiting.values()) waiter.reject(feedEnded());
		this.#waiting.clear();
	}

	/** The feed keeps the hub's order. */
	#emit(event: RunEvent): void {
		if (event.seq <= (this.#seen.get(event.runId) ?? 0)) return;
		this.#seen.set(event.runId, event.seq);
		this.#events.emit(event);
		this.#waiting.get(event.id)?.resolve();
		this.#waiting.delete(event.id);
	}
}

const feedEnded = () => new AppError('RPC_DEAD', 'The hub is heard no longer. Reload the page.');
