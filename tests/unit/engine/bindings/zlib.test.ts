import * as native from 'node:zlib';
import { expect, test } from 'vitest';
import { zlib } from '../../../../workers/engine/bindings/streams/zlib';
import type { Runtime } from '../../../../workers/engine/process/runtime';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a binding is untyped
const binding: Record<string, any> = {};
zlib(binding, { Buffer } as unknown as Runtime);
const text = Buffer.from('the quick brown fox '.repeat(20000));

/** Writes everything through small outputs, as Node's lib does. */
function run(mode: number, input: Uint8Array): Buffer {
	const result = new Uint32Array(2);
	const handle = new binding.Zlib(mode);
	handle.onerror = (message: string, _errno: number, code: string) => {
		throw new Error(`${code} ${message}`);
	};
	handle.init(15, 6, 8, 0, result, () => {});
	const parts: Buffer[] = [];
	let rest = input;
	do {
		const out = new Uint8Array(1000);
		handle.writeSync(4, rest, 0, rest.length, out, 0, out.length);
		rest = rest.subarray(rest.length - (result[1] ?? 0));
		parts.push(Buffer.from(out.subarray(0, out.length - (result[0] ?? 0))));
	} while (result[0] === 0);
	return Buffer.concat(parts);
}

test('compresses what Node can read', () => {
	expect(native.inflateSync(run(1, text)).equals(text)).toBe(true);
	expect(native.gunzipSync(run(3, text)).equals(text)).toBe(true);
	expect(native.inflateRawSync(run(5, text)).equals(text)).toBe(true);
});

test('reads what Node has compressed', () => {
	expect(run(2, native.deflateSync(text)).equals(text)).toBe(true);
	expect(run(4, native.gzipSync(text)).equals(text)).toBe(true);
	expect(run(6, native.deflateRawSync(text)).equals(text)).toBe(true);
	expect(run(7, native.gzipSync(text)).equals(text)).toBe(true);
});

test('reports cut and damaged input as Node does', () => {
	expect(() => run(4, native.gzipSync('abc').subarray(0, 12))).toThrow('Z_BUF_ERROR unexpected end of file');
	expect(() => run(2, Buffer.from('not deflated'))).toThrow('Z_DATA_ERROR incorrect header check');
	expect(binding.crc32('hello', 0)).toBe(0x3610a686);
});
