import type { DocumentToKernel, KernelToDocument } from './messages';

/** A frame that others can reach into, as they have its origin, must not be able to lead the pages around it elsewhere. */
const RELAY_SANDBOX = 'allow-scripts allow-same-origin';

export type ToKernel = (message: DocumentToKernel, transfer: Transferable[]) => void;

/** Adds and removes relay frames as the kernel says, and hands it what they post. */
export class Relays {
	readonly #frames = new Map<number, { frame: HTMLIFrameElement; origin: string }>();

	constructor(toKernel: ToKernel) {
		addEventListener('message', ({ data, origin, ports, source }) => {
			for (const [port, relay] of this.#frames)
				if (relay.origin === origin && source === relay.frame.contentWindow)
					toKernel({ type: 'relayMessage', port, data }, [...ports]);
		});
	}

	receive(message: Exclude<KernelToDocument, { type: 'measureMemory' }>): void {
		const relay = this.#frames.get(message.port);
		if (message.type === 'removeRelay') {
			relay?.frame.remove();
			this.#frames.delete(message.port);
		} else if (!relay) this.#frames.set(message.port, { frame: addRelay(message.origin), origin: message.origin });
	}
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
