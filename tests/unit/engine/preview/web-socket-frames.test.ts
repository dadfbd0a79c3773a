import { describe, expect, test } from 'vitest';
import {
	encodeClose,
	encodeFrame,
	MessageReader,
	OPCODE,
	WebSocketFailure,
	type WebSocketMessage
} from '../../../../workers/engine/preview/sockets/web-socket-frames';

const bytesOf = (...bytes: number[]) => Uint8Array.from(bytes);
const ascii = (text: string) => [...new TextEncoder().encode(text)];

/** A frame as a server sends it. */
function frame(first: number, payload: number[]): number[] {
	const { length } = payload;
	if (length < 126) return [first, length, ...payload];
	if (length < 65_536) return [first, 126, length >> 8, length & 255, ...payload];
	return [first, 127, 0, 0, 0, 0, 0, (length >> 16) & 255, (length >> 8) & 255, length & 255, ...payload];
}

const read = (bytes: number[], reader = new MessageReader()) => [...reader.feed(Uint8Array.from(bytes))];

function failureOf(bytes: number[], reader?: MessageReader): number {
	try {
		read(bytes, reader);
	} catch (error) {
		if (error instanceof WebSocketFailure) return error.code;
		throw error;
	}
	return 0;
}

function unmask(frame: Uint8Array): { opcode: number; payload: Uint8Array } {
	const short = (frame[1] ?? 0) & 0x7f;
	const start = short === 127 ? 10 : short === 126 ? 4 : 2;
	const mask = frame.subarray(start, start + 4);
	const payload = frame.slice(start + 4).map((byte, index) => byte ^ (mask[index & 3] ?? 0));
	return { opcode: (frame[0] ?? 0) & 15, payload };
}

describe('reading', () => {
	test("the RFC's examples give their messages", () => {
		expect(read([0x81, 0x05, 0x48, 0x65, 0x6c, 0x6c, 0x6f])).toEqual([{ type: 'text', text: 'Hello' }]);
		expect(read([0x01, 0x03, 0x48, 0x65, 0x6c, 0x80, 0x02, 0x6c, 0x6f])).toEqual([{ type: 'text', text: 'Hello' }]);
		expect(read([0x89, 0x05, 0x48, 0x65, 0x6c, 0x6c, 0x6f])).toEqual([
			{ type: 'ping', payload: bytesOf(0x48, 0x65, 0x6c, 0x6c, 0x6f) }
		]);
	});
	test.each([0, 125, 126, 65_535, 65_536, 200_000])('a binary message of %i bytes arrives whole', (length) => {
		const payload = Array.from({ length }, (_, index) => index % 251);
		expect(read(frame(0x82, payload))).toEqual([{ type: 'binary', bytes: Uint8Array.from(payload) }]);
	});
	test('frames may be cut anywhere', () => {
		const stream = [...frame(0x81, ascii('één')), ...frame(0x82, Array(300).fill(7)), ...frame(0x88, [3, 232, ...ascii('bye')])];
		const expected: WebSocketMessage[] = [
			{ type: 'text', text: 'één' },
			{ type: 'binary', bytes: new Uint8Array(300).fill(7) },
			{ type: 'close', code: 1000, reason: 'bye' }
		];
		for (const size of [1, 2, 3, 7, 100]) {
			const reader = new MessageReader();
			const seen: WebSocketMessage[] = [];
			for (let at = 0; at < stream.length; at += size) seen.push(...read(stream.slice(at, at + size), reader));
			expect(seen).toEqual(expected);
		}
	});
	test('control frames may come between fragments, and a character may be cut by them', () => {
		const [first = 0, second = 0] = ascii('é');
		const stream = [...frame(0x01, [first]), ...frame(0x89, [1]), ...frame(0x00, [second]), ...frame(0x80, [])];
		expect(read(stream)).toEqual([
			{ type: 'ping', payload: bytesOf(1) },
			{ type: 'text', text: 'é' }
		]);
	});
	test('a close without a code counts as 1005', () => {
		expect(read(frame(0x88, []))).toEqual([{ type: 'close', code: 1005, reason: '' }]);
	});
	test.each<[string, number, number[]]>([
		['a masked frame', 1002, [0x81, 0x80, 1, 2, 3, 4]],
		['a reserved bit', 1002, [0xc1, 0]],
		['an unknown data opcode', 1002, [0x83, 0]],
		['an unknown control opcode', 1002, [0x8b, 0]],
		['a fragmented ping', 1002, [0x09, 0]],
		['a long ping', 1002, frame(0x89, Array(126).fill(0))],
		['a continuation of nothing', 1002, [0x80, 0]],
		['a text within a fragmented text', 1002, [0x01, 0, 0x81, 0]],
		['a length that is not in its shortest form', 1002, [0x81, 126, 0, 1, 65]],
		['a 64-bit length that is not in its shortest form', 1002, [0x81, 127, 0, 0, 0, 0, 0, 0, 0, 1]],
		['a close with half a code', 1002, [0x88, 1, 3]],
		['a close with 1005', 1002, frame(0x88, [3, 237])],
		['a close with 1006', 1002, frame(0x88, [3, 238])],
		['a close with 2999', 1002, frame(0x88, [11, 183])],
		['text that is not UTF-8', 1007, frame(0x81, [0xc3, 0x28])],
		['a cut character at the end', 1007, frame(0x81, [0xc3])],
		['a close reason that is not UTF-8', 1007, frame(0x88, [3, 232, 0xff])],
		['a length with the sign bit', 1009, [0x82, 127, 128, 0, 0, 0, 0, 0, 0, 0]]
	])('%s fails with %i', (_, code, bytes) => {
		expect(failureOf(bytes)).toBe(code);
	});
	test('a message that is too large in one frame or in sum fails with 1009', () => {
		expect(failureOf(frame(0x82, Array(10).fill(0)), new MessageReader(10))).toBe(0);
		expect(failureOf([0x82, 11], new MessageReader(10))).toBe(1009);
		expect(failureOf([...frame(0x02, Array(6).fill(0)), 0x80, 5], new MessageReader(10))).toBe(1009);
	});
});

describe('writing', () => {
	test.each([0, 125, 126, 65_535, 65_536])('a payload of %i bytes is masked and comes back', (length) => {
		const payload = Uint8Array.from({ length }, (_, index) => index % 253);
		const written = encodeFrame(OPCODE.binary, payload);
		expect((written[1] ?? 0) & 0x80).toBe(0x80);
		expect(unmask(written)).toEqual({ opcode: 2, payload });
	});
	test('a close carries its code and as much of its reason as fits', () => {
		expect(unmask(encodeClose(4000, 'so'))).toEqual({ opcode: 8, payload: bytesOf(15, 160, ...ascii('so')) });
		expect(unmask(encodeClose(1005, 'x')).payload.length).toBe(0);
		// 62 characters of two bytes are 124 bytes: the last one does not fit into 123.
		expect(unmask(encodeClose(1000, 'é'.repeat(62))).payload.length).toBe(2 + 122);
	});
});
