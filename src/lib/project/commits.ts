import type { PlannedTask } from '../domain/task';
import type { RunEvent } from '../domain/events';
import { isSameContent, type FileContent } from './file-content';

/**
 * Makes a history of commits from a run's log: one per task that published files, hand edits as commits of their own.
 *
 * A commit holds what its task wrote, as it wrote it: the log names each version of a file by its hash, and versions that were
 * replaced are kept by that hash (`Database.sinkOf`). Where a version is not kept (a project from before they were kept),
 * the file is left as it was, until the next task with a version that is.
 */

export interface Commit {
	/** An agent's id, 'conductor', 'user', or 'tabsmith' for what no event tells of. */
	by: string;
	/** Milliseconds since 1970. */
	timeMs: number;
	/** Subject, body and trailers. */
	message: string;
	/** The whole new content by path; undefined when the file is gone. */
	changes: ReadonlyMap<string, FileContent | undefined>;
}

const SUBJECT_CHARS = 72;

/** @param textOf the text with that SHA-256 (lower case hex); undefined when it is not kept */
export function planCommits(events: readonly RunEvent[], textOf: (sha256: string) => string | undefined): Commit[] {
	const plan = new CommitPlan(textOf);
	for (const event of events) plan.take(event);
	return plan.end(events.at(-1)?.time ?? 0);
}

/** The commit that leads from the end of a history to `files`; undefined when it ends there. */
export function closingCommit(
	commits: readonly Commit[],
	files: ReadonlyMap<string, FileContent>,
	timeMs: number
): Commit | undefined {
	const tree = new Map(commits.flatMap((commit) => [...commit.changes]));
	const changes = new Map<string, FileContent | undefined>();
	for (const [path, content] of files) if (!isSameContent(tree.get(path), content)) changes.set(path, content);
	for (const [path, content] of tree) if (content !== undefined && !files.has(path)) changes.set(path, undefined);
	if (changes.size === 0) return undefined;
	const isNew = (path: string) => tree.get(path) === undefined;
	const body = "The files as they were at the export. The run's log does not tell who made these changes.";
	return { by: 'tabsmith', timeMs, message: compose(subjectOf(changes, isNew), body), changes };
}

/** What one author has changed and nobody has committed yet. */
interface Pending {
	by: string;
	taskId: string | undefined;
	timeMs: number;
	changes: Map<string, string | undefined>;
}

class CommitPlan {
	#commits: Commit[] = [];
	/** The texts after the commits so far. */
	#tree = new Map<string, string>();
	#tasks = new Map<string, PlannedTask>();
	/** By task, or by author where there is no task. */
	#pending = new Map<string, Pending>();

	constructor(private readonly textOf: (sha256: string) => string | undefined) {}

	take(event: RunEvent): void {
		switch (event.topic) {
			case 'plan.patched':
				for (const task of event.payload.tasks) this.#tasks.set(task.id, task);
				return;
			case 'artifact.published': {
				const { path, name } = event.payload;
				const text = this.textOf(event.artifactRefs[0]?.sha256 ?? '');
				if (path && text !== undefined) this.#change(event, path, text);
				if (name === 'frame') this.#commit(event.from, event.time, { subject: 'Add the frame of the app' });
				return;
			}
			case 'artifact.superseded':
				if (event.payload.path && event.payload.deleted) this.#change(event, event.payload.path, undefined);
				return;
			case 'task.result':
				return this.#commit(event.taskId, event.time, { body: event.payload.summary });
			case 'task.failed':
				if (!event.payload.willRetry) this.#commit(event.taskId, event.time, { body: event.payload.error.message });
				return;
			case 'task.skipped':
				return this.#commit(event.taskId, event.time, { body: event.payload.reason });
		}
	}
	end(timeMs: number): Commit[] {
		for (const key of [...this.#pending.keys()]) this.#commit(key, timeMs);
		return this.#commits;
	}

	#change(event: RunEvent, path: string, text: string | undefined): void {
		const key = event.taskId ?? event.from;
		// Each file's versions are committed in their order, whoever wrote them.
		for (const [other, { changes }] of this.#pending) if (other !== key && changes.has(path)) this.#commit(other, event.time);
		// A person's saves of one file are one edit; the next file is another.
		if (key === 'user' && this.#pending.get(key)?.changes.has(path) === false) this.#commit(key, event.time);
		let pending = this.#pending.get(key);
		if (!pending) {
			pending = { by: event.from, taskId: event.taskId, timeMs: event.time, changes: new Map() };
			this.#pending.set(key, pending);
		}
		pending.by = event.from;
		pending.timeMs = event.time;
		pending.changes.set(path, text);
	}

	/** Commits what is pending under `key`, and first what waits for no task's end, so that times only rise. */
	#commit(key: string | undefined, timeMs: number, words: { subject?: string; body?: string } = {}): void {
		const pending = key === undefined ? undefined : this.#pending.get(key);
		if (!key || !pending) return;
		const loose = [...this.#pending].filter(([other, { taskId }]) => other !== key && !taskId);
		for (const [other, otherPending] of loose.sort(([, a], [, b]) => a.timeMs - b.timeMs))
			this.#write(other, otherPending, otherPending.timeMs);
		this.#write(key, pending, pending.taskId ? timeMs : pending.timeMs, words);
	}
	#write(key: string, pending: Pending, timeMs: number, words: { subject?: string; body?: string } = {}): void {
		this.#pending.delete(key);
		const changes = new Map([...pending.changes].filter(([path, text]) => this.#tree.get(path) !== text));
		if (changes.size === 0) return;
		const task = this.#tasks.get(pending.taskId ?? '');
		const isNew = (path: string) => !this.#tree.has(path);
		const subject = words.subject ?? task?.title ?? subjectOf(changes, isNew, pending.by === 'user' ? ' by hand' : '');
		const trailers = [
			...(task?.criteria ?? []).map((id) => `Requirement: ${id}`),
			...(pending.taskId ? [`Task: ${pending.taskId}`] : [])
		];
		for (const [path, text] of changes) {
			if (text === undefined) this.#tree.delete(path);
			else this.#tree.set(path, text);
		}
		this.#commits.push({ by: pending.by, timeMs, message: compose(subject, words.body ?? '', trailers), changes });
	}
}

function subjectOf(changes: ReadonlyMap<string, unknown>, isNew: (path: string) => boolean, how = ''): string {
	const paths = [...changes.keys()];
	const verb = paths.every(isNew) ? 'Add' : [...changes.values()].every((content) => content === undefined) ? 'Remove' : 'Update';
	return `${verb} ${paths.length === 1 ? paths[0] : `${paths.length} files`}${how}`;
}

/** A message whose trailers are its last paragraph; what models wrote stays within its own line. */
function compose(subject: string, body: string, trailers: readonly string[] = []): string {
	const head = oneLine(subject);
	const short = head.length > SUBJECT_CHARS ? `${head.slice(0, SUBJECT_CHARS - 1)}…` : head;
	const text = oneLine(body);
	const paragraphs = [short, text === head ? '' : text, trailers.map(oneLine).join('\n')];
	return paragraphs.filter(Boolean).join('\n\n') + '\n';
}

const oneLine = (text: string): string => text.replace(/[\s\0]+/g, ' ').trim();
