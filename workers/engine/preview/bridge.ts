import type { LoopbackNetwork } from '../kernel/loopback-network';
import type { ErrorForwarding } from '../kernel/previews';
import type { PreviewBridge } from './previews';
import { Answer } from './service-worker/answer';
import { AppConnection } from './http/app-connection';
import { AppServer } from './http/app-server';
import { ConnectionPool } from './http/connection-pool';
import { admitScripts } from './page/content-security-policy';
import { CookieJar } from './http/cookie-jar';
import { CookieStore } from './http/cookie-store';
import { HeadInjector } from './page/head-injector';
import { isForwarded, parsePreviewMessage, type PreviewMessage } from './page/preview-message';
import type { KernelToWorker, PreviewRequest, WorkerToKernel } from './protocol';
import type { ResponseHead } from './http/response-parser';
import { ResponseStore } from './http/response-store';
import { serveSocket } from './sockets/web-socket';

/** Says something of one connection only, or would be wrong once the body is handed on. */
const DROPPED_RESPONSE_HEADERS = new Set([
	'connection',
	'keep-alive',
	'transfer-encoding',
	'set-cookie',
	'x-frame-options',
	'content-length'
]);
/** The page that shows previews is isolated: what it embeds must be too, and must not freeze it. */
const ISOLATION: [string, string][] = [
	['cross-origin-embedder-policy', 'require-corp'],
	['cross-origin-resource-policy', 'cross-origin'],
	['origin-agent-cluster', '?1']
];
const POLICY_HEADER = 'content-security-policy';
/** Runs first in every page. */
const PREVIEW_SCRIPT = '/__wc/preview-script.js';

interface Exchange {
	port: number;
	channel: MessagePort;
	onDone: () => void;
}

/** The kernel's side of previews: what their service workers ask for becomes HTTP and WebSockets over loopback. */
export class HttpPreviewBridge implements PreviewBridge {
	readonly #jars = new Map<number, CookieJar>();
	readonly #cookies = new CookieStore();
	/** One per port; what still runs on it can be stopped. */
	readonly #channels = new Map<number, { channel: MessagePort; running: Map<number, () => void> }>();
	/** All that service workers have opened: each holds the kernel as long as it is open. */
	readonly #open = new Set<MessagePort>();
	/** Of the servers that listen now. */
	readonly #servers = new Map<number, AppServer>();
	#responses = new ResponseStore();
	/** All that are open, also to servers that listen no more. */
	readonly #connections = new Set<AppConnection>();
	#script: { attributes: string; source: string } | null = null;
	#errorForwarding: ErrorForwarding = false;
	#onMessage: (message: PreviewMessage) => void = () => {};
	#sockets = new AbortController();

	start(errorForwarding: ErrorForwarding, onMessage: (message: PreviewMessage) => void): void {
		this.#errorForwarding = errorForwarding;
		this.#onMessage = onMessage;
	}

