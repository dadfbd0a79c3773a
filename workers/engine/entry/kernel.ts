/**
 * The kernel worker (a classic script, bundled to kernel.js). The headless document creates it and sends `boot` once with the
 * client's port: from then on the client talks to this worker directly, and the document only holds relay frames.
 */
import { HttpPreviewBridge } from '../preview/bridge';
import { loadAssets } from '../kernel/assets';
import type { DocumentToKernel, KernelToDocument } from '../headless/messages';
import type { MeasureMemory } from '../kernel/memory-limit';
import { PreviewHost } from '../preview/previews';
import { ContainerServer } from '../kernel/webcontainer/server';
import { exposeToClient, speakClientFormat } from '../kernel/webcontainer/wire';

const base = new URL('.', location.href);
/** Under way before anybody asks. */
const assets = loadAssets(base.href);
assets.catch((error: unknown) => console.error('[kernel]', error));
let previews: PreviewHost | null = null;
let isBooted = false;
/** Who waits for the measurement under way. */
const waiting: ((bytesByPid: Record<number, number> | null) => void)[] = [];

addEventListener('message', ({ data, ports }: MessageEvent) => {
	const message = data as DocumentToKernel;
	if (message.type === 'relayMessage') return previews?.receive(message.port, message.data, ports);
	if (message.type === 'memory') return waiting.splice(0).forEach((tell) => tell(message.bytesByPid));
	if (message.type !== 'boot' || isBooted) return;
	isBooted = true;
	boot(message.clientPort);
});

function boot(clientPort: MessagePort): void {
	const post = (outgoing: KernelToDocument, transfer: Transferable[] = []) => self.postMessage(outgoing, { transfer });
	previews = new PreviewHost(base.origin, post, new HttpPreviewBridge());
	const measureMemory: MeasureMemory = () => {
		if (waiting.length === 0) post({ type: 'measureMemory' });
		return new Promise((resolve) => waiting.push(resolve));
	};
	speakClientFormat();
	exposeToClient(new ContainerServer(assets, previews, measureMemory), clientPort);
}
