import type { LoopbackConnection, LoopbackNetwork } from '../../kernel/loopback-network';
import type { RingWriter } from '../../kernel/rings';
import type { CookieJar } from '../http/cookie-jar';
import type { PageToSocket, SocketRequest, SocketToPage } from '../protocol';
import { CLOSE_CODE, encodeClose, encodeFrame, MessageReader, OPCODE, WebSocketFailure } from './web-socket-frames';
import { openingHandshake, readHandshake, type Handshake } from './web-socket-handshake';

/** How long the server may take to answer our close, in ms, as in Chromium. */
const CLOSE_PATIENCE_MS = 60_000;
/** How long the server may take to end the connection after both closes, in ms, as in Chromium. */
const END_PATIENCE_MS = 2000;
const GOING_AWAY = 1001;
const encoder = new TextEncoder();

type State = 'connecting' | 'open' | 'closing' | 'closed';

/** `signal` ends the socket with the engine. */
interface Ends {
	page: MessagePort;
	signal: AbortSignal;
}

/** Opens the socket of a page and serves it until either side is gone; what goes wrong is told on `page`. */
export async function serveSocket(
	network: LoopbackNetwork,
	jar: CookieJar,
	request: SocketRequest,
	{ page, signal }: Ends
): Promise<void> {
	const refuse = (error: string) => {
		page.postMessage({ type: 'closed', code: CLOSE_CODE.abnormal, reason: '', wasClean: false, error } satisfies SocketToPage);
		page.close();
	};
	try {
		const url = new URL(request.url);
		const { protocols, origin } = request;
		const handshake = await openingHandshake({ url, protocols, origin, cookie: jar.headerFor(url.pathname) });
		const connection = network.dial(request.port);
		if (!connection) return refuse(`Nothing listens on port ${request.port}.`);
		const socket = new SocketConnection(connection, handshake, {
			page,
			onCookie: (cookie) => jar.store(cookie, url.pathname)
		});
		signal.addEventListener('abort', () => socket.dispose(), { once: true });
	} catch (error) {
		refuse(messageOf(error));
	}
}

/** A WebSocket client on a loopback connection; the page at the other end of `page` is its user. */
class SocketConnection {
	#state: State = 'connecting';
	#received = new Uint8Array(0);
	#verdict: Extract<SocketToPage, { type: 'closed' }> | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** What the page sends keeps its order, though a blob takes time to read. */
	#outgoing: Promise<unknown> = Promise.resolve();
	readonly #reader = new MessageReader();
	readonly #writer: RingWriter;
	readonly #abort = new AbortController();

	constructor(
		connection: LoopbackConnection,
		private readonly handshake: Handshake,
		private readonly ends: { page: MessagePort; onCookie(cookie: string): void }
	) {
		this.#writer = connection.writer();
		ends.page.onmessage = ({ data }: MessageEvent<PageToSocket>) => this.#onPage(data);
		void this.#writer.write(handshake.bytes);
		connection
			.read((bytes) => this.#onBytes(bytes), this.#abort.signal)
			.catch((error: unknown) => this.#fail(error))
			.finally(() => this.#end());
	}

	dispose(): void {
		this.#fail(new Error('The engine has stopped.'));
	}

	#onBytes(bytes: Uint8Array): void {
		try {
			if (this.#state === 'connecting') this.#onHandshake(bytes);
			else if (this.#state !== 'closed') this.#onFrames(bytes);
		} catch (error) {
			this.#fail(error);
		}
	}

	#onHandshake(bytes: Uint8Array): void {
		const received = new Uint8Array(this.#received.length + bytes.length);
		received.set(this.#received);
		received.set(bytes, this.#received.length);
		this.#received = received;
		const answer = readHandshake(this.handshake, received);
		if (!answer) return;
		answer.cookies.forEach(this.ends.onCookie);
		this.#state = 'open';
		this.#send({ type: 'open', protocol: answer.protocol });
		this.#onFrames(received.subarray(answer.end));
	}

	#onFrames(bytes: Uint8Array): void {
		for (const message of this.#reader.feed(bytes as Uint8Array<ArrayBuffer>)) {
			switch (message.type) {
				case 'text':
					this.#send({ type: 'message', data: message.text });
					break;
				case 'binary': {
					const data = message.bytes.slice().buffer;
					this.#send({ type: 'message', data }, [data]);
					break;
				}
				case 'ping':
					this.#write(encodeFrame(OPCODE.pong, message.payload));
					break;
				case 'close':
					return this.#onClose(message.code, message.reason);
			}
		}
	}

	/** The server's close: ours answers it, unless it is the answer. */
	#onClose(code: number, reason: string): void {
		if (this.#state === 'open') this.#write(encodeClose(code, ''));
		this.#verdict = { type: 'closed', code, reason, wasClean: true };
		this.#state = 'closed';
		this.#send({ type: 'closing' });
		this.#endWithin(END_PATIENCE_MS);
	}

	#onPage(message: PageToSocket): void {
		if (message.type === 'close') return this.#close(message.code, message.reason);
		const { data } = message;
		const text = typeof data === 'string' ? encoder.encode(data) : null;
		this.#queue(async () => {
			const payload = text ?? new Uint8Array(data instanceof Blob ? await data.arrayBuffer() : (data as ArrayBuffer));
			// After the server's close there is nobody to send to; the page's own close comes after this in the queue.
			if (this.#state !== 'closed') await this.#writer.write(encodeFrame(text ? OPCODE.text : OPCODE.binary, payload));
			this.#send({ type: 'sent', bytes: payload.length });
		});
	}

	#close(code: number, reason: string): void {
		if (this.#state === 'connecting') return this.#fail(new Error('WebSocket is closed before the connection is established.'));
		this.#queue(() => {
			if (this.#state !== 'open') return;
			this.#state = 'closing';
			this.#write(encodeClose(code, reason));
			this.#endWithin(code === GOING_AWAY ? END_PATIENCE_MS : CLOSE_PATIENCE_MS);
		});
	}

	/** The connection ends at once. The page hears 1006, as no close arrived (RFC 6455, 7.1.5); the server hears the cause. */
	#fail(error: unknown): void {
		if (this.#state === 'open' || this.#state === 'closing')
			if (error instanceof WebSocketFailure) this.#write(encodeClose(error.code, error.message));
		this.#verdict ??= { ...ABNORMAL, error: messageOf(error) };
		this.#state = 'closed';
		this.#abort.abort();
	}

	#endWithin(patienceMs: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#abort.abort(), patienceMs);
	}

	/** The server's bytes have ended, or were given up. */
	#end(): void {
		clearTimeout(this.#timer);
		this.#state = 'closed';
		this.#writer.close();
		this.#send(this.#verdict ?? { ...ABNORMAL, error: 'The connection ended without a close.' });
		this.ends.page.close();
	}

	#queue(step: () => void | Promise<void>): void {
		this.#outgoing = this.#outgoing.then(step).catch((error: unknown) => this.#fail(error));
	}

	#write(frame: Uint8Array): void {
		void this.#writer.write(frame);
	}

	#send(message: SocketToPage, transfer: Transferable[] = []): void {
		this.ends.page.postMessage(message, transfer);
	}
}

const ABNORMAL = { type: 'closed', code: CLOSE_CODE.abnormal, reason: '', wasClean: false } as const;

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
