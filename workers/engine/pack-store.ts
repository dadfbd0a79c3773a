/** Bytes by key that outlive the session: packages by integrity, transformed modules by the hash of their source. */
import { nextTurn } from './next-turn';

export interface ByteStore {
	has(key: string): boolean;
	keys(): Iterable<string>;
	get(key: string): Uint8Array | null;
	/** Costs nothing: until the next flush the bytes stay in memory. */
	put(key: string, bytes: Uint8Array): void;
	/** Writes what was put, a piece per turn; it then survives a crash. @throws where the disk is full: what is left is forgotten */
	flush(): Promise<void>;
}

/** Lives as long as the worker: where OPFS is missing or another tab holds the pack. Takes no more than `maxBytes`. */
export class MemoryStore implements ByteStore {
	readonly #entries = new Map<string, Uint8Array>();
	#room: number;

	constructor(maxBytes = Infinity) {
		this.#room = maxBytes;
	}

	has(key: string): boolean {
		return this.#entries.has(key);
	}

	keys(): Iterable<string> {
		return this.#entries.keys();
	}

	get(key: string): Uint8Array | null {
		return this.#entries.get(key) ?? null;
	}

	put(key: string, bytes: Uint8Array): void {
		if (this.has(key) || bytes.length > this.#room) return;
		this.#room -= bytes.length;
		this.#entries.set(key, bytes);
	}

	async flush(): Promise<void> {}
}

/** The part of FileSystemSyncAccessHandle that a pack needs; a test may give one in memory. */
export interface PackFile {
	read(buffer: Uint8Array<ArrayBuffer>, options: { at: number }): number;
	write(buffer: Uint8Array<ArrayBuffer>, options: { at: number }): number;
	truncate(size: number): void;
	getSize(): number;
	flush(): void;
	close(): void;
}

/**
 * One file of entries and one append-only index, a JSON line `[key, offset, size]` each. A line is written after its entry has been
 * flushed; a torn last line, one beyond the pack's end, and bytes that no line names are dropped when the pack is opened.
 * A pack that would grow over `maxBytes` starts anew with what this session used.
 */
export class PackStore implements ByteStore {
	#index = new Map<string, { offset: number; size: number }>();
	#unwritten = new Map<string, Uint8Array>();
	readonly #used = new Set<string>();
	#flushing: Promise<void> | null = null;
	#packEnd = 0;
	#indexEnd: number;

	constructor(
		readonly pack: PackFile,
		readonly index: PackFile,
		readonly maxBytes = Infinity
	) {
		try {
			this.#indexEnd = this.#load();
		} catch {
			// No index of ours: nothing that it names can be trusted.
			this.#index.clear();
			this.#indexEnd = this.#packEnd = 0;
		}
		index.truncate(this.#indexEnd);
		pack.truncate(this.#packEnd);
	}

	has(key: string): boolean {
		return this.#index.has(key) || this.#unwritten.has(key);
	}

	keys(): Iterable<string> {
		return [...this.#index.keys(), ...this.#unwritten.keys()];
	}

	get(key: string): Uint8Array | null {
		const unwritten = this.#unwritten.get(key);
		if (unwritten) return unwritten;
		const entry = this.#index.get(key);
		if (!entry) return null;
		this.#used.add(key);
		const bytes = new Uint8Array(entry.size);
		return this.pack.read(bytes, { at: entry.offset }) === entry.size ? bytes : null;
	}

	put(key: string, bytes: Uint8Array): void {
		if (!this.has(key)) this.#unwritten.set(key, bytes);
	}

	flush(): Promise<void> {
		this.#flushing ??= this.#write().finally(() => {
			this.#flushing = null;
			this.#unwritten.clear();
		});
		return this.#flushing;
	}

	async #write(): Promise<void> {
		const lines: string[] = [];
		let pending = 0;
		for (const bytes of this.#unwritten.values()) pending += bytes.length;
		if (this.#packEnd + pending > this.maxBytes) this.#startAnew(this.maxBytes - pending);
		for (const [key, bytes] of this.#unwritten) {
			await nextTurn();
			this.#unwritten.delete(key);
			if (this.#packEnd + bytes.length > this.maxBytes) continue;
			const entry = { offset: this.#packEnd, size: bytes.length };
			this.pack.write(bytes as Uint8Array<ArrayBuffer>, { at: entry.offset });
			this.#packEnd += bytes.length;
			this.#index.set(key, entry);
			this.#used.add(key);
			lines.push(JSON.stringify([key, entry.offset, entry.size]) + '\n');
		}
		if (lines.length === 0) return;
		this.pack.flush();
		const text = new TextEncoder().encode(lines.join(''));
		this.index.write(text, { at: this.#indexEnd });
		this.index.flush();
		this.#indexEnd += text.length;
	}

	/** Empties both files; of what this session used, as much as there is room for waits to be written again. */
	#startAnew(room: number): void {
		for (const key of this.#used) {
			const bytes = this.get(key);
			if (!bytes || bytes.length > room) continue;
			room -= bytes.length;
			this.#unwritten.set(key, bytes);
		}
		this.#used.clear();
		this.#index.clear();
		// The index first: were it to name bytes of the old pack after a crash, it would give out others.
		this.index.truncate(0);
		this.index.flush();
		this.pack.truncate(0);
		this.#indexEnd = this.#packEnd = 0;
	}

	/** @returns where the last whole line ends */
	#load(): number {
		const bytes = new Uint8Array(this.index.getSize());
		this.index.read(bytes, { at: 0 });
		const packSize = this.pack.getSize();
		const end = bytes.lastIndexOf(10) + 1;
		let hasLost = false;
		for (const line of new TextDecoder().decode(bytes.subarray(0, end)).split('\n')) {
			if (!line) continue;
			const [key, offset, size] = JSON.parse(line) as [string, number, number];
			hasLost ||= offset + size > packSize;
			if (offset + size > packSize) continue;
			this.#index.set(key, { offset, size });
			this.#packEnd = Math.max(this.#packEnd, offset + size);
		}
		// A line whose bytes are lost would come to name those that are written there next.
		return hasLost ? this.#rewriteIndex() : end;
	}

	#rewriteIndex(): number {
		const lines = [...this.#index].map(([key, { offset, size }]) => JSON.stringify([key, offset, size]) + '\n');
		const text = new TextEncoder().encode(lines.join(''));
		this.index.truncate(0);
		this.index.write(text, { at: 0 });
		this.index.flush();
		return text.length;
	}
}

/** Workers only, so the page's DOM types lack it. */
interface SyncAccess {
	createSyncAccessHandle(): Promise<PackFile>;
}

/** The pack of that name in a folder of OPFS, or memory where OPFS is missing or the pack is locked by another tab. */
export async function openPackStore(folderName: string, name: string, maxBytes?: number): Promise<ByteStore> {
	const opened: PackFile[] = [];
	try {
		const root = await navigator.storage.getDirectory();
		const folder = await root.getDirectoryHandle(folderName, { create: true });
		for (const extension of ['pack', 'idx']) {
			const file = await folder.getFileHandle(`${name}.${extension}`, { create: true });
			opened.push(await (file as unknown as SyncAccess).createSyncAccessHandle());
		}
		const [pack, index] = opened;
		if (pack && index) return new PackStore(pack, index, maxBytes);
	} catch {
		// No OPFS, or another tab holds the pack: what this session makes is then made again by the next.
		for (const file of opened) file.close();
	}
	return new MemoryStore(maxBytes);
}
