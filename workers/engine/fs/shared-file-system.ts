import { Allocator } from './allocator';
import { Changes, type ChangeListener } from './changes';
import { Dentries } from './dentries';
import { Directories } from './directories';
import { EINVAL, EIO, EISDIR, O_CREAT, O_WRONLY, S_IFDIR, S_IFLNK, S_IFMT } from './errno';
import { Extents } from './extents';
import { FileData } from './file-data';
import type { FileSystem, FsckReport, RecoveryReport, Stat, Usage } from './file-system';
import { FileSystemCheck } from './fsck';
import { Heap, inodeWordOf } from './heap';
import { Inodes } from './inodes';
import { InodeSlots } from './inode-slots';
import { Journal } from './journal';
import { INODE, INODE_COUNT, ROOT_INODE, TIME, type TimeIndex } from './layout/inode';
import { BLOCK_BYTES, FIRST_HEAP_BYTES, MAX_HEAP_BYTES, MB, REGION } from './layout/regions';
import { TEMPORARY_DESCRIPTOR } from './layout/slot';
import { SUPERBLOCK, SUPERBLOCK_MAGIC } from './layout/superblock';
import { Locks } from './locks';
import { Names } from './names';
import { OpenFiles } from './open-files';
import { PathWalk, publicErrno } from './path-walk';
import { recover } from './recovery';

const READ_ATTEMPTS = 100;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The file system in the shared heap: the same class in the kernel and in every process. Reads take no lock and no message;
 * writes are done by the caller under locks with an undo journal. It only composes: each idea is a part of its own.
 */
export class SharedFileSystem implements FileSystem {
	readonly pid: number;
	readonly #heap: Heap;
	readonly #locks: Locks;
	readonly #journal: Journal;
	readonly #extents: Extents;
	readonly #inodes: Inodes;
	readonly #data: FileData;
	readonly #path: PathWalk;
	readonly #names: Names;
	readonly #open: OpenFiles;
	readonly #directories: Directories;
	readonly #changes: Changes;

