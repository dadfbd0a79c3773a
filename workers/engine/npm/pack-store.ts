/** Keeps uncompressed package tars by integrity, so that a second install needs no network. */
export interface TarStore {
	get(integrity: string): Uint8Array | null;
	put(integrity: string, tar: Uint8Array): void;
	/** Makes what was put survive a crash. */
	flush(): void;
	close(): void;
}

/** Lives as long as the worker: where OPFS is missing or another tab holds the pack. */
export class MemoryTarStore implements TarStore {
	#tars = new Map<string, Uint8Array>();
	get(integrity: string): Uint8Array | null {
		return this.#tars.get(integrity) ?? null;
	}
	put(integrity: string, tar: Uint8Array): void {
		this.#tars.set(integrity, tar);
	}
	flush(): void {}
	close(): void {}
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
	#unflushed: string[] = [];
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

	get(integrity: string): Uint8Array | null {
		const entry = this.#index.get(integrity);
		if (!entry) return null;
		const tar = new Uint8Array(entry.size);
		return this.pack.read(tar, { at: entry.offset }) === entry.size ? tar : null;
	}

	put(integrity: string, tar: Uint8Array): void {
		if (this.#index.has(integrity)) return;
		const entry = { offset: this.#packEnd, size: tar.length };
		this.pack.write(tar as Uint8Array<ArrayBuffer>, { at: entry.offset });
		this.#packEnd += tar.length;
		this.#index.set(integrity, entry);
		this.#unflushed.push(JSON.stringify([integrity, entry.offset, entry.size]) + '\n');
	}

	flush(): void {
		if (this.#unflushed.length === 0) return;
		this.pack.flush();
		const lines = new TextEncoder().encode(this.#unflushed.join(''));
		this.index.write(lines, { at: this.#indexEnd });
		this.index.flush();
		this.#indexEnd += lines.length;
		this.#unflushed = [];
	}

	close(): void {
		this.flush();
		this.pack.close();
		this.index.close();
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
