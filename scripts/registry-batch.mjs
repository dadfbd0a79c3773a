/**
 * Many requests to the registry in one: `POST /registry/-/batch`, body a JSON array of `[path, accept]`.
 *
 * The answer (BATCH_TYPE) is frames one after the other, in the order in which they become ready. A frame: u32, big-endian, the length
 * of its header in bytes; the header, JSON `{ index, status, length, encoding?, next? }`; then `length` bytes of body, as the registry
 * sent them (`encoding: 'gzip'` where compressed). `index` counts the members asked for; those that the server adds (`next`, as
 * `[path, accept]`) count on from there, in the order in which frames announce them. 413 means: too large, ask for it alone.
 */
import { once, setMaxListeners } from 'node:events';
import { LookAhead } from './registry-look-ahead.mjs';
import { isRegistryPath } from './registry-upstream.mjs';
import { refuse } from './request-guard.mjs';

export const BATCH_PATH = '/-/batch';
export const BATCH_TYPE = 'application/vnd.tabsmith.registry-batch';
const MEMBERS = 500;
const REQUEST_BYTES = 128 * 1024;
/** As many as the registry's connections, so that what is asked for goes before what is only guessed. */
const AT_ONCE = 16;
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
	return members.every((member) => Array.isArray(member) && isRegistryPath(member[0]) && isAccept(member[1])) ? members : null;
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
		const message = `A batch is a JSON array of at most ${MEMBERS} pairs: path in the registry, accepted type.`;
		return refuse(response, 400, message);
	}
	const leaving = new AbortController();
	// One listener for each member asked for, and one that waits for room.
	setMaxListeners(AT_ONCE + 1, leaving.signal);
	response.on('close', () => leaving.abort());
	response.writeHead(200, { 'Content-Type': BATCH_TYPE, 'Cache-Control': 'no-store' });
	await new Batch({ members, response, ask, signal: leaving.signal }).run();
	response.end();
}

class Batch {
	#queue;
	#lookAhead;
	#count;
	/** Resolves when the response takes more; null while it does. */
	#room = null;

	constructor({ members, response, ask, signal }) {
		Object.assign(this, { response, ask, signal });
		this.#queue = members.map((member, index) => ({ member, index }));
		this.#count = members.length;
		this.#lookAhead = new LookAhead(members, ADDED);
	}

	/** Resolves when all is answered, or the client has gone. */
	run() {
		return new Promise((resolve) => {
			let active = 0;
			const next = () => {
				while (active < AT_ONCE && this.#queue.length > 0 && !this.signal.aborted) {
					active++;
					void this.#serve(this.#queue.shift()).finally(() => (active--, next()));
				}
				if (active === 0) resolve(undefined);
			};
			next();
		});
	}

	async #serve({ member, index }) {
		const [path, accept] = member;
		const answer = await this.ask(path, { accept: accept || '*/*', signal: this.signal }).catch((error) => ({
			status: 502,
			body: Buffer.from(String(error?.message ?? error))
		}));
		if (this.signal.aborted) return;
		const next = answer.status === 200 ? this.#lookAhead.next(member, answer) : [];
		this.#queue.push(...next.map((added) => ({ member: added, index: this.#count++ })));
		const { status, encoding, body } = answer;
		const header = { index, status, ...(encoding ? { encoding } : {}), ...(next.length > 0 ? { next } : {}) };
		// A slow reader holds back what comes after, so that answers do not pile up here.
		if (!this.response.write(encodeFrame(header, body)))
			this.#room ??= drained(this.response, this.signal).finally(() => (this.#room = null));
		await this.#room;
	}
}

/** Resolves when `response` takes more, or its reader has gone. */
function drained(response, signal) {
	return once(response, 'drain', { signal }).catch(() => undefined);
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<string | null>} null where it is too long
 */
export async function readBody(request, maxBytes = REQUEST_BYTES) {
	const chunks = [];
	let size = 0;
	// A request that is too long is still answered: leaving the loop must not end its connection.
	for await (const chunk of request.iterator({ destroyOnReturn: false })) {
		size += chunk.length;
		if (size > maxBytes) return null;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}
