import type { ContainerWrite, ObservableContainer } from '../../container/container';
import { hashOf, newerOf, type EngineChange } from '../../project/engine-changes';
import { excludedFolderOf, isExcludedFolder } from '../../project/excluded-folders';
import { asText, type FileContent } from '../../project/file-content';
import { codeOf } from '../../domain/app-error';

/** How long files must rest before they are looked at, in milliseconds: short, since the tab may close. */
const QUIET_MS = 100;
/** Files that never rest are not waited for longer, in milliseconds. */
const PATIENCE_MS = 1000;
/** A file that was kept rests this long before it is kept again, in milliseconds: a log that is written to all the time is not a version a moment. */
const REST_MS = 3000;

export interface ProgramFilesParts {
	/** Paths of all files that the project has. */
	listKept(): Promise<readonly string[]>;
	readKept(path: string): Promise<FileContent | undefined>;
	take(changes: EngineChange[]): Promise<void>;
	/** Runs work while no other change of the files is under way. */
	inOrder<T>(work: () => Promise<T>): Promise<T>;
	onError(error: unknown): void;
}

/**
 * Keeps with the project what programs do to its files: every change in the engine is heard of, and each changed file compared with
 * what the project has and with what was last written from this side. So a program's change is told from an agent's or the editor's,
 * also while they write, and never takes the place of a newer one.
 */
export class ProgramFiles {
	readonly #parts: ProgramFilesParts;
	#container: ObservableContainer | undefined;
	/** By path, the hash of what engine and project last agreed upon. */
	readonly #agreed = new Map<string, Promise<string | undefined>>();
	/** Counts the writes from this side, by path, begun and ended. */
	readonly #writes = new Map<string, { begun: number; ended: number }>();
	/** Changed, and not looked at yet; '.' is everything. */
	#changed = new Set<string>();
	readonly #keptAtMs = new Map<string, number>();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#waitingSinceMs: number | undefined;
	/** Paths that are looked at now. */
	readonly #compared = new Set<string>();
	/** Written from this side, which keeps them by itself, and not looked at since: what is heard of them is an echo. */
	readonly #written = new Set<string>();
	/** Everything is to be looked at because an engine has started: what that finds, its next start makes again. */
	#isStartUnseen = false;
	#unwatch: (() => void) | undefined;
	#isDisposed = false;

	constructor(parts: ProgramFilesParts) {
		this.#parts = parts;
	}

