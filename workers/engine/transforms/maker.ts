import { S_IFMT, S_IFREG } from '../fs/errno';
import type { FileSystem } from '../fs/file-system';
import { sha256Hex } from '../modules/sha256';
import { saveTransform, MIN_KEPT_LENGTH, transformFile, transformSource } from '../modules/transform-files';
import { TRANSFORM_KINDS, type TransformKind } from '../protocol';
import type { ByteStore } from '../pack-store';
import { importedPaths } from './import-paths';
import type { TransformAsk } from './protocol';

/** Larger modules are left to who needs them: others would wait too long behind them. */
const MAX_SOURCE_BYTES = 8 << 20;
/** Imports that wait to be followed, at most. */
const MAX_QUEUE = 4000;
const LINE_END = 10;
/** Keys of the store that only say where a module lay: below node_modules. Nothing is taken from them but that it may lie there again. */
const PLACE = '@';
const MAX_PLACES = 4000;
const NOTHING = new Uint8Array();
const MODULES_FOLDER = '/node_modules/';

const encoder = new TextEncoder();
/** A text that differs from what the hash was taken of must not pass for it. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

interface Source {
	bytes: Uint8Array;
	key: string;
}

/** What a module imports, by specifier, and the text for the processes: empty for a short module. */
interface Entry {
	imports: string[];
	text: Uint8Array;
}

/**
 * Transforms modules of packages, each source once and for all sessions. What it stores it has made itself, from a source whose SHA-256
 * it has taken itself: nothing that a process wrote or claimed is ever stored.
 *
 * An entry of the store is one line of JSON, its own key and the specifiers that the module imports, and then the text for the processes.
 */
export class TransformMaker {
	/** How many modules were transformed, and how many were found in the store. */
	readonly counts = { made: 0, found: 0 };
	readonly #queue: string[] = [];
	/** Paths where a module may lie that the store has. */
	readonly #expected: string[] = [];
	#places: number;
	/** Paths that were looked at, and the hash of what was there. */
	readonly #seen = new Map<string, string>();

	constructor(
		private readonly fs: FileSystem,
		private readonly store: ByteStore
	) {
		this.#places = [...store.keys()].filter((key) => key.startsWith(PLACE)).length;
	}

	/** The packages of a project have been installed: what the store has of them is put where the processes look, a file per `followNext`. */
	expect(projectFolder: string): void {
		for (const key of this.store.keys())
			if (key.startsWith(PLACE)) this.#expected.push(projectFolder + MODULES_FOLDER + key.slice(PLACE.length));
	}

	/** True once the module lies where the processes look for it. False where path or key do not fit, or it does not parse. */
	make({ kind, path, key }: Omit<TransformAsk, 'id' | 'type'>): boolean {
		try {
			const source = this.#read(path);
			return source?.key === key && this.#provide(kind, path, source);
		} catch {
			// A syntax error, or a file system that a process has spoiled: whoever asked sees for itself.
			return false;
		}
	}

	/** Looks at the next module that those before it import, or that is expected. @returns false when there is none */
	followNext(): boolean {
		const imported = this.#queue.shift();
		const path = imported ?? this.#expected.shift();
		if (path === undefined) return false;
		try {
			const source = this.#seen.has(path) ? null : this.#read(path);
			if (source && imported) this.#provide('m', path, source);
			else if (source)
				for (const kind of TRANSFORM_KINDS) if (this.store.has(kind + source.key)) this.#provide(kind, path, source);
		} catch {
			// Not a module: nobody has asked for it yet.
		}
		return true;
	}

	#read(path: string): Source | null {
		const { fs } = this;
		if (!path.startsWith('/') || !path.includes(MODULES_FOLDER)) return null;
		const inode = fs.walk(path);
		if (inode <= 0) return null;
		const { mode, size } = fs.stat(inode);
		if ((mode & S_IFMT) !== S_IFREG || size > MAX_SOURCE_BYTES) return null;
		const bytes = fs.readFile(path);
		return typeof bytes === 'number' ? null : { bytes, key: sha256Hex(bytes) };
	}

	#provide(kind: TransformKind, path: string, source: Source): boolean {
		const file = transformFile(kind, source.key);
		const { imports, text } = this.#entry(kind, source);
		// The processes make short ones themselves: of those only the imports are of use.
		if (text.length > 0 && this.fs.walk(file) < 0) saveTransform(this.fs, file, text);
		if (this.#seen.get(path) === source.key) return true;
		this.#seen.set(path, source.key);
		if (text.length > 0) this.#notePlace(path);
		const imported = importedPaths(path, imports);
		if (this.#queue.length + imported.length <= MAX_QUEUE) this.#queue.push(...imported);
		return true;
	}

	#notePlace(path: string): void {
		const key = PLACE + path.slice(path.indexOf(MODULES_FOLDER) + MODULES_FOLDER.length);
		if (this.store.has(key) || this.#places >= MAX_PLACES) return;
		this.#places++;
		this.store.put(key, NOTHING);
	}

	#entry(kind: TransformKind, { bytes, key }: Source): Entry {
		const name = kind + key;
		const stored = this.#stored(name);
		if (stored) return stored;
		const source = decoder.decode(bytes);
		const { text, imports } = transformSource(kind, source);
		if (source.length < MIN_KEPT_LENGTH) return { imports, text: NOTHING };
		this.counts.made++;
		const entry = encoder.encode(`${JSON.stringify([name, ...imports])}\n${text}`);
		this.store.put(name, entry);
		return { imports, text: entry.subarray(entry.indexOf(LINE_END) + 1) };
	}

	#stored(name: string): Entry | null {
		const entry = this.store.get(name);
		if (!entry) return null;
		const lineEnd = entry.indexOf(LINE_END);
		const [stored, ...imports] = JSON.parse(decoder.decode(entry.subarray(0, lineEnd))) as string[];
		// The store may come out of a crash of the machine: what does not name itself is no good.
		if (stored !== name) throw new Error(`The store has something else for ${name}.`);
		this.counts.found++;
		return { imports, text: entry.subarray(lineEnd + 1) };
	}
}
