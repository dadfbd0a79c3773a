import { expose, transferHandlers, wrap, type Endpoint } from 'comlink';

/**
 * The client of `@webcontainer/api` vendors Comlink 4.3.0, whose messages carry numbers where 4.4 carries words. These endpoints
 * stand between our Comlink and a port of the client, and translate the `type` of every message and value.
 */
const REQUEST_TYPES = ['GET', 'SET', 'APPLY', 'CONSTRUCT', 'ENDPOINT', 'RELEASE'];
const VALUE_TYPES = ['RAW', 'PROXY', 'THROW', 'HANDLER'];

interface WireMessage {
	id?: string;
	type: string | number;
	value?: unknown;
	argumentList?: WireMessage[];
}

type Translate = (message: WireMessage) => WireMessage;

const toWords = (types: readonly string[]) => (type: string | number) => types[type as number] ?? type;
const toNumbers = (types: readonly string[]) => (type: string | number) => types.indexOf(type as string);

function valueTranslator(typeOf: (type: string | number) => string | number): Translate {
	return (message) => ({ ...message, type: typeOf(message.type) });
}

function requestTranslator(typeOf: (type: string | number) => string | number, value: Translate): Translate {
	return (message) => {
		const translated: WireMessage = { ...message, type: typeOf(message.type) };
		if (message.argumentList) translated.argumentList = message.argumentList.map(value);
		// Only SET carries one wire value as `value`.
		if (message.value !== undefined) translated.value = value(message.value as WireMessage);
		return translated;
	};
}

const valueToWords = valueTranslator(toWords(VALUE_TYPES));
const valueToNumbers = valueTranslator(toNumbers(VALUE_TYPES));
const requestToWords = requestTranslator(toWords(REQUEST_TYPES), valueToWords);
const requestToNumbers = requestTranslator(toNumbers(REQUEST_TYPES), valueToNumbers);

/** A port whose incoming and outgoing messages are translated. Closes the port when Comlink removes its last listener. */
class TranslatedPort implements Endpoint {
	readonly #listeners = new Map<EventListenerOrEventListenerObject, (event: Event) => void>();

	constructor(
		private readonly port: MessagePort,
		private readonly incoming: Translate,
		private readonly outgoing: Translate
	) {}

	postMessage(message: WireMessage, transfer: Transferable[] = []): void {
		this.port.postMessage(this.outgoing(message), transfer);
	}

	addEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
		const translated = (event: Event) => {
			const data = this.incoming((event as MessageEvent).data as WireMessage);
			const call = typeof listener === 'function' ? listener : listener.handleEvent.bind(listener);
			call({ data, origin: '' } as unknown as Event);
		};
		this.#listeners.set(listener, translated);
		this.port.addEventListener(type, translated);
	}

	removeEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
		const translated = this.#listeners.get(listener);
		if (!translated) return;
		this.#listeners.delete(listener);
		this.port.removeEventListener(type, translated);
		if (this.#listeners.size === 0) this.port.close();
	}

	start(): void {
		this.port.start();
	}
}

/** Offers `object` to the client over its port. */
export function exposeToClient(object: unknown, port: MessagePort): void {
	expose(object, new TranslatedPort(port, requestToWords, valueToNumbers));
}

/** Something of the client that we call. */
function wrapClient(port: MessagePort): unknown {
	const endpoint = new TranslatedPort(port, valueToWords, requestToNumbers);
	endpoint.start();
	return wrap(endpoint);
}

/** Proxies that travel inside messages speak the client's format too. Call once, before the first message. */
export function speakClientFormat(): void {
	const handler = transferHandlers.get('proxy');
	if (!handler) throw new Error('Comlink has no handler for proxies.');
	transferHandlers.set('proxy', {
		canHandle: (value: unknown): value is object => handler.canHandle(value),
		serialize(object: object) {
			const { port1, port2 } = new MessageChannel();
			exposeToClient(object, port1);
			return [port2, [port2]];
		},
		deserialize: (port: unknown) => wrapClient(port as MessagePort)
	});
}
