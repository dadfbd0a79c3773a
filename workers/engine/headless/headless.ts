/**
 * The frame that the client of `@webcontainer/api` opens. It creates the kernel, hands the client's port to it and keeps the hidden
 * relay frames. Timers of a hidden frame run once per second, so nothing else may live here.
 */
import type { DocumentToKernel, KernelToDocument } from '../kernel/previews';
import { exposeToClient } from '../kernel/webcontainer/wire';

const kernel = new Worker(new URL('kernel.js', location.href));
kernel.onerror = (event) => warn(`The engine's kernel failed: ${event.message}`);

const relays = new Map<number, { frame: HTMLIFrameElement; origin: string }>();

kernel.onmessage = ({ data, ports }: MessageEvent) => {
	const message = data as KernelToDocument;
	switch (message.type) {
		case 'addRelay':
			return addRelay(message.port, message.origin);
		case 'removeRelay':
			relays.get(message.port)?.frame.remove();
			relays.delete(message.port);
			return;
		case 'toRelay': {
			const relay = relays.get(message.port);
			relay?.frame.contentWindow?.postMessage(message.data, relay.origin, [...ports]);
		}
	}
};

addEventListener('message', ({ data, origin, ports, source }) => {
	for (const [port, relay] of relays) {
		if (relay.origin !== origin || (source && source !== relay.frame.contentWindow)) continue;
		toKernel({ type: 'relayMessage', port, data }, [...ports]);
	}
});

const channel = new MessageChannel();
parent.postMessage({ type: 'init' }, clientOrigin(), [channel.port2]);
void probeLocks().then(
	() => toKernel({ type: 'boot', clientPort: channel.port1 }, [channel.port1]),
	(error: unknown) => refuse(channel.port1, error)
);
if (!crossOriginIsolated)
	warn(
		'The engine is not cross-origin isolated: shared memory is unavailable. Check the headers of this frame and of the page that holds it.'
	);

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

function toKernel(message: DocumentToKernel, transfer: Transferable[]): void {
	kernel.postMessage(message, transfer);
}

function addRelay(port: number, origin: string): void {
	if (relays.has(port)) return;
	const frame = document.createElement('iframe');
	frame.allow = 'cross-origin-isolated';
	frame.hidden = true;
	frame.src = `${origin}/__wc/relay.html`;
	relays.set(port, { frame, origin });
	document.documentElement.append(frame);
}

function clientOrigin(): string {
	return location.ancestorOrigins?.[0] ?? (document.referrer ? new URL(document.referrer).origin : '*');
}

function warn(message: string): void {
	parent.postMessage({ type: 'warning', level: 'warn', message }, clientOrigin());
}
