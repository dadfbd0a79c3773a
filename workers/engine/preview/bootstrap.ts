/** What the host serves for any address of a preview that no service worker answers yet: waits for the relay, then reloads. */
const PATIENCE_MS = 8000;

async function start(): Promise<void> {
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

void start();

export {};