	/** `slot`: the process's in the heap. */
	constructor(buffer: SharedArrayBuffer, pid: number, slot = 0) {
		this.pid = pid;
		const heap = (this.#heap = new Heap(buffer));
		const locks = (this.#locks = new Locks(heap, pid, slot));
		const journal = (this.#journal = new Journal(heap, locks));
		const changes = (this.#changes = new Changes(heap));
		const allocator = new Allocator(heap, journal);
		const slots = new InodeSlots(heap, journal);
		const extents = (this.#extents = new Extents({ heap, journal, allocator, slots }));
		const inodes = (this.#inodes = new Inodes({ heap, journal, slots, extents }));
		const data = (this.#data = new FileData({ heap, locks, journal, extents, inodes, changes }));
		const dentries = new Dentries(heap, journal, inodes);
		const path = (this.#path = new PathWalk({ inodes, dentries, data }));
		const names = (this.#names = new Names({ journal, inodes, dentries, data, path, changes }));
		this.#open = new OpenFiles({ heap, journal, inodes, data, path, names }, slot);
		this.#directories = new Directories(journal, inodes, dentries);
	}

	/** A new heap with an empty root directory. `maxMegabytes` bounds the data; by default as much as the layout allows. */
	static format(maxMegabytes?: number): SharedFileSystem {
		const mostBytes = maxMegabytes === undefined ? MAX_HEAP_BYTES : Math.min(MAX_HEAP_BYTES, REGION.BLOCKS + maxMegabytes * MB);
		const buffer = new SharedArrayBuffer(Math.min(FIRST_HEAP_BYTES, mostBytes), { maxByteLength: mostBytes });
		const fs = new SharedFileSystem(buffer, 1);
		fs.#format();
		return fs;
	}

	/** The shared memory itself, for other instances and for what else lies in it. */
	get heap(): SharedArrayBuffer {
		return this.#heap.buffer;
	}

	/** How often a lock-free read was repeated, and a lock was not free. */
	get counters(): Readonly<Heap['counters']> {
		return this.#heap.counters;
	}

	get umask(): number {
		return this.#names.umask;
	}

	set umask(bits: number) {
		this.#names.umask = bits;
	}

	get onchange(): ChangeListener | undefined {
		return this.#changes.listener;
	}

	set onchange(listener: ChangeListener | undefined) {
		this.#changes.listener = listener;
	}

	get lastEnd(): number {
		return this.#data.lastEnd;
	}

	walk(path: string, isFollowing = true): number {
		return this.#names.walk(path, isFollowing);
	}

	dirPath(inode: number): string | null {
		return this.#directories.pathOf(inode);
	}

	parentOf(inode: number): number {
		return this.#inodes.parent(inode);
	}

	nameOf(directory: number, inode: number): string | null {
		return this.#directories.nameOf(directory, inode);
	}

	stat(inode: number): Stat {
		const inodes = this.#inodes;
		return {
			ino: inode,
			mode: inodes.mode(inode),
			nlink: inodes.links(inode),
			size: inodes.isDir(inode) ? 4096 : inodes.size(inode),
			mtimeMs: inodes.time(inode, TIME.MODIFIED),
			ctimeMs: inodes.time(inode, TIME.CHANGED),
			atimeMs: inodes.time(inode, TIME.ACCESSED),
			birthtimeMs: inodes.time(inode, TIME.BORN)
		};
	}

	mode(inode: number): number {
		return this.#inodes.mode(inode);
	}

	size(inode: number): number {
		return this.#inodes.size(inode);
	}

	isDir(inode: number): boolean {
		return this.#inodes.isDir(inode);
	}

	time(inode: number, index: TimeIndex): number {
		return this.#inodes.time(inode, index);
	}

	setTime(inode: number, index: TimeIndex, timeMs: number): void {
		this.#inodes.setTime(inode, index, timeMs);
	}

	chmod(inode: number, mode: number): void {
		this.#inodes.setPermissions(inode, mode);
	}

	readFile(path: string): Uint8Array<ArrayBuffer> | number {
		const { words, counters } = this.#heap;
		for (let attempt = 0; attempt < READ_ATTEMPTS; attempt++) {
			let sequence = 0;
			let size = 0;
			const inode = this.#journal.consistent(() => {
				const found = this.#path.to(path, true);
				if (found < 0) return publicErrno(found);
				if (this.#inodes.isDir(found)) return EISDIR;
				sequence = Atomics.load(words, inodeWordOf(found) + INODE.SEQUENCE);
				size = this.#inodes.size(found);
				return found;
			});
			if (inode < 0) return inode;
			if (attempt > READ_ATTEMPTS / 2) return this.#readLocked(inode);
			if ((sequence & 1) === 0) {
				const out = new Uint8Array(size);
				this.#data.copyOut(inode, out, 0, 0, size);
				if (Atomics.load(words, inodeWordOf(inode) + INODE.SEQUENCE) === sequence) return out;
			}
			counters.retries++;
		}
		return EIO;
	}

	writeFile(path: string, bytes: Uint8Array, mode = 0o666): number {
		const inode = this.open(path, O_CREAT | O_WRONLY, mode, TEMPORARY_DESCRIPTOR);
		if (inode < 0) return inode;
		const written = this.#data.replaceContent(inode, bytes);
		this.close(inode, TEMPORARY_DESCRIPTOR);
		return written;
	}

	pread(inode: number, out: Uint8Array, offset: number, length: number, position: number): number {
		return this.#data.read(inode, out, offset, length, position);
	}

	pwrite(inode: number, bytes: Uint8Array, position: number, isAppend = false): number {
		return this.#data.write(inode, bytes, position, isAppend);
	}

	replaceContent(inode: number, bytes: Uint8Array): number {
		return this.#data.replaceContent(inode, bytes);
	}

	truncate(inode: number, length: number): number {
		return this.#data.truncate(inode, length);
	}

	open(path: string, flags: number, mode: number, descriptor: number): number {
		return this.#open.open(path, flags, mode, descriptor);
	}

	addReference(inode: number, slot: number, descriptor: number): void {
		this.#open.addReference(inode, slot, descriptor);
	}

	close(inode: number, descriptor: number): void {
		this.#open.close(inode, descriptor);
	}

	create(path: string, mode: number, isExclusive: boolean): number {
		return this.#names.create(path, mode, isExclusive);
	}

	mkdir(path: string, mode = 0o777): number {
		return this.#names.mkdir(path, mode);
	}

	mkdirp(path: string, mode = 0o777): [number, string?] {
		return this.#names.mkdirp(path, mode);
	}

	rmdir(path: string): number {
		return this.#names.rmdir(path);
	}

	unlink(path: string): number {
		return this.#names.unlink(path);
	}

	link(existing: string, path: string): number {
		return this.#names.link(existing, path);
	}

	symlink(target: string, path: string): number {
		return this.#names.symlink(target, path);
	}

	readlink(inode: number): string | number {
		if ((this.#inodes.mode(inode) & S_IFMT) !== S_IFLNK) return EINVAL;
		return decoder.decode(this.#data.contentOf(inode));
	}

	rename(from: string, to: string): number {
		return this.#names.rename(from, to);
	}

	readdir(inode: number): (string | number)[] | number {
		return this.#directories.list(inode);
	}

	countWatches(more: number): void {
		this.#changes.count(more);
	}

	usage(): Usage {
		const heap = this.#heap;
		const blocks = Math.floor((heap.buffer.maxByteLength - REGION.BLOCKS) / BLOCK_BYTES);
		return {
			blockBytes: BLOCK_BYTES,
			blocks,
			freeBlocks: blocks - (heap.load(SUPERBLOCK.BLOCKS) - heap.load(SUPERBLOCK.FREE_BLOCKS)),
			inodes: INODE_COUNT,
			freeInodes: INODE_COUNT - heap.load(SUPERBLOCK.INODES)
		};
	}

	recover(pid: number, slot: number): RecoveryReport {
		return recover({ heap: this.#heap, locks: this.#locks, journal: this.#journal, open: this.#open }, pid, slot);
	}

	fsck(): FsckReport {
		return new FileSystemCheck(this.#heap, this.#inodes, this.#extents).run();
	}

	#format(): void {
		const { words, buffer } = this.#heap;
		const blocks = (buffer.byteLength - REGION.BLOCKS) / BLOCK_BYTES;
		words[SUPERBLOCK.MAGIC] = SUPERBLOCK_MAGIC;
		words[SUPERBLOCK.INODE_HIGH] = ROOT_INODE;
		words[SUPERBLOCK.DENTRY_HIGH] = 1; // Entry 0 means none.
		words[SUPERBLOCK.BLOCKS] = blocks;
		words[SUPERBLOCK.FREE_BLOCKS] = blocks;
		this.#journal.mutate(() => {
			const root = this.#inodes.create(S_IFDIR | 0o755);
			this.#journal.store(inodeWordOf(root) + INODE.PARENT, root);
			this.#journal.store(inodeWordOf(root) + INODE.LINKS, 2);
			return root;
		});
	}

	#readLocked(inode: number): Uint8Array<ArrayBuffer> {
		this.#locks.lockInode(inode);
		try {
			return this.#data.contentOf(inode);
		} finally {
			this.#locks.unlockInode(inode);
		}
	}
}
