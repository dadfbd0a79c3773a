import { z } from '../../domain/zod';
import { eventDraftSchema, runEventSchema, type RunEvent } from '../../domain/events';
import { contract, nothing, port } from '../contract';

/** A stored event was checked when it was written; a whole log is not checked again, since the page reads it while a person waits. */
const storedEvent = z.custom<RunEvent>(
	(value) => typeof value === 'object' && value !== null && 'seq' in value && 'topic' in value
);

/** What workers/hub.ts offers each party. */
export const hubContract = contract({
	/** The event as stored. */
	append: { input: [eventDraftSchema], output: runEventSchema },
	/** Events of a run in order, those after `afterSeq` only. */
	read: { input: [z.string(), z.number()], output: z.array(storedEvent) },
	/** Every event from now on is posted to the port. */
	listen: { input: [port], output: nothing }
});

/** To hub.ts: one more party. */
export interface HubMessage {
	type: 'admit';
	port: MessagePort;
}
