import type { EventStore } from '../../../src/lib/log/event-log';
import type { RunEvent } from '../../../src/lib/domain/events';

/** Keeps events in memory. */
export class MemoryEventStore implements EventStore {
	#events: RunEvent[] = [];
	async append(event: RunEvent): Promise<void> {
		this.#events.push(event);
	}
	async read(runId: string, afterSeq = 0): Promise<RunEvent[]> {
		return this.#events.filter((event) => event.runId === runId && event.seq > afterSeq);
	}
}
