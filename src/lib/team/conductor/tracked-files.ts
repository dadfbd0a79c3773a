import type { EngineChange } from '../../project/engine-changes';
import type { Workspace } from '../../project/workspace';
import type { EventDraft } from '../../domain/events';
import { sha256 } from '../../domain/sha256';
import { cleanPath } from '../../domain/write-set';

/** Changes of files that the log tells of: who, what, and how many lines came and went. */

export interface TrackedPlaces {
	runId: string;
	workspace: Workspace;
	append(draft: EventDraft): Promise<unknown>;
}

/** Writes a file and says so in the log. */
export async function writeTracked(
	places: TrackedPlaces,
	file: { path: string; content: string; by: string; taskId?: string }
): Promise<void> {
	const before = places.workspace.read(file.path);
	await places.workspace.write(file.path, file.content, file.by);
	await emitWritten(places, file, before);
}

/**
 * Takes in what the person's programs did in the engine. `keepBytes` keeps what is no text: agents do not see it.
 * Paths that a project cannot have are left out, and so is what somebody has written anew since the change was seen.
 */
export async function takeTracked(
	places: TrackedPlaces & { keepBytes(path: string, bytes: Uint8Array): Promise<void> },
	changes: readonly EngineChange[]
): Promise<void> {
	for (const { path, content, replaces } of changes) {
		const before = places.workspace.read(path);
		// What is no text is not in the workspace.
		const isNewer = before !== (typeof replaces === 'string' ? replaces : undefined);
		if (isNewer || cleanPath(path) !== path) continue;
		await places.workspace.take({ path, content: typeof content === 'string' ? content : undefined, by: 'user' });
		if (content === undefined) {
			await places.append({
				topic: 'artifact.superseded',
				runId: places.runId,
				from: 'user',
				payload: { name: `file:${path}`, path, deleted: true, reason: 'Removed by hand.' }
			});
			continue;
		}
		if (typeof content !== 'string') await places.keepBytes(path, content);
		await emitWritten(places, { path, content, by: 'user' }, before);
	}
}

/**
 * Says in the log what a tab that was killed left unsaid: a file is written first and told then. Files that are no text are left out.
 * `told` are the files as the log has them.
 */
export async function emitMissing(
	places: TrackedPlaces,
	told: Readonly<Record<string, { sha256: string; by: string }>>
): Promise<void> {
	const hashed = places.workspace.entries().map(async ([path, content]) => ({ path, content, sha256: await sha256(content) }));
	for (const { path, content, sha256 } of await Promise.all(hashed)) {
		// Whoever has written it since tells it.
		if (told[path]?.sha256 === sha256 || places.workspace.read(path) !== content) continue;
		await emitWritten(places, { path, content, by: told[path]?.by ?? 'conductor' }, undefined);
	}
}

async function emitWritten(
	places: TrackedPlaces,
	{ path, content, by, taskId }: { path: string; content: string | Uint8Array; by: string; taskId?: string },
	before: string | undefined
): Promise<void> {
	const name = `file:${path}`;
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
	const lines = typeof content === 'string' ? countLines(before ?? '', content) : {};
	await places.append({
		topic: 'artifact.published',
		runId: places.runId,
		from: by,
		...(taskId ? { taskId } : {}),
		artifactRefs: [{ id: name, sha256: await sha256(bytes) }],
		payload: { name, kind: 'file', path, sizeBytes: bytes.length, ...lines }
	});
}

/**
 * Lines that came and went, order aside: enough for a summary. 2,000 changed lines take 1 ms; @codemirror/merge takes 400 ms over them
 * line by line, and minutes by character.
 */
function countLines(before: string, after: string): { added: number; removed: number } {
	const left = new Map<string, number>();
	for (const line of before ? before.split('\n') : []) left.set(line, (left.get(line) ?? 0) + 1);
	let added = 0;
	for (const line of after.split('\n')) {
		const count = left.get(line) ?? 0;
		if (count > 0) left.set(line, count - 1);
		else added++;
	}
	return { added, removed: [...left.values()].reduce((sum, count) => sum + count, 0) };
}
