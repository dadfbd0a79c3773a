/** A hidden frame of the engine on the preview's origin: registers the service worker and joins it with the kernel. */
import { engineOriginOf } from '../preview-host';

/** Whatever page holds this frame, only the engine hears it. */
const engine = engineOriginOf(location);

async function start(): Promise<void> {
	const registration = await navigator.serviceWorker.register('/__wc.sw.js', { scope: '/', updateViaCache: 'none' });
	await navigator.serviceWorker.ready;
	const give = () => {
		const channel = new MessageChannel();
		parent.postMessage({ type: 'worker-port' }, engine, [channel.port1]);
		registration.active?.postMessage({ type: 'engine-port' }, [channel.port2]);
	};
	navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<{ type?: string }>) => {
		if (data.type === 'need-port') give();
		if (data.type === 'port-ack') parent.postMessage({ type: 'relay-ready' }, engine);
	});
	navigator.serviceWorker.startMessages();
	addEventListener('pagehide', () => registration.active?.postMessage({ type: 'relay-gone' }));
	give();
}

start().catch((error: unknown) => parent.postMessage({ type: 'relay-error', message: String(error) }, engine));
