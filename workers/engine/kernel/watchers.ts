import type { FileSystem } from '../fs/file-system';

export type WatchEvent = 'rename' | 'change';

interface Watcher {
	/** Who watches: a process record or a client's subscription. */
	owner: object;
	id: number;
	inode: number;
	isRecursive: boolean;
	/** `name`: relative to the watched directory, or the file's own name. */
	deliver: (event: WatchEvent, name: string) => void;
}

/** A change as a file system instance reports it: either the inode that changed or the directory and name. */
export interface FileChange {
	event: WatchEvent;
	inode: number;
	directory: number;
	name: string;
}

const ROOT_INODE = 1;
const MAX_DEPTH = 100;

/** `fs.watch` for processes and the client: whoever changes a file reports it, the kernel tells the watchers. */
export class WatcherTable {
	#watchers: Watcher[] = [];

	constructor(private readonly fs: FileSystem) {}

	add(watcher: Watcher): void {
		this.fs.countWatches(1);
		this.addCounted(watcher);
	}

	/** Of a process, which has counted it: changes are reported from the moment it asked, not from when the kernel hears of it. */
	addCounted(watcher: Watcher): void {
		this.#watchers.push(watcher);
	}

	remove(owner: object, id?: number): void {
		const before = this.#watchers.length;
		this.#watchers = this.#watchers.filter((watcher) => watcher.owner !== owner || (id !== undefined && watcher.id !== id));
		this.fs.countWatches(this.#watchers.length - before);
	}

	report(change: FileChange): void {
		if (this.#watchers.length === 0) return;
		let { directory, name } = change;
		if (change.inode) {
			const path = this.#parentAndName(change.inode);
			if (!path) return;
			[directory, name] = path;
			for (const watcher of this.#watchers)
				if (watcher.inode === change.inode && !this.fs.isDir(change.inode)) watcher.deliver(change.event, name);
		}
		this.#reportUpwards(change.event, directory, name);
	}

	#reportUpwards(event: WatchEvent, directory: number, name: string): void {
		let relative = name;
		let current = directory;
		for (let depth = 0; depth < MAX_DEPTH; depth++) {
			for (const watcher of this.#watchers)
				if (watcher.inode === current && (depth === 0 || watcher.isRecursive)) watcher.deliver(event, relative);
			if (current === ROOT_INODE) return;
			const path = this.fs.dirPath(current);
			if (!path) return;
			const cut = path.lastIndexOf('/');
			relative = `${path.slice(cut + 1)}/${relative}`;
			current = this.fs.walk(path.slice(0, cut) || '/');
			if (current < 0) return;
		}
	}

	#parentAndName(inode: number): [number, string] | null {
		const path = this.fs.dirPath(inode);
		if (!path) return null;
		const cut = path.lastIndexOf('/');
		const directory = this.fs.walk(path.slice(0, cut) || '/');
		return directory < 0 ? null : [directory, path.slice(cut + 1)];
	}
}
