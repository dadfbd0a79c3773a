/**
 * The object behind a page's WebSocket to the container: what the members of `WebSocket.prototype` do for it.
 * @source WHATWG WebSockets, section 3
 */
import type { PageToSocket, SocketToPage } from '../protocol';

const [CONNECTING, OPEN, CLOSING, CLOSED] = [0, 1, 2, 3];
const NO_STATUS = 1005;
const GOING_AWAY = 1001;
const MAX_REASON_BYTES = 123;
const encoder = new TextEncoder();

type Handled = 'open' | 'message' | 'error' | 'close';

export class PageSocket {
	readyState = CONNECTING;
	bufferedAmount = 0;
	protocol = '';
	/** None is ever offered. */
	readonly extensions = '';
	readonly url: string;
	#binaryType: BinaryType = 'blob';
	readonly #handlers = new Map<Handled, unknown>();
	readonly #listening = new Set<Handled>();

	constructor(
		/** What the page holds: events happen there. */
		private readonly target: EventTarget,
		url: URL,
		/** Leads to the kernel. */
		private readonly port: MessagePort
	) {
		this.url = url.href;
		port.onmessage = ({ data }: MessageEvent<SocketToPage>) => this.#receive(data, url.origin);
		addEventListener('pagehide', this.#leave);
	}

	get binaryType(): BinaryType {
		return this.#binaryType;
	}

	/** Other values are ignored, as for every enumeration in Web IDL. */
	set binaryType(type: BinaryType) {
		if (type === 'blob' || type === 'arraybuffer') this.#binaryType = type;
	}

	send(...args: unknown[]): void {
		if (args.length === 0)
			throw new TypeError("Failed to execute 'send' on 'WebSocket': 1 argument required, but only 0 present.");
		if (this.readyState === CONNECTING)
			throw new DOMException("Failed to execute 'send' on 'WebSocket': Still in CONNECTING state.", 'InvalidStateError');
		const { data, bytes } = copyOf(args[0]);
		this.bufferedAmount += bytes;
		if (this.readyState === OPEN) this.#post({ type: 'send', data });
	}

	close(code?: unknown, reason?: unknown): void {
		const number = code === undefined ? undefined : clampToShort(code);
		const text = reason === undefined ? '' : toUsvString(reason);
		if (number !== undefined && number !== 1000 && !(number >= 3000 && number <= 4999))
			throw new DOMException(
				`Failed to execute 'close' on 'WebSocket': The close code must be either 1000, or between 3000 and 4999. ${number} is neither.`,
				'InvalidAccessError'
			);
		if (encoder.encode(text).length > MAX_REASON_BYTES)
			throw new DOMException(
				`Failed to execute 'close' on 'WebSocket': The close reason must not be greater than ${MAX_REASON_BYTES} UTF-8 bytes.`,
				'SyntaxError'
			);
		if (this.readyState >= CLOSING) return;
		this.readyState = CLOSING;
		this.#post({ type: 'close', code: number ?? (text ? 1000 : NO_STATUS), reason: text });
	}

	get onopen(): unknown {
		return this.#handlers.get('open') ?? null;
	}
	set onopen(handler: unknown) {
		this.#handle('open', handler);
	}
	get onmessage(): unknown {
		return this.#handlers.get('message') ?? null;
	}
	set onmessage(handler: unknown) {
		this.#handle('message', handler);
	}
	get onerror(): unknown {
		return this.#handlers.get('error') ?? null;
	}
	set onerror(handler: unknown) {
		this.#handle('error', handler);
	}
	get onclose(): unknown {
		return this.#handlers.get('close') ?? null;
	}
	set onclose(handler: unknown) {
		this.#handle('close', handler);
	}

	/** A handler keeps the place among the listeners that its first value took. */
	#handle(type: Handled, handler: unknown): void {
		this.#handlers.set(type, typeof handler === 'object' || typeof handler === 'function' ? handler : null);
		if (this.#listening.has(type)) return;
		this.#listening.add(type);
		this.target.addEventListener(type, (event) => {
			const current = this.#handlers.get(type);
			if (typeof current === 'function') Reflect.apply(current, this.target, [event]);
		});
	}

	#receive(message: SocketToPage, origin: string): void {
		switch (message.type) {
			case 'open':
				if (this.readyState !== CONNECTING) return;
				this.readyState = OPEN;
				this.protocol = message.protocol;
				return void this.target.dispatchEvent(new Event('open'));
			case 'message': {
				if (this.readyState !== OPEN) return;
				const isBlob = typeof message.data !== 'string' && this.#binaryType === 'blob';
				const data = isBlob ? new Blob([message.data]) : message.data;
				return void this.target.dispatchEvent(new MessageEvent('message', { data, origin }));
			}
			case 'sent':
				this.bufferedAmount -= message.bytes;
				return;
			case 'closing':
				this.readyState = Math.max(this.readyState, CLOSING);
				return;
			case 'closed':
				if (message.error) console.warn(`WebSocket connection to '${this.url}' failed: ${message.error}`);
				return this.#onClosed(message.code, message.reason, message.wasClean);
		}
	}

	#onClosed(code: number, reason: string, wasClean: boolean): void {
		if (this.readyState === CLOSED) return;
		this.readyState = CLOSED;
		removeEventListener('pagehide', this.#leave);
		this.port.close();
		if (!wasClean) this.target.dispatchEvent(new Event('error'));
		this.target.dispatchEvent(new CloseEvent('close', { code, reason, wasClean }));
	}

	/** The document goes away: the server hears so, the page nothing more. */
	readonly #leave = () => {
		if (this.readyState < CLOSING) this.#post({ type: 'close', code: GOING_AWAY, reason: '' });
		this.readyState = Math.max(this.readyState, CLOSING);
	};

	#post(message: PageToSocket): void {
		this.port.postMessage(message);
	}
}

/** What `send` takes, copied: the page may change its buffer afterwards. @throws TypeError for shared memory */
function copyOf(data: unknown): { data: string | ArrayBuffer | Blob; bytes: number } {
	if (data instanceof Blob) return { data, bytes: data.size };
	const isView = ArrayBuffer.isView(data);
	const buffer = isView ? data.buffer : data;
	if (isView && !(buffer instanceof ArrayBuffer))
		throw new TypeError("Failed to execute 'send' on 'WebSocket': The provided ArrayBufferView value must not be shared.");
	if (buffer instanceof ArrayBuffer) {
		const copy = isView ? buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) : buffer.slice(0);
		return { data: copy, bytes: copy.byteLength };
	}
	const text = toUsvString(data);
	return { data: text, bytes: encoder.encode(text).length };
}

/** Lone surrogates become U+FFFD, as in a USVString. */
const toUsvString = (value: unknown) => `${value as string}`.toWellFormed();

/** `[Clamp] unsigned short` of Web IDL. */
function clampToShort(value: unknown): number {
	const number = Number(value);
	return Number.isNaN(number) ? 0 : Math.round(Math.min(Math.max(number, 0), 0xffff));
}
