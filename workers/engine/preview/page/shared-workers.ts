/**
 * Shared workers whose script is a blob get WebSockets to the container too. Vite's client waits in one for a server that restarts;
 * the page loads again only when that worker could connect. Other workers have the browser's own WebSocket: their scripts
 * come from an address that must stay theirs.
 */
import { installSockets, type PostToWorker } from '../sockets/page-sockets';
import type { PageToWorker } from '../protocol';

const WORKER_SCRIPT = '/__wc/worker-preview-script.js';
/** The first message of a page on a worker's port: brings the port that leads to the service worker. */
const LINK = 'tabsmith-link';

/** In the page. */
export function linkSharedWorkers(post: PostToWorker): void {
	const Native = globalThis.SharedWorker;
	if (!Native) return;
	/** By the address of the script: the same one must reach the same worker again. */
	const preludes = new Map<string, string>();
	globalThis.SharedWorker = new Proxy(Native, {
		construct(_, [script, options]: [unknown, unknown], newTarget) {
			const address = String(script);
			const isModule = typeof options === 'object' && (options as WorkerOptions | null)?.type === 'module';
			if (!address.startsWith('blob:') || isModule) return Reflect.construct(Native, [script, options], newTarget) as object;
			const prelude = preludes.get(address) ?? preludeOf(address);
			preludes.set(address, prelude);
			const worker = Reflect.construct(Native, [prelude, options], newTarget) as SharedWorker;
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = ({ data, ports }: MessageEvent<PageToWorker>) => post(data, [...ports]);
			worker.port.postMessage(LINK, [port2]);
			return worker;
		}
	});
	Native.prototype.constructor = globalThis.SharedWorker;
}

function preludeOf(address: string): string {
	const scripts = [location.origin + WORKER_SCRIPT, address].map((script) => `importScripts(${JSON.stringify(script)});`);
	return URL.createObjectURL(new Blob(scripts, { type: 'text/javascript' }));
}

/** In the worker, before its own script. */
export function installSocketsInWorker(): void {
	let link: MessagePort | null = null;
	const waiting: Parameters<PostToWorker>[] = [];
	const post: PostToWorker = (message, transfer = []) =>
		link ? link.postMessage(message, transfer) : void waiting.push([message, transfer]);
	addEventListener('connect', (event) => {
		(event as MessageEvent).ports[0]?.addEventListener('message', (first: MessageEvent) => {
			if (first.data !== LINK) return;
			first.stopImmediatePropagation();
			link = first.ports[0] ?? link;
			for (const args of waiting.splice(0)) post(...args);
		});
	});
	installSockets(post);
}
