/** Files of a folder as answers; a file that is not there, or goes while it is read, is no more than that. */
import { open } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

const TYPES = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.json': 'application/json',
	'.wasm': 'application/wasm',
	'.css': 'text/css; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.map': 'application/json'
};
const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG']);

/**
 * @param {string} folder absolute path
 * @param {string} path decoded, of a request; what leads out of the folder is not there
 * @param {{ request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, htmlHeaders?: Record<string, string> }} exchange
 * @returns {Promise<boolean>} false where there is no such file; nothing is answered then
 */
export async function sendFile(folder, path, { request, response, htmlHeaders = {} }) {
	const name = normalize(join(folder, path));
	if (!name.startsWith(folder + sep)) return false;
	const file = await openFile(name);
	if (!file) return false;
	const type = TYPES[extname(name)] ?? 'application/octet-stream';
	response.writeHead(200, {
		'Content-Type': type,
		'Content-Length': file.size,
		'Cache-Control': 'no-cache',
		...(extname(name) === '.html' ? htmlHeaders : {})
	});
	const isBodyWanted = request.method !== 'HEAD' && file.size > 0;
	if (!isBodyWanted) await file.handle.close();
	// A reader that goes away is no fault of ours.
	if (isBodyWanted)
		await pipeline(file.handle.createReadStream({ end: file.size - 1 }), response).catch(() => response.destroy());
	else response.end();
	return true;
}

/** @returns {Promise<{ handle: import('node:fs/promises').FileHandle, size: number } | null>} */
async function openFile(name) {
	try {
		const handle = await open(name);
		const stat = await handle.stat();
		if (stat.isFile()) return { handle, size: stat.size };
		await handle.close();
		return null;
	} catch (error) {
		if (ABSENT.has(error?.code)) return null;
		throw error;
	}
}
