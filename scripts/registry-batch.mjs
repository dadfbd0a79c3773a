/**
 * Many requests to the registry in one: `POST /registry/-/batch`, body a JSON array of `[path, accept]`.
 *
 * The answer (BATCH_TYPE) is frames one after the other, in the order in which they become ready. A frame: u32, big-endian, the length
 * of its header in bytes; the header, JSON `{ index, status, length, encoding?, next? }`; then `length` bytes of body, as the registry
 * sent them (`encoding: 'gzip'` where compressed). `index` counts the members asked for; those that the server adds (`next`: their
 * paths, of any type) count on from there, in the order in which frames announce them. 413 means: too large, ask for it alone.
 */
import { LookAhead } from './registry-look-ahead.mjs';

export const BATCH_PATH = '/-/batch';
export const BATCH_TYPE = 'application/vnd.tabsmith.registry-batch';
const MEMBERS = 500;
const REQUEST_BYTES = 128 * 1024;
/** As many as the registry's connections, so that what is asked for goes before what is only guessed. */
const AT_ONCE = 16;
const ANY = '*/*';
/** Additions to one answer. */
const ADDED = 400;

/**
 * @typedef {{ status: number, encoding?: string | undefined, body: Buffer }} Answer
 * @typedef {(path: string, options: { accept: string, signal: AbortSignal }) => Promise<Answer>} Ask
 */

/**
 * @param {string} text
 * @returns {[path: string, accept: string][] | null} null where anything is not as it should be
 */
export function parseBatch(text) {
	let members;
	try {
		members = JSON.parse(text);
	} catch {
		return null;
	}
	if (!Array.isArray(members) || members.length === 0 || members.length > MEMBERS) return null;
	return members.every((member) => Array.isArray(member) && isPath(member[0]) && isAccept(member[1])) ? members : null;
}

/** Below the registry's own address whatever a URL parser makes of it. */
function isPath(path) {
	if (typeof path !== 'string' || path.length > 1024) return false;
	return /^\/(?!\/)[\x21-\x7e]*$/.test(path) && !/[\\#]|\.\.|%2e|:\/\//i.test(path);
}

function isAccept(accept) {
	return typeof accept === 'string' && accept.length <= 256 && /^[\x20-\x7e]*$/.test(accept);
}

/** @returns {Buffer} */
export function encodeFrame(header, body) {
	const head = Buffer.from(JSON.stringify({ ...header, length: body.length }));
	const length = Buffer.alloc(4);
	length.writeUInt32BE(head.length);
	return Buffer.concat([length, head, body]);
}

/**
 * Answers one request; a client that goes away ends what is under way.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {Ask} ask rejects where the registry cannot be reached; its message is the frame's body
 */
export async function answerBatch(request, response, ask) {
	const text = await readBody(request);
	const members = text === null ? null : parseBatch(text);
	if (!members) {
		response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8' });
		return void response.end(`A batch is a JSON array of at most ${MEMBERS} pairs: path in the registry, accepted type.\n`);
	}
	const leaving = new AbortController();
	response.on('close', () => leaving.abort());
	response.writeHead(200, { 'Content-Type': BATCH_TYPE, 'Cache-Control': 'no-store' });
	const signal = leaving.signal;
	const lookAhead = new LookAhead(
		members.map(([path]) => path),
		ADDED
	);
	const queue = members.map(([path, accept], index) => ({ path, accept: accept || ANY, index }));
	let count = queue.length;
	const announce = ({ path, accept }, answer) => {
		if (accept !== ANY || answer.status !== 200) return [];
		const added = lookAhead.next(path, answer);
		queue.push(...added.map((path) => ({ path, accept: ANY, index: count++ })));
		return added;
	};
	let room = null;
	await new Promise((resolve) => {
		let active = 0;
		const next = () => {
			while (active < AT_ONCE && queue.length > 0 && !signal.aborted) {
				active++;
				void serveOne(queue.shift()).finally(() => (active--, next()));
			}
			if (active === 0) resolve(undefined);
		};
		const serveOne = async (member) => {
			const answer = await ask(member.path, { accept: member.accept, signal }).catch((error) => ({
				status: 502,
				body: Buffer.from(String(error?.message ?? error))
			}));
			if (signal.aborted) return;
			const added = announce(member, answer);
			const { status, encoding, body } = answer;
			const header = {
				index: member.index,
				status,
				...(encoding ? { encoding } : {}),
				...(added.length > 0 ? { next: added } : {})
			};
			// A slow reader holds back what comes after, so that answers do not pile up here.
			if (!response.write(encodeFrame(header, body))) room ??= drained(response, signal).finally(() => (room = null));
			await room;
		};
		next();
	});
	response.end();
}

function drained(response, signal) {
	return new Promise((resolve) => {
		response.once('drain', resolve);
		signal.addEventListener('abort', resolve, { once: true });
	});
}

/** @returns {Promise<string | null>} null where it is too long */
async function readBody(request) {
	const chunks = [];
	let size = 0;
	for await (const chunk of request) {
		size += chunk.length;
		if (size > REQUEST_BYTES) return null;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}
