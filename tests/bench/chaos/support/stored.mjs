/** What a project has in the browser's own storage, and whether it agrees with itself. */
import { setTimeout as pause } from 'node:timers/promises';

/**
 * @typedef {{ events: { seq: number, topic: string, payload: any, artifactRefs: any[] }[], files: Record<string, { text: string, sha256: string }>,
 *   journal: string[] }} Stored `files` by path; `journal` are the texts that were typed and not yet taken in
 */

/** Reads it in one transaction, so that it is of one moment. @returns {Promise<Stored>} */
export function readStored(page, id) {
	return page.evaluate(async (id) => {
		const settled = (request) =>
			new Promise((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const db = await settled(indexedDB.open('tabsmith'));
		const stores = db.transaction(['projects', 'events', 'files']);
		const project = await settled(stores.objectStore('projects').get(id));
		const [events, files] = await Promise.all([
			settled(stores.objectStore('events').getAll(IDBKeyRange.bound([project.runId, 0], [project.runId, Infinity]))),
			settled(stores.objectStore('files').getAll(IDBKeyRange.bound([id, ''], [id, '\uffff'])))
		]);
		db.close();
		const hashed = files.map(async ({ path, content, bytes }) => {
			const digest = await crypto.subtle.digest('SHA-256', bytes ?? new TextEncoder().encode(content));
			return [
				path,
				{ text: content, sha256: [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('') }
			];
		});
		const journal = Object.keys(localStorage)
			.filter((key) => key.startsWith(`tabsmith:unsaved:${id}:`))
			.map((key) => JSON.parse(localStorage.getItem(key)).text);
		return { events, files: Object.fromEntries(await Promise.all(hashed)), journal };
	}, id);
}

/** Long enough for a whole run on a busy machine. */
export const RUN_MS = 600_000;
const POLL_MS = 500;

/** Waits for the run to end. @returns {Promise<Stored>} @throws when it ended other than whole */
export async function runEnd(page, id) {
	const deadline = performance.now() + RUN_MS;
	for (;;) {
		const stored = await readStored(page, id);
		const end = stored.events.findLast(({ topic }) => topic === 'run.finished')?.payload;
		if (end?.outcome === 'done') return stored;
		if (end) throw new Error(`The run ended as ${end.outcome}: ${end.summary}\n${failuresOf(stored)}`);
		if (performance.now() > deadline)
			throw new Error(`The run did not end; its last event is ${JSON.stringify(stored.events.at(-1))}`);
		await pause(POLL_MS);
	}
}

/** @param {Stored} stored @returns {string} all that checks found, in the order in which they found it */
const failuresOf = ({ events }) =>
	events
		.flatMap(({ topic, payload }) => (topic === 'check.reported' ? payload.failures : []))
		.map(({ gate, message }) => `${gate}: ${message}`)
		.join('\n');

/** @param {Stored} stored @returns {number} numbers that are missing in the log, or out of order */
export const gapsOf = ({ events }) => events.filter(({ seq }, index) => seq !== index + 1).length;

/** @param {Stored} stored @returns {string[]} paths whose files are not what the log says */
export function unlikeLog({ events, files }) {
	const told = new Map();
	for (const { topic, payload, artifactRefs } of events) {
		if (!payload.path) continue;
		if (topic === 'artifact.published') told.set(payload.path, artifactRefs[0]?.sha256);
		if (topic === 'artifact.superseded' && payload.deleted) told.delete(payload.path);
	}
	const paths = new Set([...told.keys(), ...Object.keys(files)]);
	return [...paths].filter((path) => files[path]?.sha256 !== told.get(path));
}
