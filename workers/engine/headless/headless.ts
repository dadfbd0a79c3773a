/**
 * The frame that the client of `@webcontainer/api` opens. It creates the kernel, hands the client's port to it and keeps the hidden
 * relay frames. Timers of a hidden frame run once per second, so nothing else may live here.
 */
import { exposeToClient } from '../kernel/webcontainer/wire';
import { embedderOf } from './embedder';
import { measureProcesses } from './memory-meter';
import type { KernelToDocument } from './messages';
import { Relays, type ToKernel } from './relays';

const embedder = embedderOf({ engine: location.origin, ancestors: ancestors() });
if (embedder.isOurs) start(embedder.origin);
else turnAway(embedder.message);

function start(client: string): void {
	const kernel = new Worker(new URL('kernel.js', location.href));
	const toKernel: ToKernel = (message, transfer) => kernel.postMessage(message, transfer);
	const warn = (message: string) => parent.postMessage({ type: 'warning', level: 'warn', message }, client);
	kernel.onerror = (event) => warn(`The engine's kernel failed: ${event.message}`);
	const relays = new Relays(toKernel);
	kernel.onmessage = ({ data }: MessageEvent) => {
		const message = data as KernelToDocument;
		if (message.type !== 'measureMemory') return relays.receive(message);
		void measureProcesses().then((bytesByPid) => toKernel({ type: 'memory', bytesByPid }, []));
	};

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
