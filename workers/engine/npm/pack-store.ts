/** Keeps uncompressed package tars by integrity, so that a second install needs no network. */
import { nextTurn } from './next-turn';

export interface TarStore {
	has(integrity: string): boolean;
	get(integrity: string): Uint8Array | null;
	/** Costs nothing: until the next flush the tar stays in memory. */
	put(integrity: string, tar: Uint8Array): void;
	/** Writes what was put, a piece per turn; it then survives a crash. @throws where the disk is full: what is left is forgotten */
	flush(): Promise<void>;
}

/** Lives as long as the worker: where OPFS is missing or another tab holds the pack. */
export class MemoryTarStore implements TarStore {
	#tars = new Map<string, Uint8Array>();
	has(integrity: string): boolean {
		return this.#tars.has(integrity);
	}
	get(integrity: string): Uint8Array | null {
		return this.#tars.get(integrity) ?? null;
	}
	put(integrity: string, tar: Uint8Array): void {
		this.#tars.set(integrity, tar);
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
 * One file of tars and one append-only index, a JSON line `[integrity, offset, size]` each. A line is written after its tar has been
 * flushed; a torn last line, or one beyond the pack's end, is dropped when the pack is opened.
 */
export class PackTarStore implements TarStore {
	#index = new Map<string, { offset: number; size: number }>();
	#unwritten = new Map<string, Uint8Array>();
	#flushing: Promise<void> | null = null;
	#packEnd: number;
	#indexEnd: number;

	constructor(
		readonly pack: PackFile,
		readonly index: PackFile
	) {
		this.#packEnd = pack.getSize();
		this.#indexEnd = this.#load();
		index.truncate(this.#indexEnd);
	}

	has(integrity: string): boolean {
		return this.#index.has(integrity) || this.#unwritten.has(integrity);
	}

	get(integrity: string): Uint8Array | null {
		const unwritten = this.#unwritten.get(integrity);
		if (unwritten) return unwritten;
		const entry = this.#index.get(integrity);
		if (!entry) return null;
		const tar = new Uint8Array(entry.size);
		return this.pack.read(tar, { at: entry.offset }) === entry.size ? tar : null;
	}

	put(integrity: string, tar: Uint8Array): void {
		if (!this.has(integrity)) this.#unwritten.set(integrity, tar);
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
		for (const [integrity, tar] of this.#unwritten) {
			await nextTurn();
			const entry = { offset: this.#packEnd, size: tar.length };
			this.pack.write(tar as Uint8Array<ArrayBuffer>, { at: entry.offset });
			this.#packEnd += tar.length;
			this.#index.set(integrity, entry);
			this.#unwritten.delete(integrity);
			lines.push(JSON.stringify([integrity, entry.offset, entry.size]) + '\n');
		}
		if (lines.length === 0) return;
		this.pack.flush();
		const bytes = new TextEncoder().encode(lines.join(''));
		this.index.write(bytes, { at: this.#indexEnd });
		this.index.flush();
		this.#indexEnd += bytes.length;
	}

	/** @returns where the last whole line ends */
	#load(): number {
		const bytes = new Uint8Array(this.index.getSize());
		this.index.read(bytes, { at: 0 });
		const end = bytes.lastIndexOf(10) + 1;
		for (const line of new TextDecoder().decode(bytes.subarray(0, end)).split('\n')) {
			if (!line) continue;
			const [integrity, offset, size] = JSON.parse(line) as [string, number, number];
			if (offset + size <= this.#packEnd) this.#index.set(integrity, { offset, size });
		}
		return end;
	}
}

/** Workers only, so the page's DOM types lack it. */
interface SyncAccess {
	createSyncAccessHandle(): Promise<PackFile>;
}

/** The pack in OPFS, or memory where OPFS is missing or locked by another tab. */
export async function openTarStore(name = 'packages'): Promise<TarStore> {
	const opened: PackFile[] = [];
	try {
		const root = await navigator.storage.getDirectory();
		const folder = await root.getDirectoryHandle('npm', { create: true });
		for (const extension of ['pack', 'idx']) {
			const file = await folder.getFileHandle(`${name}.${extension}`, { create: true });
			opened.push(await (file as unknown as SyncAccess).createSyncAccessHandle());
		}
		const [pack, index] = opened;
		if (pack && index) return new PackTarStore(pack, index);
	} catch {
		// No OPFS, or another tab holds the pack: this session then downloads by itself.
		for (const file of opened) file.close();
	}
	return new MemoryTarStore();
}
