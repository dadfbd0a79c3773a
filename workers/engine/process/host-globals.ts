import type { HostGlobals } from './runtime';

/** Saves the host's own functions before Node's bootstrap and the scrub change `globalThis`. */
export function captureHostGlobals(): HostGlobals {
	return {
		setTimeout: setTimeout.bind(globalThis),
		clearTimeout: clearTimeout.bind(globalThis),
		queueMicrotask: queueMicrotask.bind(globalThis),
		structuredClone: structuredClone.bind(globalThis),
		performance,
		crypto,
		fetch: fetch.bind(globalThis),
		atob: atob.bind(globalThis),
		btoa: btoa.bind(globalThis),
		URL,
		TextEncoder,
		TextDecoder,
		MessageChannel,
		MessagePort,
		WebSocket,
		DecompressionStream,
		WebAssembly,
		console,
		importScripts: (globalThis as unknown as { importScripts: (url: string) => void }).importScripts.bind(globalThis)
	};
}
