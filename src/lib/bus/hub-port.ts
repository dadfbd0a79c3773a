import type { HubMessage } from './contracts/hub';

/** A way of one's own to the hub's worker, for `HubLog`. */
export function hubPort(hub: Worker): MessagePort {
	const { port1, port2 } = new MessageChannel();
	hub.postMessage({ type: 'admit', port: port2 } satisfies HubMessage, [port2]);
	return port1;
}
