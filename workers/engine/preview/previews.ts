import type { Kernel } from '../kernel/kernel';
import type { LoopbackNetwork } from '../kernel/loopback-network';
import type { ErrorForwarding, Previews } from '../kernel/previews';
import type { KernelToDocument } from '../headless/messages';
import { previewHost } from './preview-host';
import type { PreviewMessage } from './page/preview-message';
import { claimSlot, type Slot } from './preview-slot';

/** How long a port waits for its relay's answer before it counts as ready anyway, in ms. */
const RELAY_PATIENCE_MS = 3000;

/** A service of the preview side: gets the channel of each relay and answers its requests. */
export interface PreviewBridge {
	start(errorForwarding: ErrorForwarding, onMessage: (message: PreviewMessage) => void): void;
	stop(): void;
	/** `host` is the preview's; null when nothing of it is to be kept. Resolves when it can be asked. */
	onPortOpen(port: number, host: string | null): Promise<void>;
	onRelayMessage(network: LoopbackNetwork, port: number, data: unknown, ports: readonly MessagePort[]): void;
	onPortClosed(port: number): void;
	setScript(source: string, options: object): void;
}

/** Addresses of previews, and their relay frames: one per listening port. */
export class PreviewHost implements Previews {
	#network: LoopbackNetwork | null = null;
	#project = '';
	#slot: Slot | null = null;
	readonly #waiting = new Map<number, () => void>();

	constructor(
		/** Address of the engine's own origin, such as `http://engine.tabsmith.localhost:8080`. */
		private readonly engineOrigin: string,
		private readonly post: (message: KernelToDocument, transfer?: Transferable[]) => void,
		private readonly bridge: PreviewBridge
	) {}

	/** Decides the names of the previews, before {@link start}. `project` as in `PreviewHostName`. */
	async claim(project: string): Promise<void> {
		this.#project = project;
		this.#slot = await claimSlot(project);
	}

	/** `onMessage` hears the errors of pages that `errorForwarding` asks for. */
	start(kernel: Kernel, errorForwarding: ErrorForwarding, onMessage: (message: PreviewMessage) => void): void {
		this.#network = kernel.network;
		this.bridge.start(errorForwarding, onMessage);
	}

	stop(): void {
		for (const port of this.#network?.openPorts ?? []) this.close(port);
		this.bridge.stop();
		this.#network = null;
		this.#slot?.release();
		this.#slot = null;
	}

	/** `engine.NAME:PORT` serves previews at `pNUMBER.NAME:PORT`; see {@link previewHost}. */
	urlOf(port: number): string {
		const { protocol, host } = new URL(this.engineOrigin);
		const site = host.replace(/^engine\./, '');
		return `${protocol}//${previewHost({ port, project: this.#project, slot: this.#slot?.number ?? 0, site })}`;
	}

	/** Resolves when the preview of a port can be opened. */
	async open(port: number): Promise<void> {
		const ready = new Promise<void>((resolve) => this.#waiting.set(port, resolve));
		const origin = this.urlOf(port);
		this.post({ type: 'addRelay', port, origin });
		const late = new Promise((resolve) => setTimeout(resolve, RELAY_PATIENCE_MS));
		await Promise.all([Promise.race([ready, late]), this.bridge.onPortOpen(port, this.#project ? new URL(origin).host : null)]);
		this.#waiting.delete(port);
	}

	close(port: number): void {
		this.bridge.onPortClosed(port);
		this.post({ type: 'removeRelay', port });
	}

	setScript(source: string, options: object): void {
		this.bridge.setScript(source, options);
	}

	/** What a relay frame of `port` posted. */
	receive(port: number, data: unknown, ports: readonly MessagePort[]): void {
		const type = (data as { type?: unknown } | null)?.type;
		if (type === 'relay-ready' || type === 'relay-error') this.#waiting.get(port)?.();
		if (this.#network) this.bridge.onRelayMessage(this.#network, port, data, ports);
	}
}
