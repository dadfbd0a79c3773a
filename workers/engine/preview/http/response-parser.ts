export interface ResponseHead {
	status: number;
	headers: [string, string][];
}

export interface ResponseSink {
	onHead(head: ResponseHead): void;
	onBody(bytes: Uint8Array<ArrayBuffer>): void;
	/** `isReusable`: another request may be sent on the connection. */
	onEnd(isReusable: boolean): void;
}

type Framing =
	| { kind: 'head' }
	| { kind: 'length'; left: number }
	| { kind: 'chunk-size' }
	| { kind: 'chunk'; left: number }
	| { kind: 'trailer' }
	| { kind: 'until-close' }
	| { kind: 'done' };

const decoder = new TextDecoder('latin1');
const LINE_FEED = 10;
const EMPTY = new Uint8Array(0);

/**
 * An HTTP/1.1 response, fed as it arrives: head, then body by content-length, chunks or the end of the connection.
 * @source RFC 9112, sections 4 to 7
 */
export class ResponseParser {
	#buffer: Uint8Array<ArrayBuffer> = EMPTY;
	#framing: Framing = { kind: 'head' };
	#isKeptAlive = false;

	constructor(
		private readonly sink: ResponseSink,
		/** A response to HEAD has no body, whatever its headers say. */
		private readonly isBodiless: boolean
	) {}

	/** `bytes` are this parser's from now on. */
	feed(bytes: Uint8Array<ArrayBuffer>): void {
		this.#buffer = this.#buffer.length ? concat(this.#buffer, bytes) : bytes;
		while (this.#step());
	}

	/** The connection ended. @throws when the response was not complete */
	close(): void {
		this.#isKeptAlive = false;
		if (this.#framing.kind === 'done') return;
		if (this.#framing.kind !== 'until-close') throw new Error('The app closed the connection before its answer was complete.');
		this.#finish();
	}

	/** One state change; false when more bytes are needed. */
	#step(): boolean {
		switch (this.#framing.kind) {
			case 'head':
				return this.#readHead();
			case 'length':
			case 'chunk':
				return this.#readBody(this.#framing);
			case 'chunk-size':
				return this.#readChunkSize();
			case 'trailer': {
				const line = this.#takeLine();
				if (line === '') this.#finish();
				return line !== null;
			}
			case 'until-close':
				if (this.#buffer.length > 0) this.sink.onBody(this.#take(this.#buffer.length));
				return false;
			case 'done':
				return false;
		}
	}

	#readHead(): boolean {
		const end = indexOfHeadEnd(this.#buffer);
		if (end < 0) return false;
		const [first = '', ...lines] = decoder.decode(this.#take(end)).trimEnd().split(/\r?\n/);
		const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1]);
		if (!status) throw new Error(`The app did not answer in HTTP: '${first.slice(0, 80)}'.`);
		if (status >= 100 && status < 200 && status !== 101) return true;
		const headers = lines.map((line): [string, string] => {
			const colon = line.indexOf(':');
			return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
		});
		const valueOf = (name: string) => headers.find(([key]) => key === name)?.[1];
		const isClosing = /(^|,)\s*close\s*(,|$)/i.test(valueOf('connection') ?? '');
		this.#isKeptAlive = first.startsWith('HTTP/1.1') && !isClosing && status !== 101;
		const isChunked = valueOf('transfer-encoding')?.toLowerCase().includes('chunked') ?? false;
		const length = isChunked ? undefined : contentLength(headers);
		this.sink.onHead({ status, headers });
		if (this.isBodiless || status === 204 || status === 304) this.#finish();
		else if (isChunked) this.#framing = { kind: 'chunk-size' };
		else if (length === undefined) this.#framing = { kind: 'until-close' };
		else if (length === 0) this.#finish();
		else this.#framing = { kind: 'length', left: length };
		return true;
	}

	#readBody(framing: { kind: 'length' | 'chunk'; left: number }): boolean {
		if (this.#buffer.length === 0) return false;
		const bytes = this.#take(Math.min(framing.left, this.#buffer.length));
		framing.left -= bytes.length;
		this.sink.onBody(bytes);
		if (framing.left > 0) return false;
		if (framing.kind === 'length') this.#finish();
		else this.#framing = { kind: 'chunk-size' };
		return true;
	}

	#readChunkSize(): boolean {
		const line = this.#takeLine();
		if (line === null) return false;
		// The line break after a chunk's data.
		if (line === '') return true;
		const size = Number.parseInt(line, 16);
		if (Number.isNaN(size)) throw new Error(`The app sent a broken chunk size: '${line.slice(0, 20)}'.`);
		this.#framing = size === 0 ? { kind: 'trailer' } : { kind: 'chunk', left: size };
		return true;
	}

	#finish(): void {
		this.#framing = { kind: 'done' };
		this.sink.onEnd(this.#isKeptAlive && this.#buffer.length === 0);
	}

	#takeLine(): string | null {
		const end = this.#buffer.indexOf(LINE_FEED);
		return end < 0 ? null : decoder.decode(this.#take(end + 1)).trim();
	}

	/** Bytes in a buffer of their own: they may be transferred. */
	#take(count: number): Uint8Array<ArrayBuffer> {
		const bytes = count === this.#buffer.length ? this.#buffer : this.#buffer.slice(0, count);
		this.#buffer = count === this.#buffer.length ? EMPTY : this.#buffer.slice(count);
		return bytes;
	}
}

/** Several fields that say the same count as one. @throws when it is no length: where the body ends would be a guess */
function contentLength(headers: ResponseHead['headers']): number | undefined {
	const values = headers.filter(([name]) => name === 'content-length').flatMap(([, value]) => value.split(','));
	const lengths = new Set(values.map((value) => value.trim()));
	const [length] = lengths;
	if (length === undefined) return undefined;
	if (lengths.size > 1 || !/^\d+$/.test(length) || !Number.isSafeInteger(Number(length)))
		throw new Error(`The app sent a broken Content-Length: '${[...lengths].join(', ').slice(0, 40)}'.`);
	return Number(length);
}

/** Index just behind the empty line, or -1. */
function indexOfHeadEnd(bytes: Uint8Array): number {
	for (let index = 0; index < bytes.length - 1; index++) {
		if (bytes[index] !== LINE_FEED) continue;
		if (bytes[index + 1] === LINE_FEED) return index + 2;
		if (bytes[index + 1] === 13 && bytes[index + 2] === LINE_FEED) return index + 3;
	}
	return -1;
}

function concat(first: Uint8Array<ArrayBuffer>, second: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
	const joined = new Uint8Array(first.length + second.length);
	joined.set(first);
	joined.set(second, first.length);
	return joined;
}
