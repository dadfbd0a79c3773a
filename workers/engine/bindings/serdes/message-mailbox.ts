import { ENOENT } from '../../fs/errno';
import { MAILBOX_FOLDER } from '../../protocol';
import type { Runtime } from '../../process/runtime';
import { MessageReader, MessageWriter } from './ipc_serdes';

const MODE = 0o600;

/** What travels with a port that is transferred. */
export interface MailboxState {
	/** Paths without the message's number. */
	inbox: string;
	outbox: string;
	sent: number;
	received: number;
	/** This channel stays on the host's queues. */
	isOff?: boolean;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const otherEnds = new WeakMap<MailboxState, MailboxState>();
let channels = 0;

/** The two ends of a new channel. */
export function mailboxPair(runtime: Runtime): [MailboxState, MailboxState] {
	const path = `${MAILBOX_FOLDER}/${runtime.pid}/${runtime.threadId}-${++channels}`;
	const [first, second] = [`${path}a.`, `${path}b.`];
	const ends: [MailboxState, MailboxState] = [
		{ inbox: first, outbox: second, sent: 0, received: 0 },
		{ inbox: second, outbox: first, sent: 0, received: 0 }
	];
	otherEnds.set(ends[0], ends[1]);
	otherEnds.set(ends[1], ends[0]);
	return ends;
}

/** Leaves a channel to the host's queues, before its first message: they are faster for much and large data. */
export function switchOff(end: MailboxState): void {
	end.isOff = true;
	const other = otherEnds.get(end);
	if (other) other.isOff = true;
}

/**
 * Lays a message down where the other end finds it at once, even in a thread that does not come back to its event loop
 * (`receiveMessageOnPort` after `Atomics.wait`): the host's own queues cannot be read so. One file of the shared heap per message.
 * @returns false when the message has to go through the host: shared memory, modules of WebAssembly, host objects
 */
export function storeMessage(runtime: Runtime, state: MailboxState, body: unknown): boolean {
	let bytes: Uint8Array;
	try {
		bytes = encoder.encode(new MessageWriter(runtime, undefined).write(body));
	} catch {
		return false;
	}
	const path = state.outbox + state.sent;
	let result = runtime.fs.writeFile(path, bytes, MODE);
	if (result === ENOENT) {
		runtime.fs.mkdirp(path.slice(0, path.lastIndexOf('/')));
		result = runtime.fs.writeFile(path, bytes, MODE);
	}
	if (result < 0) return false;
	state.sent++;
	return true;
}

/** Takes the oldest message; undefined when there is none. */
export function takeMessage(runtime: Runtime, state: MailboxState): { body: unknown } | undefined {
	const path = state.inbox + state.received;
	const bytes = runtime.fs.readFile(path);
	// An empty one is being written this very moment.
	if (typeof bytes === 'number' || bytes.length === 0) return undefined;
	runtime.fs.unlink(path);
	state.received++;
	return { body: new MessageReader(runtime, decoder.decode(bytes)).read() };
}