	/** Notes from now on what is written to a fresh engine from this side. */
	attach(container: ObservableContainer): void {
		this.#unwatch?.();
		this.#unwatch = undefined;
		this.#agreed.clear();
		this.#written.clear();
		this.#container = container;
		container.onWrite((write) => this.#note(write));
	}
	/** Hears from now on what programs do; with `isFromStart` also what they have done since the engine was fresh. */
	watch({ isFromStart = false } = {}): void {
		if (this.#isDisposed || !this.#container) return;
		if (!this.#unwatch) {
			this.#written.clear();
			this.#unwatch = this.#container.watch((path) => {
				if (path === '.') this.#isStartUnseen = false;
				this.#onChange(path);
			});
		}
		if (!isFromStart) return;
		this.#isStartUnseen = true;
		this.#onChange('.');
	}
	/** Whether some program's change is not kept yet. */
	get isBehind(): boolean {
		const isEcho = (path: string) =>
			path === '.' ? this.#isStartUnseen : [...this.#written].some((file) => isRelated(file, path));
		return [...this.#changed, ...this.#compared].some((path) => !isEcho(path));
	}
	/** Looks now at what would be looked at later. */
	async catchUp(): Promise<void> {
		for (const path of this.#changed) this.#keptAtMs.delete(path);
		await this.#look();
	}
	dispose(): void {
		this.#isDisposed = true;
		clearTimeout(this.#timer);
		this.#unwatch?.();
		this.#changed.clear();
	}

	#note({ path, content, done }: ContainerWrite): void {
		const count = this.#writes.get(path) ?? { begun: 0, ended: 0 };
		this.#writes.set(path, count);
		count.begun++;
		this.#written.add(path);
		const agree = () => {
			count.ended++;
			if (content !== undefined) return void this.#agreed.set(path, hashOf(content));
			for (const known of [...this.#agreed.keys()]) if (isWithin(known, path)) this.#agreed.delete(known);
		};
		// One that failed left what was there.
		const fail = () => {
			count.ended++;
			this.#written.delete(path);
		};
		done.then(agree, fail);
	}
	#onChange(path: string): void {
		if (this.#isDisposed || path.split('/').some(isExcludedFolder)) return;
		this.#changed.add(path);
		this.#wait(QUIET_MS);
	}
	#wait(quietMs: number): void {
		const now = performance.now();
		this.#waitingSinceMs ??= now;
		clearTimeout(this.#timer);
		const left = this.#waitingSinceMs + Math.max(PATIENCE_MS, quietMs) - now;
		this.#timer = setTimeout(() => void this.#look(), Math.max(0, Math.min(quietMs, left)));
	}

	async #look(): Promise<void> {
		clearTimeout(this.#timer);
		this.#waitingSinceMs = undefined;
		if (!this.#changed.size || this.#isDisposed) return;
		try {
			await this.#parts.inOrder(() => this.#compareRested());
		} catch (error) {
			if (!this.#isDisposed) this.#parts.onError(error);
		}
		if (this.#changed.size && !this.#isDisposed) this.#wait(REST_MS);
	}
	async #compareRested(): Promise<void> {
		const paths = this.#rested();
		for (const path of paths) this.#compared.add(path);
		try {
			await this.#compare(paths);
		} finally {
			for (const path of paths) this.#compared.delete(path);
			if (paths.includes('.')) this.#isStartUnseen = false;
		}
	}
	/** Takes out of the changed paths those that were not kept a moment ago. */
	#rested(): string[] {
		const since = performance.now() - REST_MS;
		const paths = [...this.#changed].filter((path) => (this.#keptAtMs.get(path) ?? -Infinity) <= since);
		for (const path of paths) this.#changed.delete(path);
		return paths;
	}

	async #compare(paths: readonly string[]): Promise<void> {
		const container = this.#container;
		if (!container || paths.length === 0) return;
		const before = new Map([...this.#writes].map(([path, { begun }]) => [path, begun]));
		const found = await filesAt(container, paths, await this.#parts.listKept());
		const changes: EngineChange[] = [];
		for (const [path, bytes] of found) {
			const change = await this.#changeOf(path, bytes, before.get(path));
			if (change) changes.push(change);
		}
		for (const file of this.#written)
			if (this.#isAtRest(file, before.get(file)) && paths.some((path) => isRelated(file, path))) this.#written.delete(file);
		if (changes.length === 0 || this.#isDisposed) return;
		await this.#parts.take(changes);
		for (const { path, content } of changes) {
			this.#agreed.set(path, hashOf(content));
			this.#keptAtMs.set(path, performance.now());
		}
	}
	async #changeOf(
		path: string,
		bytes: Uint8Array | undefined,
		begunBefore: number | undefined
	): Promise<EngineChange | undefined> {
		const kept = await this.#parts.readKept(path);
		const [engine, project, agreed] = await Promise.all([hashOf(bytes), hashOf(kept), this.#agreed.get(path)]);
		// It was being written from this side: what was read may be older. Its end is heard of.
		if (!this.#isAtRest(path, begunBefore)) return void this.#onChange(path);
		const newer = newerOf({ engine, project, agreed });
		if (newer === 'same') this.#agreed.set(path, Promise.resolve(engine));
		return newer === 'engine' ? { path, content: bytes && (asText(bytes) ?? bytes), replaces: kept } : undefined;
	}
	/** Whether this side is not writing there, and has not since so many writes were begun. */
	#isAtRest(path: string, begunBefore = 0): boolean {
		const { begun, ended } = this.#writes.get(path) ?? { begun: 0, ended: 0 };
		return begun === begunBefore && begun === ended;
	}
}

/** What the engine has at some paths and below, by path; undefined for what the project has there and the engine has not. */
async function filesAt(
	container: ObservableContainer,
	paths: readonly string[],
	kept: readonly string[]
): Promise<Map<string, Uint8Array | undefined>> {
	const found = new Map<string, Uint8Array | undefined>();
	for (const path of paths) {
		for (const [file, bytes] of await readAt(container, path)) found.set(file, bytes);
		for (const file of kept) if (isWithin(file, path) && !found.has(file) && !excludedFolderOf(file)) found.set(file, undefined);
	}
	return found;
}

/** A file, or all files of a folder; none when nothing is there. */
async function readAt(container: ObservableContainer, path: string): Promise<Iterable<readonly [string, Uint8Array]>> {
	try {
		return path === '.' ? await container.export('.') : [[path, await container.readBytes(path)]];
	} catch (error) {
		if (codeOf(error) === 'EISDIR') return (await isLink(container, path)) ? [] : container.export(path).catch(() => []);
		if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes(codeOf(error))) return [];
		throw error;
	}
}

/** A link to a folder is none: what it leads to has a path of its own. */
async function isLink(container: ObservableContainer, path: string): Promise<boolean> {
	const at = path.lastIndexOf('/');
	const entries = await container.readdir(at < 0 ? '.' : path.slice(0, at)).catch(() => []);
	return !entries.some(({ name, isDirectory }) => name === path.slice(at + 1) && isDirectory);
}

const isRelated = (one: string, other: string): boolean => isWithin(one, other) || isWithin(other, one);
const isWithin = (path: string, folder: string): boolean => folder === '.' || path === folder || path.startsWith(`${folder}/`);
