import { joinedBytes } from '../../joined-bytes';

/**
 * Frames of a WebSocket as a client reads and writes them; no I/O.
 * @source RFC 6455, sections 5 and 7.4
 */
export const OPCODE = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

export const CLOSE_CODE = { protocolError: 1002, noStatus: 1005, abnormal: 1006, invalidData: 1007, tooBig: 1009 } as const;

/** A larger message ends the connection with 1009, in bytes. */
export const MAX_MESSAGE_BYTES = 64 << 20;

/** What arrived. The code of a close without one is 1005. */
export type WebSocketMessage =
	| { type: 'text'; text: string }
	| { type: 'binary'; bytes: Uint8Array<ArrayBuffer> }
	| { type: 'ping' | 'pong'; payload: Uint8Array<ArrayBuffer> }
	| { type: 'close'; code: number; reason: string };

/** The peer broke the protocol: the connection must fail with `code`. */
export class WebSocketFailure extends Error {
	constructor(
		readonly code: number,
		message: string
	) {
		super(message);
	}
}

interface Header {
	isFinal: boolean;
	opcode: number;
	length: number;
}

const MASK_BYTES = 4;
const MAX_CONTROL_BYTES = 125;
const LENGTH_16 = 126;
const LENGTH_64 = 127;
const encoder = new TextEncoder();

/** Cuts the server's bytes into messages: joins fragments, checks UTF-8 and every rule on frames. */
export class MessageReader {
	#buffer: Uint8Array<ArrayBuffer> = new Uint8Array(0);
	#header: Header | null = null;
	#parts: Uint8Array<ArrayBuffer>[] = [];
	#missing = 0;
	#fragments: Uint8Array<ArrayBuffer>[] = [];
	#fragmentsBytes = 0;
	/** Opcode of the message whose fragments are arriving; 0 when there is none. */
	#fragmented = 0;

	constructor(private readonly maxBytes = MAX_MESSAGE_BYTES) {}

