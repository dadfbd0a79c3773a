import { StoredEventLog, type EventListener, type EventLog, type EventStore } from '../run/event-log';
import type { EventDraft, RunEvent } from '../run/events';
import { connect, moved, serve, type Client } from './rpc';

/** The hub: stamps each event, stores it, and only then tells everybody who listens. */

export interface HubApi {
	append(draft: EventDraft): Promise<RunEvent>;
	read(runId: string, afterSeq: number): Promise<RunEvent[]>;
	/** Every event from now on is posted to `feed`. */
	listen(feed: MessagePort): Promise<void>;
}
const METHODS = ['append', 'read', 'listen'] as const;

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
		const api: HubApi = {
			append: (draft) => this.log.append(draft),
			read: (runId, afterSeq) => this.log.read(runId, afterSeq),
			listen: async (feed) => {
				this.#feeds.add(feed);
				feed.addEventListener('close', () => this.#feeds.delete(feed));
				feed.start();
			}
		};
		serve(port, api, METHODS);
	}
}

/** The hub's log as its other parties have it. */
export class HubLog implements EventLog {
	#api: Client<HubApi>;
	#listeners = new Set<EventListener>();
	#seen = new Map<string, number>();
	#waiting = new Map<string, () => void>();
	#isListening: Promise<void>;
	#close: () => void;

	/** `death`: aborted when the hub's worker has failed. */
	constructor(port: MessagePort, death?: AbortSignal) {
		const { client, dispose } = connect<HubApi>(port, METHODS, { name: 'The hub', ...(death ? { death } : {}) });
		this.#api = client;
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = (event: MessageEvent<RunEvent>) => this.#tell(event.data);
		this.#isListening = client.listen(moved(port2));
		this.#isListening.catch(() => undefined);
		this.#close = () => {
			port1.close();
			dispose();
		};
	}
	async append(draft: EventDraft): Promise<RunEvent> {
		await this.#isListening;
		const event = await this.#api.append(draft);
		// The answer may overtake the broadcast: whoever wrote an event has heard it when append resolves.
		if (event.seq > (this.#seen.get(event.runId) ?? 0)) await new Promise<void>((done) => this.#waiting.set(event.id, done));
		return event;
	}
	read(runId: string, afterSeq = 0): Promise<RunEvent[]> {
		return this.#api.read(runId, afterSeq);
	}
	subscribe(listener: EventListener): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
	dispose(): void {
		this.#listeners.clear();
		this.#close();
	}

	/** The feed keeps the hub's order. */
	#tell(event: RunEvent): void {
		if (event.seq <= (this.#seen.get(event.runId) ?? 0)) return;
		this.#seen.set(event.runId, event.seq);
		for (const listener of this.#listeners) listener(event);
		this.#waiting.get(event.id)?.();
		this.#waiting.delete(event.id);
	}
}
