/** The preview origin's service worker: every request of the app's pages goes through the kernel to the app's server. */
import type { KernelToWorker, PageToWorker, PreviewRequest, SocketToPage, WorkerToKernel } from '../protocol';

interface WorkerScope extends EventTarget {
	skipWaiting(): Promise<void>;
	clients: {
		claim(): Promise<void>;
		matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<WindowClient[]>;
	};
	location: Location;
}
interface WindowClient {
	id: string;
	url: string;
	postMessage(message: unknown): void;
}
interface FetchEventLike extends Event {
	request: Request;
	respondWith(response: Promise<Response> | Response): void;
	waitUntil(work: Promise<unknown>): void;
}
interface Exchange {
	onWhole(status: number, headers: [string, string][], body: Uint8Array<ArrayBuffer>): void;
	onHead(status: number, headers: [string, string][]): void;
	controller: ReadableStreamDefaultController<Uint8Array> | null;
	fail(message: string): void;
}

const scope = globalThis as unknown as WorkerScope;
const RELAY_PATIENCE_MS = 3000;
/** Two loads past this worker in so short a time are no person's doing. */
const FORGET_INTERVAL_MS = 1000;
/** Statuses whose Response may have no body. */
const BODILESS = new Set([204, 205, 304]);

let channel: MessagePort | null = null;
/** The relay frame that gave the channel. */
let relayId = '';
const waiters: ((port: MessagePort) => void)[] = [];
let lastId = 0;
let lastForgetMs = -Infinity;
const exchanges = new Map<number, Exchange>();

scope.addEventListener('install', () => void scope.skipWaiting());
scope.addEventListener('activate', (event) => (event as FetchEventLike).waitUntil(scope.clients.claim()));
scope.addEventListener('message', (event) => {
	const { data, ports, source } = event as unknown as {
		data: { type?: string } | null;
		ports: MessagePort[];
		source: WindowClient;
	};
	const port = ports[0];
	if (data?.type === 'engine-port' && port) {
		connect(port);
		relayId = source.id;
		source.postMessage({ type: 'port-ack' });
	} else if (data?.type === 'relay-gone' && source.id === relayId) onRelayGone();
	else if (data?.type === 'socket' || data?.type === 'preview-message')
		(event as FetchEventLike).waitUntil(forward(data as PageToWorker, port));
	else if (data?.type === 'forget' && port) (event as FetchEventLike).waitUntil(forget(port));
});
scope.addEventListener('fetch', (event) => {
	const { request } = event as FetchEventLike;
	const url = new URL(request.url);
	if (url.origin !== scope.location.origin || url.pathname.startsWith('/__wc')) return;
	(event as FetchEventLike).respondWith(respond(request, url));
});

function connect(port: MessagePort): void {
	channel = port;
	port.onmessage = ({ data }: MessageEvent<KernelToWorker>) => {
		if (data.type !== 'gone') receive(data);
		else if (channel === port) channel = null;
	};
	for (const resolve of waiters.splice(0)) resolve(port);
}

function receive(message: Exclude<KernelToWorker, { type: 'gone' }>): void {
	const exchange = exchanges.get(message.id);
	if (!exchange) return;
	switch (message.type) {
		case 'whole':
			exchanges.delete(message.id);
			return exchange.onWhole(message.status, message.headers, message.body);
		case 'head':
			return exchange.onHead(message.status, message.headers);
		case 'chunk':
			return exchange.controller?.enqueue(message.bytes);
		case 'end':
			exchanges.delete(message.id);
			return exchange.controller?.close();
		case 'failed':
			exchanges.delete(message.id);
			exchange.fail(message.message);
	}
}

/** The channel to the kernel; after a restart of this worker the relay frame is asked for a new one. */
async function channelToKernel(): Promise<MessagePort | null> {
	if (channel) return channel;
	const windows = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
	const relay = windows.find(({ url }) => new URL(url).pathname.startsWith('/__wc/relay'));
	if (!relay) return null;
	const arrived = new Promise<MessagePort>((resolve) => waiters.push(resolve));
	relay.postMessage({ type: 'need-port' });
	return Promise.race([arrived, new Promise<null>((resolve) => setTimeout(() => resolve(null), RELAY_PATIENCE_MS))]);
}

/** When the kernel did not say before that it closes the channel, it went with the relay: nothing will be answered. */
function onRelayGone(): void {
	if (!channel) return;
	channel = null;
	for (const exchange of exchanges.values()) exchange.fail('The engine of this preview is gone. Open it again in Tabsmith.');
	exchanges.clear();
}

/** Hands what a page asks for on to the kernel, which answers a socket on its own port. */
async function forward(message: PageToWorker, socket: MessagePort | undefined): Promise<void> {
	const port = await channelToKernel();
	const sent: WorkerToKernel = message.type === 'socket' ? { ...message, origin: scope.location.origin } : message;
	if (port) return port.postMessage(sent, socket ? [socket] : []);
	const error = 'The engine of this preview is gone.';
	socket?.postMessage({ type: 'closed', code: 1006, reason: '', wasClean: false, error } satisfies SocketToPage);
}

/** Tells a page that was loaded past this worker whether to load itself again. */
async function forget(page: MessagePort): Promise<void> {
	const isRepeated = performance.now() - lastForgetMs < FORGET_INTERVAL_MS;
	lastForgetMs = performance.now();
	await forward({ type: 'forget' }, undefined);
	page.postMessage(!isRepeated);
}

async function respond(request: Request, url: URL): Promise<Response> {
	const port = await channelToKernel();
	if (!port)
		return request.mode === 'navigate'
			? fetch('/__wc/bootstrap.html')
			: unavailable('The engine of this preview is gone. Open it again in Tabsmith.');
	const id = ++lastId;
	const body = request.method === 'GET' || request.method === 'HEAD' ? null : new Uint8Array(await request.arrayBuffer());
	const message: PreviewRequest = {
		type: 'request',
		id,
		method: request.method,
		url: url.pathname + url.search,
		host: url.host,
		origin: url.origin,
		headers: [...request.headers],
		body,
		cache: request.cache,
		isNavigation: request.mode === 'navigate'
	};
	return new Promise((resolve) => {
		const exchange: Exchange = {
			controller: null,
			onWhole: (status, headers, body) =>
				resolve(new Response(BODILESS.has(status) ? null : streamOf(body), { status, headers })),
			onHead(status, headers) {
				if (BODILESS.has(status)) return resolve(new Response(null, { status, headers }));
				const stream = new ReadableStream<Uint8Array>({
					start: (controller) => void (exchange.controller = controller),
					cancel: () => stop(id)
				});
				resolve(new Response(stream, { status, headers }));
			},
			fail(text) {
				if (exchange.controller) exchange.controller.error(new Error(text));
				else resolve(unavailable(text));
			}
		};
		exchanges.set(id, exchange);
		request.signal.addEventListener('abort', () => stop(id));
		port.postMessage(message);
	});
}

/** Chromium makes a blob of a body that is given as bytes, by way of the browser process: a stream costs less. */
function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> {
	return new ReadableStream({
		start(controller) {
			controller.enqueue(bytes);
			controller.close();
		}
	});
}

function stop(id: number): void {
	exchanges.delete(id);
	channel?.postMessage({ type: 'abort', id });
}

const unavailable = (text: string) =>
	new Response(text, {
		status: 502,
		headers: {
			'content-type': 'text/plain; charset=utf-8',
			'cross-origin-embedder-policy': 'require-corp',
			'cross-origin-resource-policy': 'cross-origin',
			'origin-agent-cluster': '?1'
		}
	});
