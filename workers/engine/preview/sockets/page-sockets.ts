/**
 * Makes the page's `WebSocket` reach the container. The native class stays, with its prototype: it makes the sockets to the network,
 * and its members serve both kinds, so that `instanceof`, subclasses and patched prototypes work as ever.
 */
import { PageSocket } from '../page/page-socket';
import { socketDestination } from '../page/socket-destination';
import { isToken } from './web-socket-handshake';
import type { PageToWorker } from '../protocol';

const ATTRIBUTES = ['url', 'readyState', 'bufferedAmount', 'extensions', 'protocol', 'binaryType'] as const;
const HANDLERS = ['onopen', 'onmessage', 'onerror', 'onclose'] as const;

/** Reaches the service worker. */
export type PostToWorker = (message: PageToWorker, transfer?: Transferable[]) => void;

/** For a page, or a worker that it made. */
export function installSockets(post: PostToWorker): void {
	const { host } = new URL(globalThis.origin);
	const Native = WebSocket;
	const sockets = new WeakMap<object, PageSocket>();
	for (const name of [...ATTRIBUTES, ...HANDLERS]) shareAttribute(Native.prototype, name, sockets);
	for (const name of ['send', 'close'] as const) shareMethod(Native.prototype, name, sockets);
	globalThis.WebSocket = new Proxy(Native, {
		construct(_, args: unknown[], newTarget) {
			const url = args.length > 0 ? parse(args[0]) : null;
			const port = url && socketDestination(url, host);
			// Whatever is wrong with the arguments, the native class says it best.
			if (!url || port === null || url.hash) return Reflect.construct(Native, args, newTarget) as object;
			const protocols = protocolsOf(args[1]);
			const target = Reflect.construct(EventTarget, [], newTarget) as EventTarget;
			const { port1, port2 } = new MessageChannel();
			sockets.set(target, new PageSocket(target, url, port1));
			post({ type: 'socket', url: url.href, port, protocols }, [port2]);
			return target;
		}
	});
	Native.prototype.constructor = globalThis.WebSocket;
}

type Member = (typeof ATTRIBUTES | typeof HANDLERS)[number];

function shareAttribute(prototype: WebSocket, name: Member, sockets: WeakMap<object, PageSocket>): void {
	const native = Object.getOwnPropertyDescriptor(prototype, name);
	if (!native) return;
	const shared: PropertyDescriptor = {
		...native,
		get(this: object): unknown {
			const socket = sockets.get(this);
			return socket ? socket[name] : native.get?.call(this);
		}
	};
	if (native.set)
		shared.set = function (this: object, value: unknown) {
			const socket = sockets.get(this);
			if (socket) Reflect.set(socket, name, value);
			else native.set?.call(this, value);
		};
	Object.defineProperty(prototype, name, shared);
}

function shareMethod(prototype: WebSocket, name: 'send' | 'close', sockets: WeakMap<object, PageSocket>): void {
	const native = prototype[name] as (...args: unknown[]) => void;
	const shared = {
		[name](this: object, ...args: unknown[]): void {
			const socket = sockets.get(this);
			return socket ? socket[name](...args) : Reflect.apply(native, this, args);
		}
	};
	Object.defineProperty(prototype, name, { value: shared[name], writable: true, enumerable: true, configurable: true });
}

/** As the class does: relative to the document or worker, http: standing for ws:. Null for what is no address of a socket. */
function parse(input: unknown): URL | null {
	const url = URL.parse(String(input), globalThis.document?.baseURI ?? location.href);
	if (url) url.protocol = url.protocol.replace(/^http/, 'ws');
	return url && /^wss?:$/.test(url.protocol) ? url : null;
}

/** @throws DOMException SyntaxError for one that is no token or comes twice */
function protocolsOf(input: unknown): string[] {
	const isList = typeof input === 'object' && input !== null && Symbol.iterator in input;
	const protocols = input === undefined ? [] : isList ? Array.from(input as Iterable<unknown>, String) : [String(input)];
	const seen = new Set<string>();
	for (const protocol of protocols) {
		const isTwice = seen.has(protocol.toLowerCase());
		seen.add(protocol.toLowerCase());
		if (isToken(protocol) && !isTwice) continue;
		const cause = isTwice ? `'${protocol}' is duplicated` : `'${protocol}' is invalid`;
		throw new DOMException(`Failed to construct 'WebSocket': The subprotocol ${cause}.`, 'SyntaxError');
	}
	return protocols;
}
