/**
 * The frame that the client of `@webcontainer/api` opens. It creates the kernel, hands the client's port to it and keeps the hidden
 * relay frames. Timers of a hidden frame run once per second, so nothing else may live here.
 */
import type { DocumentToKernel, KernelToDocument } from '../preview/previews';
import { exposeToClient } from '../kernel/webcontainer/wire';
import { embedderOf } from './embedder';

/** A frame that others can reach into, as they have its origin, must not be able to lead the pages around it elsewhere. */
const RELAY_SANDBOX = 'allow-scripts allow-same-origin';

const embedder = embedderOf({ engine: location.origin, ancestors: ancestors() });
if (embedder.isOurs) start(embedder.origin);
else turnAway(embedder.message);

function start(client: string): void {
	const kernel = new Worker(new URL('kernel.js', location.href));
	const toKernel = (message: DocumentToKernel, transfer: Transferable[]) => kernel.postMessage(message, transfer);
	const warn = (message: string) => parent.postMessage({ type: 'warning', level: 'warn', message }, client);
	kernel.onerror = (event) => warn(`The engine's kernel failed: ${event.message}`);
	keepRelays(kernel, toKernel);

	const channel = new MessageChannel();
	parent.postMessage({ type: 'init' }, client, [channel.port2]);
	void probeLocks().then(
		() => toKernel({ type: 'boot', clientPort: channel.port1 }, [channel.port1]),
		(error: unknown) => refuse(channel.port1, error)
	);
	if (!crossOriginIsolated)
		warn(
			'The engine is not cross-origin isolated: shared memory is unavailable. Check the headers of this frame and of the page that holds it.'
		);
}

/** Adds and removes relay frames as the kernel says, and hands it what they post. */
function keepRelays(kernel: Worker, toKernel: (message: DocumentToKernel, transfer: Transferable[]) => void): void {
	const relays = new Map<number, { frame: HTMLIFrameElement; origin: string }>();
	kernel.onmessage = ({ data }: MessageEvent) => {
		const message = data as KernelToDocument;
		const relay = relays.get(message.port);
		switch (message.type) {
			case 'addRelay':
				if (!relay) relays.set(message.port, { frame: addRelay(message.origin), origin: message.origin });
				return;
			case 'removeRelay':
				relay?.frame.remove();
				relays.delete(message.port);
		}
	};
	addEventListener('message', ({ data, origin, ports, source }) => {
		for (const [port, relay] of relays)
			if (relay.origin === origin && source === relay.frame.contentWindow)
				toKernel({ type: 'relayMessage', port, data }, [...ports]);
	});
}

function addRelay(origin: string): HTMLIFrameElement {
	const frame = document.createElement('iframe');
	frame.allow = 'cross-origin-isolated';
	frame.setAttribute('sandbox', RELAY_SANDBOX);
	frame.hidden = true;
	frame.src = `${origin}/__wc/relay.html`;
	document.documentElement.append(frame);
	return frame;
}

/** Origins of the pages around this one, the nearest first. A browser that does not tell them says at least which page asked. */
function ancestors(): string[] {
	if (location.ancestorOrigins) return [...location.ancestorOrigins];
	return parent !== window && document.referrer ? [new URL(document.referrer).origin] : [];
}

/** Gives nothing away but the reason, which the client of `@webcontainer/api` prints. */
function turnAway(message: string): void {
	document.documentElement.append(message);
	const [origin] = ancestors();
	if (origin) parent.postMessage({ type: 'warning', level: 'error', message }, origin);
}

/** A browser that denies an origin its storage denies it the locks that tell when a process is gone: no process would ever start. */
async function probeLocks(): Promise<void> {
	await navigator.locks?.request('probe', () => undefined);
}

/** Lets the client's boot fail. */
function refuse(clientPort: MessagePort, cause: unknown): void {
	const build = () => {
		throw new Error(
			`ENGINE_STORAGE_DENIED: The browser denies storage to the engine at ${location.origin} (${cause instanceof Error ? cause.name : String(cause)}). Allow cookies and site data for it, also those of third parties, or open the address that the server printed`
		);
	};
	exposeToClient({ build }, clientPort);
}