	/** The messages that `bytes` complete. @throws WebSocketFailure when the server broke a rule */
	*feed(bytes: Uint8Array<ArrayBuffer>): Generator<WebSocketMessage> {
		this.#buffer = this.#buffer.length ? joinedBytes([this.#buffer, bytes]) : bytes;
		for (;;) {
			if (!this.#header && !this.#readHeader()) return;
			if (!this.#header || !this.#readPayload()) return;
			const header = this.#header;
			const payload = joinedBytes(this.#parts);
			this.#header = null;
			this.#parts = [];
			const message = header.opcode >= OPCODE.close ? control(header, payload) : this.#data(header, payload);
			if (message) yield message;
		}
	}

	/** False when more bytes are needed. */
	#readHeader(): boolean {
		const buffer = this.#buffer;
		if (buffer.length < 2) return false;
		const [first = 0, second = 0] = buffer;
		const short = second & 0x7f;
		const size = short === LENGTH_64 ? 10 : short === LENGTH_16 ? 4 : 2;
		if (buffer.length < size) return false;
		const view = new DataView(buffer.buffer, buffer.byteOffset);
		const length = size === 10 ? Number(view.getBigUint64(2)) : size === 4 ? view.getUint16(2) : short;
		const header = { isFinal: (first & 0x80) !== 0, opcode: first & 0x0f, length };
		if (first & 0x70) throw new WebSocketFailure(CLOSE_CODE.protocolError, 'A reserved bit is set without an extension.');
		if (second & 0x80) throw new WebSocketFailure(CLOSE_CODE.protocolError, 'A server must not mask its frames.');
		if ((size === 4 && length < LENGTH_16) || (size === 10 && length < 65_536))
			throw new WebSocketFailure(CLOSE_CODE.protocolError, 'The length of a frame is not written in its shortest form.');
		this.#check(header);
		this.#header = header;
		this.#missing = length;
		this.#buffer = buffer.subarray(size);
		return true;
	}

	#check({ isFinal, opcode, length }: Header): void {
		const isControl = opcode >= OPCODE.close;
		if (opcode > OPCODE.pong || (opcode > OPCODE.binary && !isControl))
			throw new WebSocketFailure(CLOSE_CODE.protocolError, `Opcode ${opcode} is unknown.`);
		if (isControl && (!isFinal || length > MAX_CONTROL_BYTES))
			throw new WebSocketFailure(CLOSE_CODE.protocolError, 'A control frame is fragmented or too long.');
		if (isControl) return;
		if ((opcode === OPCODE.continuation) !== (this.#fragmented !== 0))
			throw new WebSocketFailure(CLOSE_CODE.protocolError, `A frame with opcode ${opcode} is out of order.`);
		if (this.#fragmentsBytes + length > this.maxBytes)
			throw new WebSocketFailure(CLOSE_CODE.tooBig, `A message is larger than ${this.maxBytes} bytes.`);
	}

	/** Collects the parts of a payload; false when more bytes are needed. */
	#readPayload(): boolean {
		const part = this.#buffer.subarray(0, this.#missing);
		this.#parts.push(part);
		this.#missing -= part.length;
		this.#buffer = this.#buffer.subarray(part.length);
		return this.#missing === 0;
	}

	#data({ isFinal, opcode }: Header, payload: Uint8Array<ArrayBuffer>): WebSocketMessage | null {
		if (opcode !== OPCODE.continuation) this.#fragmented = opcode;
		this.#fragments.push(payload);
		this.#fragmentsBytes += payload.length;
		if (!isFinal) return null;
		const bytes = joinedBytes(this.#fragments);
		const isText = this.#fragmented === OPCODE.text;
		this.#fragments = [];
		this.#fragmentsBytes = this.#fragmented = 0;
		return isText ? { type: 'text', text: decode(bytes) } : { type: 'binary', bytes };
	}
}

/** One whole message, or a control frame, masked as a client must. */
export function encodeFrame(opcode: number, payload: Uint8Array): Uint8Array<ArrayBuffer> {
	const { length } = payload;
	const start = (length > 0xffff ? 10 : length > MAX_CONTROL_BYTES ? 4 : 2) + MASK_BYTES;
	const frame = new Uint8Array(start + length);
	const view = new DataView(frame.buffer);
	frame[0] = 0x80 | opcode;
	frame[1] = 0x80 | (start === 14 ? LENGTH_64 : start === 8 ? LENGTH_16 : length);
	if (start === 8) view.setUint16(2, length);
	if (start === 14) view.setBigUint64(2, BigInt(length));
	const mask = crypto.getRandomValues(frame.subarray(start - MASK_BYTES, start));
	frame.set(payload, start);
	for (let index = 0; index < length; index++) frame[start + index] = (frame[start + index] ?? 0) ^ (mask[index & 3] ?? 0);
	return frame;
}

/** 1005 stands for a close without a code. `reason` is cut to what a control frame can carry. */
export function encodeClose(code: number, reason: string): Uint8Array<ArrayBuffer> {
	if (code === CLOSE_CODE.noStatus) return encodeFrame(OPCODE.close, new Uint8Array(0));
	const payload = new Uint8Array(MAX_CONTROL_BYTES);
	new DataView(payload.buffer).setUint16(0, code);
	const { written } = encoder.encodeInto(reason, payload.subarray(2));
	return encodeFrame(OPCODE.close, payload.subarray(0, 2 + written));
}

function control({ opcode }: Header, payload: Uint8Array<ArrayBuffer>): WebSocketMessage {
	if (opcode !== OPCODE.close) return { type: opcode === OPCODE.ping ? 'ping' : 'pong', payload };
	if (payload.length === 0) return { type: 'close', code: CLOSE_CODE.noStatus, reason: '' };
	const code = payload.length > 1 ? new DataView(payload.buffer, payload.byteOffset).getUint16(0) : 0;
	if (!mayBeSent(code)) throw new WebSocketFailure(CLOSE_CODE.protocolError, `The close code ${code} must not be sent.`);
	return { type: 'close', code, reason: decode(payload.subarray(2)) };
}

const mayBeSent = (code: number) =>
	(code >= 1000 && code <= 1014 && code !== 1004 && code !== CLOSE_CODE.noStatus && code !== CLOSE_CODE.abnormal) ||
	(code >= 3000 && code <= 4999);

function decode(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		throw new WebSocketFailure(CLOSE_CODE.invalidData, 'A text is not valid UTF-8.');
	}
}
