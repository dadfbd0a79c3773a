import type { HandleLike } from '../../process/runtime';
import type { MailboxState } from './message-mailbox';

/** What stands behind Node's MessagePort objects; kept apart from them, so that Node may change their prototype as it likes. */
export interface PortState {
	readonly native: MessagePort;
	readonly handle: HandleLike;
	isReferenced: boolean;
	isClosed: boolean;
	isStarted: boolean;
	/** Ports of a channel that the program made: messages that can be received without the event loop. */
	mailbox?: MailboxState;
}

const states = new WeakMap<object, PortState>();
const wrappers = new WeakMap<MessagePort, object>();

let create: (native: MessagePort) => { port: object; state: PortState };
let initialize: (port: object) => void;

/** How a wrapper is made and initialized; `messaging` sets this once. */
export function bindPorts(make: typeof create, init: typeof initialize): void {
	create = make;
	initialize = init;
}

export function stateOf(port: unknown): PortState | undefined {
	return typeof port === 'object' && port !== null ? states.get(port) : undefined;
}

export function nativeOf(port: unknown): MessagePort | undefined {
	return stateOf(port)?.native;
}

/** The mailbox of a port that uses one. */
export function mailboxOf(port: unknown): MailboxState | undefined {
	const mailbox = stateOf(port)?.mailbox;
	return mailbox?.isOff ? undefined : mailbox;
}

/** Node's object for a host port: one per port. */
export function wrapPort(native: MessagePort, mailbox?: MailboxState): object {
	const present = wrappers.get(native);
	if (present) return present;
	const { port, state } = create(native);
	if (mailbox) state.mailbox = mailbox;
	states.set(port, state);
	wrappers.set(native, port);
	initialize(port);
	return port;
}

/** Stops delivery; a later `start` resumes it. */
export function stopPort(port: unknown): void {
	const state = stateOf(port);
	if (!state) return;
	state.native.onmessage = null;
	state.isStarted = false;
}
