/**
 * Modules of WebAssembly for programs that call WASI, assembled by hand: each imports functions of wasi_snapshot_preview1 and
 * exports them again beside its memory.
 */
const { WASI } = require('wasi');
const fs = require('fs');
const section = (id, bytes) => [id, (bytes.length & 127) | 128, bytes.length >> 7, ...bytes];
const name = (text) => [text.length, ...Buffer.from(text)];
const code = { i: 0x7f, L: 0x7e };
function assemble(functions, memory = [0, 1]) {
	const names = Object.keys(functions);
	return new WebAssembly.Module(
		new Uint8Array([
			0,
			97,
			115,
			109,
			1,
			0,
			0,
			0,
			...section(1, [
				names.length,
				...names.flatMap((n) => [0x60, functions[n].length, ...[...functions[n]].map((c) => code[c]), 1, 0x7f])
			]),
			...section(2, [names.length, ...names.flatMap((n, i) => [...name('wasi_snapshot_preview1'), ...name(n), 0, i])]),
			...section(5, [1, ...memory]),
			...section(7, [names.length + 1, ...names.flatMap((n, i) => [...name(n), 0, i]), ...name('memory'), 2, 0])
		])
	);
}
function load(functions, options, memory) {
	const wasi = new WASI({ version: 'preview1', ...options });
	const { exports } = new WebAssembly.Instance(assemble(functions, memory), wasi.getImportObject());
	wasi.initialize({ exports });
	const bytes = () => Buffer.from(exports.memory.buffer);
	const put = (at, text) => {
		bytes().write(text, at);
		return [at, Buffer.byteLength(text)];
	};
	const vector = (at, pointer, length) => {
		bytes().writeUInt32LE(pointer, at);
		bytes().writeUInt32LE(length, at + 4);
	};
	const u32 = (at) => bytes().readUInt32LE(at);
	const u64 = (at) => Number(bytes().readBigUInt64LE(at));
	const text = (at, length) => bytes().toString('utf8', at, at + length);
	return { ...exports, bytes, put, vector, u32, u64, text };
}
const ALL = (1n << 28n) - 1n;

module.exports = { ALL, WASI, fs, load };
