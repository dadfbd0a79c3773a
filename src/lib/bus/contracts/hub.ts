import { z } from '../../domain/zod';
import { eventDraftSchema, type RunEvent } from '../../domain/events';
import { contract, nothing, port } from '../contract';

/** What comes from the hub was checked when it was written: once, and not again by everybody who hears of it while a person waits. */
export const storedEventSchema = z.custom<RunEvent>(
	(value) => typeof value === 'object' && value !== null && 'seq' in value && 'topic' in value
);

/** What workers/hub.ts offers each party. */
export const hubContract = contract({
	/** The event as stored. */
	append: { input: [eventDraftSchema], output: storedEventSchema },
	/** Events of a run in order, those after `afterSeq` only. */
	read: { input: [z.string(), z.number()], output: z.array(storedEventSchema) },
	/** Every event from now on is posted to the port. */
	listen: { input: [port], output: nothing }
});

/** To hub.ts: one more party. */
export interface HubMessage {
	type: 'admit';
	port: MessagePort;
}
