import { WebContainer } from '@webcontainer/api';

/** A call that failed, in the numbers of the Comlink 4.3 that the client vendors. @source comlink/src/protocol.ts, WireValueType.HANDLER */
const HANDLER = 3;

type Message = MessageEvent<{ id?: unknown; type?: unknown } | null>;

/**
 * The way from the client of `@webcontainer/api` to the engine's frame. The client keeps its first frame, and that frame's port, as
 * long as the page lives. So the port that it gets is one of ours, and what it says goes to the frame that is there now: one whose
 * renderer has died can be replaced.
 */
class EngineLink {
	#origin = '';
	#frame: HTMLIFrameElement | undefined;
	/** Our ends of the ways to the client and to the engine. */
	#client: MessagePort | undefined;
	#engine: MessagePort | undefined;
	#life = new AbortController();
	/** Ids of calls that have no answer yet. */
	readonly #asked = new Set<unknown>();
	/** Said before there was an engine to hear it. */
	#waiting: Message[] = [];

	/** Call before each boot. @returns a signal that is aborted when the engine that answers this boot is gone */
	open(origin: string): AbortSignal {
		// Registered before the client's own listener, and so called before it.
		if (!this.#origin) addEventListener('message', (event: Message) => this.#greet(event));
		this.#origin = origin;
		if (this.#life.signal.aborted) {
			this.#life = new AbortController();
			this.#frame = this.#frame?.cloneNode() as HTMLIFrameElement | undefined;
			if (this.#frame) document.body.append(this.#frame);
		}
		return this.#life.signal;
	}

	/** Gives up an engine that has died or does not answer. Nothing waits for it any more. Twice is harmless. */
	end(): void {
		if (this.#life.signal.aborted) return;
		this.#engine?.close();
		this.#engine = undefined;
		// One that hangs ends with its frame.
		this.#frame?.remove();
		this.#waiting = [];
		for (const id of this.#asked) this.#client?.postMessage(refusalOf(id));
		this.#asked.clear();
		// The client would wait for a dead engine's teardown for ever, and boots no second one beside it.
		Object.assign(WebContainer, { _instance: null, _teardownPromise: null });
		this.#life.abort();
	}

	/** A frame's engine hands its port over, at each load of the frame. */
	#greet(event: Message): void {
		const [port] = event.ports;
		if (!event.isTrusted || event.origin !== this.#origin || event.data?.type !== 'init' || !port) return;
		event.stopImmediatePropagation();
		this.#frame ??= [...document.querySelectorAll('iframe')].find((frame) => frame.contentWindow === event.source);
		this.#engine = port;
		// Comes when the kernel's worker ends; not when its renderer does, which only a missing heartbeat tells (Chromium 156).
		port.addEventListener('close', () => port === this.#engine && this.end());
		port.onmessage = ({ data, ports }: Message) => {
			this.#asked.delete(data?.id);
			this.#client?.postMessage(data, [...ports]);
		};
		if (!this.#client) this.#introduce();
		for (const message of this.#waiting.splice(0)) this.#ask(message);
	}

	#introduce(): void {
		const { port1, port2 } = new MessageChannel();
		this.#client = port1;
		port1.onmessage = (message: Message) => this.#ask(message);
		dispatchEvent(new MessageEvent('message', { data: { type: 'init' }, origin: this.#origin, ports: [port2] }));
	}

	#ask(message: Message): void {
		if (!this.#engine) return void this.#waiting.push(message);
		this.#asked.add(message.data?.id);
		this.#engine.postMessage(message.data, [...message.ports]);
	}
}

function refusalOf(id: unknown): object {
	const value = { name: 'Error', message: 'The engine has ended.', stack: '' };
	return { id, type: HANDLER, name: 'throw', value: { isError: true, value } };
}

/** A page has one engine. */
export const engineLink = new EngineLink();
