import { Hub } from '../src/lib/bus/hub';
import type { HubMessage } from '../src/lib/bus/protocol';
import { Database } from '../src/lib/project/database';
import { MemoryEventStore } from '../src/lib/run/event-log';

/** The hub worker: one per tab, everybody's events go through it. */
const hub = Database.open().then(
	(database) => new Hub(database),
	// Without storage a run still works; it just does not outlive the tab.
	() => new Hub(new MemoryEventStore())
);

globalThis.onmessage = (event: MessageEvent<HubMessage>) => {
	const { port } = event.data;
	void hub.then((one) => one.admit(port));
};
