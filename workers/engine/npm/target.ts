/** Where an install writes. Paths are absolute and POSIX; parents of a written file are made. Any method may be synchronous. */
export interface InstallTarget {
	writeFile(path: string, bytes: Uint8Array, mode: number): void | Promise<void>;
	symlink(target: string, path: string): void | Promise<void>;
	mkdirp(path: string): void | Promise<void>;
	/** null where there is no such file. */
	readFile(path: string): Uint8Array | null | Promise<Uint8Array | null>;
	/** Removes a file, link or whole folder; nothing happens where there is none. */
	remove(path: string): void | Promise<void>;
	exists(path: string): boolean | Promise<boolean>;
	/** Names of the folders in a folder; none where there is no such folder. */
	folders(path: string): string[] | Promise<string[]>;
}

/** null where the file is not there. */
export async function readText(target: InstallTarget, path: string): Promise<string | null> {
	const bytes = await target.readFile(path);
	return bytes === null ? null : new TextDecoder().decode(bytes);
}
