import type { BindingInstaller, HandleLike, Runtime } from '../../process/runtime';
import { mailboxPair, storeMessage, switchOff, takeMessage, type MailboxState } from './message-mailbox';
import { bindPorts, mailboxOf, nativeOf, stateOf, stopPort, wrapPort, type PortState } from './message-ports';

const PORT_KEY = '__tabsmithPort';
const MAX_DEPTH = 6;

/** A message on the wire: ports inside it are replaced by their place in the transfer list. */
interface Envelope {
	body?: unknown;
	isClose?: boolean;
	/** The body lies in the mailbox. */
	isStored?: boolean;
}

/** MessagePort, MessageChannel, BroadcastChannel and structuredClone on the host's own. */
export const messaging: BindingInstaller = (binding, runtime) => {
	const { structuredClone: hostClone, MessageChannel: HostChannel } = runtime.host;
	const HostBroadcast = globalThis.BroadcastChannel;
	// The kernel's own copy of the process script: its address tells this container from those of other tabs. Behind `#` is the pid.
	const container = globalThis.location.href.replace(/#.*/, '');

	// Node's lib changes this class's prototype chain: it must own every method that it needs.
	class MessagePort {
		postMessage(value: unknown, transfer?: readonly unknown[] | { transfer?: readonly unknown[] }): true | undefined {
			const port = nativeOf(this);
			if (!port) return;
			const list = Array.isArray(transfer)
				? transfer
				: ((transfer as { transfer?: readonly unknown[] } | undefined)?.transfer ?? []);
			const ports: globalThis.MessagePort[] = [];
			if (!mailboxOf(this)) useHostQueues(value);
			const body = withoutPorts(value, ports, 0, new Map());
			const mailbox = ports.length + list.length === 0 ? mailboxOf(this) : undefined;
			if (mailbox && storeMessage(runtime, mailbox, body)) {
				port.postMessage({ isStored: true } satisfies Envelope);
				return true;
			}
			const native = [...new Set([...ports, ...list.map((item) => nativeOf(item) ?? (item as Transferable))])] as Transferable[];
			try {
				if (port instanceof HostBroadcast) port.postMessage({ body } satisfies Envelope);
				else port.postMessage({ body } satisfies Envelope, native);
			} catch (error) {
				throw asNodeError(runtime, error);
			}
			return true;
		}

		start(): void {
			const state = stateOf(this);
			if (!state || state.isStarted) return;
			state.isStarted = true;
			state.native.onmessage = ({ data, ports }: MessageEvent) => {
				const envelope = data as Envelope;
				if (envelope?.isClose) return runtime.loop.macro(() => this.close());
				runtime.loop.macro(() => {
					if (state.isClosed) return;
					const stored = envelope?.isStored && state.mailbox ? takeMessage(runtime, state.mailbox) : undefined;
					if (envelope?.isStored && !stored) return; // receiveMessageOnPort has taken it.
					const body = stored ? stored.body : withPorts(envelope?.body, ports, 0);
					runtime.hooks.emitMessage?.call(this, body, [], 'message');
				});
			};
			state.native.start?.();
		}

		close(callback?: () => void): void {
			const state = stateOf(this);
			if (!state || state.isClosed) return;
			state.isClosed = true;
			runtime.handles.delete(state.handle);
			try {
				if (!(state.native instanceof HostBroadcast)) state.native.postMessage({ isClose: true } satisfies Envelope);
			} catch {
				// The other side is gone already.
			}
			state.native.close();
			const onclose = (runtime.internalBinding('symbols') as Record<string, symbol>).handle_onclose;
			runtime.loop.macro(() => {
				callback?.();
				if (onclose) (this as unknown as Record<symbol, (() => void) | undefined>)[onclose]?.();
			});
		}

		drain(): void {}

		ref(): void {
			const state = stateOf(this);
			if (state) state.isReferenced = true;
		}

		unref(): void {
			const state = stateOf(this);
			if (state) state.isReferenced = false;
			runtime.loop.hop();
		}

		hasRef(): boolean {
			return stateOf(this)?.isReferenced ?? false;
		}
	}

	bindPorts(
		(native) => {
			const port = new MessagePort();
			const handle: HandleLike = { hasRef: () => state.isReferenced && !state.isClosed, isActive: () => true };
			const state: PortState = { native, handle, isReferenced: false, isClosed: false, isStarted: false };
			runtime.handles.add(handle);
			return { port, state };
		},
		(port) => {
			const oninit = (runtime.internalBinding('symbols') as Record<string, symbol>).oninit;
			if (oninit) (port as unknown as Record<symbol, (() => void) | undefined>)[oninit]?.();
		}
	);

	binding.MessagePort = MessagePort;
	binding.MessageChannel = function MessageChannel() {
		const { port1, port2 } = new HostChannel();
		const [first, second] = mailboxPair(runtime);
		return { port1: wrapPort(port1, first), port2: wrapPort(port2, second) };
	};
	// As in Node, a channel joins the threads of one process.
	binding.broadcastChannel = (name: string) =>
		wrapPort(new HostBroadcast(`${container} ${runtime.pid} ${name}`) as unknown as globalThis.MessagePort);
	binding.stopMessagePort = stopPort;
	binding.drainMessagePort = () => {};
	binding.checkMessagePort = (port: unknown) => nativeOf(port) !== undefined;
	binding.receiveMessageOnPort = (port: unknown) => {
		const state = stateOf(port);
		if (!state) {
			throw Object.assign(new TypeError('The "port" argument must be a MessagePort instance'), { code: 'ERR_INVALID_ARG_TYPE' });
		}
		const taken = state.mailbox && !state.isClosed ? takeMessage(runtime, state.mailbox) : undefined;
		return taken ? taken.body : (runtime.internalBinding('symbols') as Record<string, symbol>).no_message_symbol;
	};
	binding.moveMessagePortToContext = (port: unknown) => port;
	binding.setDeserializerCreateObjectFunction = () => {};
	binding.structuredClone = (value: unknown, options?: { transfer?: Transferable[] }) => {
		const ports: globalThis.MessagePort[] = [];
		const list = (options?.transfer ?? []).map((item) => nativeOf(item) ?? item);
		try {
			return withPorts(hostClone(withoutPorts(value, ports, 0, new Map()), { transfer: list }), ports, 0);
		} catch (error) {
			throw asNodeError(runtime, error);
		}
	};
	binding.exposeLazyDOMExceptionProperty = (target: object) => {
		Object.defineProperty(target, 'DOMException', {
			value: runtime.hooks.DOMException,
			configurable: true,
			writable: true,
			enumerable: false
		});
	};
	Object.defineProperty(binding, 'DOMException', { get: () => runtime.hooks.DOMException, configurable: true, enumerable: true });
};

/** The ports that a Worker and its thread talk over: Node's lib sends them along with the script to load. */
function useHostQueues(message: unknown): void {
	const { publicPort, mainThreadPort } = (message ?? {}) as { publicPort?: unknown; mainThreadPort?: unknown };
	for (const port of [publicPort, mainThreadPort]) {
		const mailbox = mailboxOf(port);
		if (mailbox) switchOff(mailbox);
	}
}

/** The host's DOMException as Node's own class. */
function asNodeError(runtime: Runtime, error: unknown): unknown {
	const { DOMException } = runtime.hooks;
	const { name, message } = error as Error;
	return DOMException && name === 'DataCloneError'
		? new DOMException(message.replace(/^Failed to execute '[^']+' on '[^']+': /, ''), name)
		: error;
}

function isPlain(value: object): boolean {
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null || Array.isArray(value);
}

function withoutPorts(value: unknown, ports: globalThis.MessagePort[], depth: number, seen: Map<object, unknown>): unknown {
	if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value;
	const state = stateOf(value);
	if (state) return { [PORT_KEY]: ports.push(state.native) - 1, mailbox: mailboxOf(value) };
	if (!isPlain(value)) return value;
	if (seen.has(value)) return seen.get(value);
	seen.set(value, value);
	let hasPort = false;
	const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
	for (const key of Object.keys(value)) {
		const item = (value as Record<string, unknown>)[key];
		const replaced = withoutPorts(item, ports, depth + 1, seen);
		(copy as Record<string, unknown>)[key] = replaced;
		if (replaced !== item) hasPort = true;
	}
	return hasPort ? copy : value;
}

function withPorts(value: unknown, ports: readonly globalThis.MessagePort[], depth: number): unknown {
	if (ports.length === 0 || typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value;
	const index = (value as Record<string, unknown>)[PORT_KEY];
	const native = typeof index === 'number' ? ports[index] : undefined;
	if (native) return wrapPort(native, (value as { mailbox?: MailboxState }).mailbox);
	if (!isPlain(value)) return value;
	for (const key of Object.keys(value))
		(value as Record<string, unknown>)[key] = withPorts((value as Record<string, unknown>)[key], ports, depth + 1);
	return value;
}