	stop(): void {
		this.#sockets.abort();
		for (const connection of [...this.#connections]) connection.close();
		this.#servers.clear();
		// The next project on a port is not the one that got these.
		this.#jars.clear();
		for (const channel of this.#open) channel.close();
		this.#open.clear();
		this.#responses = new ResponseStore();
		this.#sockets = new AbortController();
		this.#script = null;
	}

	/** Finds the cookies again that the preview of this name was left with. */
	async onPortOpen(port: number, host: string | null): Promise<void> {
		if (!host || this.#jars.get(port)?.isKept) return;
		const jar = new CookieJar((cookies) => void this.#cookies.write(host, cookies));
		this.#jars.set(port, jar);
		jar.restore(await this.#cookies.read(host));
	}

	onRelayMessage(network: LoopbackNetwork, port: number, data: unknown, ports: readonly MessagePort[]): void {
		const channel = ports[0];
		if ((data as { type?: unknown } | null)?.type !== 'worker-port' || !channel) return;
		const running = new Map<number, () => void>();
		// A second channel means that the browser ended the service worker of the first.
		for (const stop of this.#channels.get(port)?.running.values() ?? []) stop();
		this.#channels.set(port, { channel, running });
		this.#open.add(channel);
		channel.addEventListener('close', () => this.#open.delete(channel));
		channel.onmessage = ({ data: message, ports: [socket] }: MessageEvent<WorkerToKernel>) => {
			switch (message.type) {
				case 'abort':
					return running.get(message.id)?.();
				case 'forget':
					return this.#servers.get(port)?.forget();
				case 'preview-message':
					return this.#onPreviewMessage(port, message.message);
				case 'socket':
					if (socket)
						void serveSocket(network, this.#jarOf(message.port), message, { page: socket, signal: this.#sockets.signal });
					return;
				case 'request': {
					// A request that fails at once is over before it can be stopped.
					let isDone = false;
					const onDone = () => void (isDone = running.delete(message.id) || true);
					const stop = this.#respond(network, message, { port, channel, onDone });
					if (!isDone) running.set(message.id, stop);
				}
			}
		};
	}

	/** What the service worker has sent already, or sends before it hears of it, is still answered. */
	onPortClosed(port: number): void {
		this.#channels.get(port)?.channel.postMessage({ type: 'gone' } satisfies KernelToWorker);
		this.#channels.delete(port);
		this.#servers.get(port)?.retire();
		this.#servers.delete(port);
	}

	setScript(source: string, options: { type?: string; async?: boolean; defer?: boolean } = {}): void {
		const attributes = [
			options.type ? ` type="${options.type}"` : '',
			options.async ? ' async' : '',
			options.defer ? ' defer' : ''
		].join('');
		this.#script = source ? { attributes, source: source.replaceAll('</script', '<\\/script') } : null;
	}

	#onPreviewMessage(port: number, data: unknown): void {
		const message = parsePreviewMessage(data, port);
		if (message && isForwarded(message, this.#errorForwarding)) this.#onMessage(message);
	}

	/** The scripts that every page begins with. */
	#markup(nonce: string): string {
		const allowed = nonce ? ` nonce="${nonce}"` : '';
		const errors = this.#errorForwarding
			? ` data-errors="${this.#errorForwarding === true ? 'all' : this.#errorForwarding}"`
			: '';
		const own = `<script src="${PREVIEW_SCRIPT}"${errors}${allowed}></script>`;
		return this.#script ? `${own}<script${this.#script.attributes}${allowed}>${this.#script.source}</script>` : own;
	}

	/** @returns what stops the exchange */
	#respond(network: LoopbackNetwork, request: PreviewRequest, { port, channel, onDone }: Exchange): () => void {
		const answer = new Answer(request.id, (message, transfer) => channel.postMessage(message, transfer));
		const jar = this.#jarOf(port);
		let injector: HeadInjector | null = null;
		const path = request.url.split('?')[0] ?? '/';
		const cookie = jar.headerFor(path);
		const stop = this.#serverOf(network, port).request(
			{ request, cookie },
			{
				onHead: (head) => {
					for (const [name, value] of head.headers) if (name === 'set-cookie') jar.store(value, path);
					const { isNavigation, origin } = request;
					const admission = isNavigation ? admitScripts(policiesOf(head), origin + PREVIEW_SCRIPT) : null;
					if (admission && isHtml(head)) injector = new HeadInjector(this.#markup(admission.nonce));
					answer.head(head.status, headersOf(head, admission?.policies));
				},
				onBody: (part) => answer.body(injector ? injector.feed(part) : part),
				onPause: () => answer.flush(),
				onEnd: () => {
					if (injector) answer.body(injector.end());
					answer.end();
					onDone();
				},
				onFail: ({ message }) => {
					answer.fail(message);
					onDone();
				}
			}
		);
		return () => {
			stop();
			answer.drop();
			onDone();
		};
	}

	#serverOf(network: LoopbackNetwork, port: number): AppServer {
		const known = this.#servers.get(port);
		if (known) return known;
		const pool = new ConnectionPool((onClosed) => {
			const loopback = network.dial(port);
			if (!loopback) return null;
			const connection = new AppConnection(loopback, (closed) => {
				this.#connections.delete(closed);
				onClosed(closed);
			});
			this.#connections.add(connection);
			return connection;
		});
		const server = new AppServer(pool, this.#responses);
		this.#servers.set(port, server);
		return server;
	}

	#jarOf(port: number): CookieJar {
		const jar = this.#jars.get(port) ?? new CookieJar();
		this.#jars.set(port, jar);
		return jar;
	}
}

/** `policies` take the place of the app's. */
function headersOf({ headers }: ResponseHead, policies?: readonly string[]): [string, string][] {
	const kept = headers.filter(
		([name]) =>
			!DROPPED_RESPONSE_HEADERS.has(name) && !ISOLATION.some(([own]) => own === name) && !(policies && name === POLICY_HEADER)
	);
	return [...kept, ...(policies ?? []).map((policy): [string, string] => [POLICY_HEADER, policy]), ...ISOLATION];
}

const policiesOf = ({ headers }: ResponseHead) => headers.filter(([name]) => name === POLICY_HEADER).map(([, value]) => value);

/** Bytes that are compressed or in a wide encoding cannot be looked into. */
function isHtml({ headers }: ResponseHead): boolean {
	const valueOf = (name: string) => headers.find(([key]) => key === name)?.[1].toLowerCase() ?? '';
	const type = valueOf('content-type');
	return type.startsWith('text/html') && !type.includes('utf-16') && ['', 'identity'].includes(valueOf('content-encoding'));
}
