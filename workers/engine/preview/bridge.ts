import type { Kernel } from '../kernel/kernel';
import type { PreviewBridge } from '../kernel/previews';
import { CookieJar } from './cookie-jar';
import type { KernelToWorker, PreviewRequest, WorkerToKernel } from './protocol';
import { ResponseParser, type ResponseHead } from './response-parser';

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
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The kernel's side of previews: requests of their service workers become HTTP over loopback. */
export class HttpPreviewBridge implements PreviewBridge {
	readonly #jars = new Map<number, CookieJar>();
	readonly #channels = new Map<number, MessagePort[]>();
	#script = '';

	onRelayMessage(kernel: Kernel, port: number, data: unknown, ports: readonly MessagePort[]): void {
		const channel = ports[0];
		if ((data as { type?: unknown } | null)?.type !== 'worker-port' || !channel) return;
		this.#channels.set(port, [...(this.#channels.get(port) ?? []), channel]);
		const running = new Map<number, () => void>();
		channel.onmessage = ({ data: message }: MessageEvent<WorkerToKernel>) => {
			if (message.type === 'abort') return running.get(message.id)?.();
			const stop = this.#answer(kernel, port, message, channel, () => running.delete(message.id));
			running.set(message.id, stop);
		};
	}

	onPortClosed(port: number): void {
		for (const channel of this.#channels.get(port) ?? []) channel.close();
		this.#channels.delete(port);
	}

	setScript(source: string, options: { type?: string; async?: boolean; defer?: boolean } = {}): void {
		const attributes = [
			options.type ? ` type="${options.type}"` : '',
			options.async ? ' async' : '',
			options.defer ? ' defer' : ''
		].join('');
		this.#script = source ? `<script${attributes}>${source.replaceAll('</script', '<\\/script')}</script>` : '';
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
		let page: Uint8Array[] | null = null;
		const chunk = (bytes: Uint8Array) => send({ type: 'chunk', id, bytes }, [bytes.buffer as ArrayBuffer]);
		const parser = new ResponseParser(
			{
				onHead: (head) => {
					for (const [name, value] of head.headers) if (name === 'set-cookie') jar.store(value);
					if (this.#script && isPage(head)) page = [];
					send({ type: 'head', id, status: head.status, headers: headersOf(head) });
				},
				onBody: (bytes) => (page ? void page.push(bytes) : chunk(bytes)),
				onEnd: () => {
					if (page)
						chunk(encoder.encode(inject(page.map((part) => decoder.decode(part, { stream: true })).join(''), this.#script)));
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

function headersOf({ headers }: ResponseHead): [string, string][] {
	const kept = headers.filter(([name]) => !DROPPED_RESPONSE_HEADERS.has(name) && !ISOLATION.some(([own]) => own === name));
	// The app may forbid being framed by others; we are not others.
	const relaxed = kept.map(([name, value]): [string, string] =>
		name === 'content-security-policy' ? [name, value.replace(/frame-ancestors[^;]*;?/i, '')] : [name, value]
	);
	return [...relaxed, ...ISOLATION];
}

const isPage = ({ headers }: ResponseHead) =>
	headers.some(([name, value]) => name === 'content-type' && value.includes('text/html'));

/** Puts a script first in the head, so that it runs before the page's own. */
function inject(html: string, script: string): string {
	const head = /<head[^>]*>/i.exec(html);
	if (!head) return script + html;
	const at = head.index + head[0].length;
	return html.slice(0, at) + script + html.slice(at);
}
