/** What the host serves for any address of a preview that no service worker answers yet: waits for the relay, then reloads. */
import type { PageToWorker } from '../protocol';

const PATIENCE_MS = 8000;
/** How long a running service worker may take to answer, in ms; one of an older build never does. */
const ANSWER_PATIENCE_MS = 1000;

async function start(): Promise<void> {
	const known = (await navigator.serviceWorker.getRegistration())?.active;
	// A reload past all caches goes past the service worker as well; the next load goes through it.
	if (known && !navigator.serviceWorker.controller && (await hasForgotten(known))) return location.reload();
	await navigator.serviceWorker.register('/__wc.sw.js', { scope: '/', updateViaCache: 'none' });
	await navigator.serviceWorker.ready;
	const startedAt = performance.now();
	while (performance.now() - startedAt < PATIENCE_MS) {
		const response = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
		const isApp =
			navigator.serviceWorker.controller &&
			response &&
			response.status !== 502 &&
			!(await response.clone().text()).includes('tabsmith-bootstrap');
		if (isApp) return location.reload();
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	document.body.textContent = 'This app is not running. Open its project in Tabsmith, start it, and reload this page.';
}

/** False when the worker is silent, or heard the same just before: developer tools can keep all loads from it. */
function hasForgotten(worker: ServiceWorker): Promise<boolean> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data }: MessageEvent<boolean>) => resolve(data);
		worker.postMessage({ type: 'forget' } satisfies PageToWorker, [port2]);
		setTimeout(() => resolve(false), ANSWER_PATIENCE_MS);
	});
}

void start();
