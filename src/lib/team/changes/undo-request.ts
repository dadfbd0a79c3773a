import { AppError } from '../../domain/app-error';
import type { Blueprint } from '../../domain/blueprint';
import { diffBlueprints, patchBlueprint } from '../../domain/blueprint-patch';
import { sha256 } from '../../domain/sha256';
import type { RequestState, RunState } from '../../log/state';
import { frameOf } from '../../frames';
import { mergeTexts } from '../../project/merge-texts';
import { writeTracked, type TrackedPlaces } from '../conductor/tracked-files';

export interface UndoParts extends TrackedPlaces {
	/** The run as its log has it now. */
	state: RunState;
	/** Every text that is kept of the project, by SHA-256. */
	texts: ReadonlyMap<string, string>;
	/** Who wrote each file before the request, by path. */
	authorBefore(path: string): string | undefined;
}

export interface UndoneFile {
	path: string;
	/** Absent where the file is gone. */
	content?: string;
}

/** What a file becomes: another text, nothing, or what it is, because it was changed since where it cannot be merged. */
type Undone = { path: string; text: string | undefined } | { path: string; isConflict: true };

/**
 * Takes back what a request changed: files become what they were before it, and what was changed in them since is merged. Where that
 * cannot be done the file stays and is named. The log tells all of it.
 * @returns the files that are different now
 * @throws AppError REQUEST_UNKNOWN, RUN_BUSY, VERSION_GONE before anything is changed
 */
export async function undoRequest(requestId: string, parts: UndoParts): Promise<UndoneFile[]> {
	const request = parts.state.requests.find(({ id }) => id === requestId);
	if (!request || request.status === 'undone')
		throw new AppError('REQUEST_UNKNOWN', `There is no request '${requestId}' that could be taken back.`);
	if (parts.state.endedAt === null) throw new AppError('RUN_BUSY', 'The team is still at work. Stop it first.');
	const { blueprint, isConflict } = blueprintWithout(request, parts.state);
	const planned = await Promise.all(Object.keys(request.files).map((path) => undone(path, { request, blueprint, parts })));
	const changed: UndoneFile[] = [];
	for (const file of planned) {
		if ('isConflict' in file || parts.workspace.read(file.path) === file.text) continue;
		await write(file, parts);
		changed.push({ path: file.path, ...(file.text === undefined ? {} : { content: file.text }) });
	}
	const conflicts = planned.flatMap((file) => ('isConflict' in file ? [file.path] : []));
	await parts.append({
		topic: 'request.undone',
		runId: parts.runId,
		from: 'user',
		payload: {
			requestId,
			conflicts: [...conflicts, ...(isConflict ? ['blueprint'] : [])],
			...(blueprint ? { blueprint } : {})
		}
	});
	return changed;
}

async function undone(
	path: string,
	{ request, blueprint, parts }: { request: RequestState; blueprint: Blueprint | undefined; parts: UndoParts }
): Promise<Undone> {
	const { workspace, texts } = parts;
	const change = request.files[path];
	const now = workspace.read(path);
	if (!change || change.before === change.after) return { path, text: now };
	const before = textOf(path, change.before, texts);
	const nowHash = now === undefined ? null : await sha256(now);
	if (nowHash === change.after) return { path, text: before };
	// It is as it was before already.
	if (nowHash === change.before) return { path, text: now };
	if (now === undefined || before === undefined || change.after === null) return { path, isConflict: true };
	const merged = mergeTexts(now, textOf(path, change.after, texts) ?? '', before);
	if (merged !== undefined) return { path, text: merged };
	// What code lays is laid from what is left of the blueprint.
	const isLaid = !!blueprint && laidText(path, parts.state.blueprint) === now;
	return isLaid ? { path, text: laidText(path, blueprint) } : { path, isConflict: true };
}

const laidText = (path: string, blueprint: Blueprint | null): string | undefined =>
	blueprint ? frameOf(blueprint).lay(blueprint).get(path) : undefined;

/** @throws AppError VERSION_GONE */
function textOf(path: string, hash: string | null, texts: ReadonlyMap<string, string>): string | undefined {
	if (hash === null) return undefined;
	const text = texts.get(hash);
	if (text === undefined) throw new AppError('VERSION_GONE', `What '${path}' held before was not kept. Nothing was changed.`);
	return text;
}

async function write({ path, text }: { path: string; text: string | undefined }, parts: UndoParts): Promise<void> {
	const by = parts.authorBefore(path) ?? 'user';
	if (text !== undefined) return writeTracked(parts, { path, content: text, by });
	await parts.workspace.remove(path, by);
	await parts.append({
		topic: 'artifact.superseded',
		runId: parts.runId,
		from: by,
		payload: { name: `file:${path}`, path, deleted: true, reason: 'Taken back.' }
	});
}

/** The blueprint without what the request changed of it; absent where it changed nothing. */
function blueprintWithout(
	request: RequestState,
	{ requests, blueprint: now }: RunState
): { blueprint?: Blueprint; isConflict?: boolean } {
	const next = requests[requests.indexOf(request) + 1];
	const [before, after] = [request.before.blueprint, next ? next.before.blueprint : now];
	if (!before || !after || !now || JSON.stringify(before) === JSON.stringify(after)) return {};
	if (JSON.stringify(after) === JSON.stringify(now)) return { blueprint: before };
	try {
		return { blueprint: patchBlueprint(now, diffBlueprints(after, before)) };
	} catch {
		// Later requests build on it: the blueprint stays, and that is said.
		return { isConflict: true };
	}
}
