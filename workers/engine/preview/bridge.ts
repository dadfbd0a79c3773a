import type { Kernel } from '../kernel/kernel';
import type { PreviewBridge } from '../kernel/previews';
import { admitScripts } from './content-security-policy';
import { CookieJar } from './cookie-jar';
import { HeadInjector } from './head-injector';
import { isForwarded, parsePreviewMessage, type ErrorForwarding, type PreviewMessage } from './preview-message';
import type { KernelToWorker, PreviewRequest, WorkerToKernel } from './protocol';
import { ResponseParser, type ResponseHead } from './response-parser';
import { serveSocket } from './web-socket';

/** Says something of one connection only, or would be wrong once the body is handed on. */
const DROPPED_RESPONSE_HEADERS = new Set([
	'connection',
	'keep-alive',
	'transfer-encoding',
	'set-cookie',
	'x-frame-options',
	'content-length'
]);
const DROPPED_REQUEST_HEADERS = new Set(['host', 'connection', 'accept-encoding', 'content-length', 'origin', 'cookie']);
/** The page that shows previews is isolated: what it embeds must be too, and must not freeze it. */
const ISOLATION: [string, string][] = [
	['cross-origin-embedder-policy', 'require-corp'],
	['cross-origin-resource-policy', 'cross-origin'],
	['origin-agent-cluster', '?1']
];
const POLICY_HEADER = 'content-security-policy';
/** Runs first in every page. */
const PREVIEW_SCRIPT = '/__wc/preview-script.js';
const encoder = new TextEncoder();

/** The kernel's side of previews: what their service workers ask for becomes HTTP and WebSockets over loopback. */
export class HttpPreviewBridge implements PreviewBridge {
	readonly #jars = new Map<number, CookieJar>();
	/** One per port; what still runs on it can be stopped. */
	readonly #channels = new Map<number, { channel: MessagePort; running: Map<number, () => void> }>();
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
		this.#sockets = new AbortController();
		this.#script = null;
	}

	onRelayMessage(kernel: Kernel, port: number, data: unknown, ports: readonly MessagePort[]): void {
		const channel = ports[0];
		if ((data as { type?: unknown } | null)?.type !== 'worker-port' || !channel) return;
		const running = new Map<number, () => void>();
		// A second channel means that the browser ended the service worker of the first.
		for (const stop of this.#channels.get(port)?.running.values() ?? []) stop();
		this.#channels.set(port, { channel, running });
		channel.onmessage = ({ data: message, ports: [socket] }: MessageEvent<WorkerToKernel>) => {
			switch (message.type) {
				case 'abort':
					return running.get(message.id)?.();
				case 'preview-message':
					return this.#onPreviewMessage(port, message.message);
				case 'socket':
					if (socket)
						void serveSocket(kernel, this.#jarOf(message.port), message, { page: socket, signal: this.#sockets.signal });
					return;
				case 'request': {
					const stop = this.#answer(kernel, port, message, channel, () => running.delete(message.id));
					running.set(message.id, stop);
				}
			}
		};
	}

	/** What the service worker has sent already, or sends before it hears of it, is still answered. */
	onPortClosed(port: number): void {
		this.#channels.get(port)?.channel.postMessage({ type: 'gone' } satisfies KernelToWorker);
		this.#channels.delete(port);
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
	#answer(kernel: Kernel, port: number, request: PreviewRequest, channel: MessagePort, onDone: () => void): () => void {
		const { id } = request;
		const send = (message: KernelToWorker, transfer: Transferable[] = []) => channel.postMessage(message, transfer);
		const connection = kernel.ports.connectFromKernel(port);
		if (!connection) {
			send({ type: 'failed', id, message: `Nothing listens on port ${port}.` });
			onDone();
			return () => {};
		}
		let isOver = false;
		const finish = (last: KernelToWorker | null) => {
			if (isOver) return;
			isOver = true;
			if (last) send(last);
			kernel.rings.release(connection.writeRing, 'write');
			onDone();
		};
		const jar = this.#jarOf(port);
		let injector: HeadInjector | null = null;
		const chunk = (bytes: Uint8Array) => {
			if (bytes.length) send({ type: 'chunk', id, bytes }, [bytes.buffer as ArrayBuffer]);
		};
		const parser = new ResponseParser(
			{
				onHead: (head) => {
					for (const [name, value] of head.headers) if (name === 'set-cookie') jar.store(value);
					const { isNavigation, origin } = request;
					const admission = isNavigation ? admitScripts(policiesOf(head), origin + PREVIEW_SCRIPT) : null;
					if (admission && isHtml(head)) injector = new HeadInjector(this.#markup(admission.nonce));
					send({ type: 'head', id, status: head.status, headers: headersOf(head, admission?.policies) });
				},
				onBody: (bytes) => chunk(injector ? injector.feed(bytes) : bytes),
				onEnd: () => {
					if (injector) chunk(injector.end());
					finish({ type: 'end', id });
				}
			},
			request.method === 'HEAD'
		);
		const fail = (error: unknown) =>
			finish({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
		void kernel.rings
			.pump(connection.readRing, (bytes) => {
				if (!isOver) parser.feed(bytes);
			})
			.then(() => {
				if (!isOver) parser.close();
			})
			.catch(fail);
		void kernel.rings.write(connection.writeRing, requestBytes(request, jar.headerFor(request.url.split('?')[0] ?? '/')));
		return () => finish(null);
	}

	#jarOf(port: number): CookieJar {
		const jar = this.#jars.get(port) ?? new CookieJar();
		this.#jars.set(port, jar);
		return jar;
	}
}

function requestBytes({ method, url, host, origin, headers, body }: PreviewRequest, cookie: string): Uint8Array {
	const lines = [`${method} ${url} HTTP/1.1`, `host: ${host}`, 'connection: close'];
	for (const [name, value] of headers) if (!DROPPED_REQUEST_HEADERS.has(name)) lines.push(`${name}: ${value}`);
	if (method !== 'GET' && method !== 'HEAD') lines.push(`origin: ${origin}`, `content-length: ${body?.length ?? 0}`);
	if (cookie) lines.push(`cookie: ${cookie}`);
	const head = encoder.encode(`${lines.join('\r\n')}\r\n\r\n`);
	if (!body) return head;
	const bytes = new Uint8Array(head.length + body.length);
	bytes.set(head);
	bytes.set(body, head.length);
	return bytes;
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
