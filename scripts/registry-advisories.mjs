/**
 * Asks the registry which versions of packages are known to be vulnerable: `POST /registry/-/npm/v1/security/advisories/bulk`, body
 * `{ "name": ["1.0.0"] }`, as npm's own audit does. Nothing else is posted to a registry.
 */
import { readBody } from './registry-batch.mjs';
import { refuse } from './request-guard.mjs';

export const ADVISORIES_PATH = '/-/npm/v1/security/advisories/bulk';
const REQUEST_BYTES = 256 * 1024;
const ANSWER_BYTES = 4 * 1024 * 1024;
const PACKAGES = 5000;
const VERSIONS = 50;
const TIMEOUT_MS = 20_000;
const NAME = /^(?:@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*$/i;
const VERSION = /^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/;

/**
 * @param {string} text
 * @returns {string | null} what is sent on, written anew; null where anything is not as it should be
 */
export function parseQuestion(text) {
	let asked;
	try {
		asked = JSON.parse(text);
	} catch {
		return null;
	}
	if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) return null;
	const entries = Object.entries(asked);
	if (entries.length === 0 || entries.length > PACKAGES) return null;
	const isFine = ([name, versions]) =>
		name.length <= 214 &&
		NAME.test(name) &&
		Array.isArray(versions) &&
		versions.length > 0 &&
		versions.length <= VERSIONS &&
		versions.every((version) => typeof version === 'string' && version.length <= 100 && VERSION.test(version));
	return entries.every(isFine) ? JSON.stringify(asked) : null;
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {import('./registry-upstream.mjs').RegistryUpstream} upstream
 * @throws what the request throws where the registry does not answer
 */
export async function answerAdvisories(request, response, upstream) {
	const question = parseQuestion((await readBody(request, REQUEST_BYTES)) ?? '');
	if (!question)
		return refuse(response, 400, 'Advisories are asked for by a JSON object: names of packages, each with a list of versions.');
	const answer = await upstream.post(ADVISORIES_PATH, question, { signal: AbortSignal.timeout(TIMEOUT_MS) });
	const text = answer.statusCode === 200 ? await textOf(answer.body) : (answer.body.on('error', () => undefined).destroy(), null);
	if (text === null) return refuse(response, 502, `The registry gives no advisories (${answer.statusCode}).`);
	response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }).end(text);
}

/** JSON of an object, written anew; null where it is none, or too long. */
async function textOf(body) {
	const chunks = [];
	let size = 0;
	for await (const chunk of body) {
		size += chunk.length;
		if (size > ANSWER_BYTES) return null;
		chunks.push(chunk);
	}
	try {
		const value = JSON.parse(Buffer.concat(chunks).toString('utf8'));
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? JSON.stringify(value) : null;
	} catch {
		return null;
	}
}
