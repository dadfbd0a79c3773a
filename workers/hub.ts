import { Hub } from '../src/lib/bus/hub';
import type { HubMessage } from '../src/lib/bus/contracts/hub';
import { Database } from '../src/lib/project/database';

/** The hub worker: one per tab, everybody's events go through it. */
const database = Database.open();
/** Without storage each call is refused with the database's own error. */
const hub = new Hub({
	append: async (event) => (await database).append(event),
	read: async (runId, afterSeq) => (await database).read(runId, afterSeq)
});

globalThis.onmessage = ({ data }: MessageEvent<HubMessage>) => hub.admit(data.port);
