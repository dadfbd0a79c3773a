/**
 * One WebAssembly file out of a package: `GET /registry/-/wasm/NAME/-/FILE.tgz/PATH.wasm`. A browser keeps what it has compiled and
 * optimized by address, and only for what came from one: the engine asks for large modules here while it installs their packages.
 */
import { createGunzip } from 'node:zlib';
import { Parser } from 'tar';

export const WASM_PREFIX = '/-/wasm/';
/** A published version never changes. */
export const WASM_HEADERS = {
	'Content-Type': 'application/wasm',
	'Cache-Control': 'public, max-age=31536000, immutable',
	'X-Content-Type-Options': 'nosniff'
};
const WASM_BYTES = 64 * 1024 * 1024;
/** Of a whole package, unpacked: more is no package but an attack. */
const UNPACKED_BYTES = 512 * 1024 * 1024;

/**
 * @param {string} path below the registry's address
 * @returns {{ tarball: string, member: string } | null} null where it is no such path
 */
export function parseWasmPath(path) {
	const match = /^\/-\/wasm(\/(?:@[\w.-]+\/)?[\w.-]+\/-\/[\w.+-]+\.tgz)\/((?:[\w@+-][\w@.+-]*\/)*[\w@+-][\w@.+-]*\.wasm)$/.exec(
		path
	);
	return match && !path.includes('..') ? { tarball: match[1], member: match[2] } : null;
}

/**
 * @param {AsyncIterable<Uint8Array> & import('node:stream').Readable} archive a package as the registry sends it
 * @param {string} member path below the package's own folder
 * @returns {Promise<Buffer | null>} null where there is no such file, or it is too large
 */
export async function readMember(archive, member) {
	const chunks = [];
	let isFound = false;
	let isWhole = false;
	let isTooLarge = false;
	const parser = new Parser({
		filter: (path) => !isFound && path.slice(path.indexOf('/') + 1) === member,
		onReadEntry: (entry) => {
			isFound = true;
			isTooLarge = entry.size > WASM_BYTES;
			if (isTooLarge) return void entry.resume();
			entry.on('data', (chunk) => chunks.push(chunk));
			entry.on('end', () => (isWhole = true));
		}
	});
	const unzipped = archive.pipe(createGunzip());
	archive.on('error', (error) => unzipped.destroy(error));
	let size = 0;
	for await (const chunk of unzipped) {
		size += chunk.length;
		if (size > UNPACKED_BYTES || isTooLarge) break;
		parser.write(chunk);
		if (isWhole) break;
	}
	archive.destroy();
	return isWhole ? Buffer.concat(chunks) : null;
}
