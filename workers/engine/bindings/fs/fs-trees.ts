import { ENOENT, S_IFLNK, S_IFMT } from '../../fs/errno';
import { TIME } from '../../fs/layout/inode';
import type { FileSystem } from '../../fs/file-system';
import type { Runtime } from '../../process/runtime';
import { realPath, type PathArgument, type PathArguments } from './fs-paths';

/** `fs.cpSync` options in the order of `cpSyncCopyDir`. */
interface CopyOptions {
	isForced: boolean;
	isDereferencing: boolean;
	failsOnExisting: boolean;
	keepsLinkText: boolean;
	keepsTimes: boolean;
}

/** Removes a file or a whole tree; 0 or a negative errno. What another process removes meanwhile is no failure. */
export function removeTree(fs: FileSystem, path: string): number {
	const inode = fs.walk(path, false);
	if (inode < 0) return inode;
	if (!fs.isDir(inode)) return fs.unlink(path);
	for (const name of namesOf(fs, inode)) {
		const result = removeTree(fs, `${path}/${name}`);
		if (result < 0 && result !== ENOENT) return result;
	}
	return fs.rmdir(path);
}

/** Names in a directory, sorted; empty when it is none. */
export function namesOf(fs: FileSystem, inode: number): string[] {
	const entries = fs.readdir(inode);
	if (typeof entries === 'number') return [];
	return entries.filter((entry): entry is string => typeof entry === 'string').sort();
}

/** Copies content and mode bits: 0 or a negative errno. */
export function copyContent(fs: FileSystem, from: string, to: string): number {
	const source = fs.walk(from);
	if (source < 0) return source;
	if (source === fs.walk(to)) return 0;
	const bytes = fs.readFile(from);
	if (typeof bytes === 'number') return bytes;
	const written = fs.writeFile(to, bytes, fs.mode(source) & 0o7777);
	return written < 0 ? written : 0;
}

/** What `fs.cpSync` checks before it copies, with Node's codes; creates the target's parents. */
export function checkCopyPaths(
	runtime: Runtime,
	paths: PathArguments,
	source: PathArgument,
	target: PathArgument,
	isDereferencing: boolean,
	isRecursive: boolean
): void {
	const { fs } = runtime;
	const [from, to] = [paths.text(source), paths.text(target)];
	const sourceInode = paths.find(source, 'cp', isDereferencing);
	const targetInode = fs.walk(paths.absolute(target), isDereferencing);
	const isDirectory = fs.isDir(sourceInode);
	if (targetInode === sourceInode)
		throw copyError('ERR_FS_CP_EINVAL', 'Invalid src or dest: cp returned EINVAL (src and dest cannot be the same)', to);
	if (targetInode > 0 && isDirectory && !fs.isDir(targetInode)) {
		throw copyError('ERR_FS_CP_DIR_TO_NON_DIR', `Cannot overwrite non-directory ${to} with directory ${from}`, to);
	}
	if (targetInode > 0 && !isDirectory && fs.isDir(targetInode)) {
		throw copyError('ERR_FS_CP_NON_DIR_TO_DIR', `Cannot overwrite directory ${to} with non-directory ${from}`, to);
	}
	if (isDirectory && !isRecursive)
		throw copyError('ERR_FS_EISDIR', `Recursive option not enabled, cannot copy a directory: ${from}`, from);
	const absolute = paths.absolute(target);
	const parent = absolute.slice(0, absolute.lastIndexOf('/')) || '/';
	const realSource = realPath(fs, paths.absolute(source));
	if (isDirectory && `${absolute}/`.startsWith(`${String(realSource)}/`)) {
		throw copyError('ERR_FS_CP_EINVAL', `Cannot copy ${from} to a subdirectory of self ${to}`, to);
	}
	paths.check(fs.mkdirp(parent)[0], 'cp', to);
}

/** `cpSyncCopyDir`: the whole tree below `from` into `to`. */
export function copyTree(runtime: Runtime, paths: PathArguments, from: string, to: string, options: CopyOptions): void {
	const { fs } = runtime;
	const source = paths.find(from, 'cp', true);
	paths.check(fs.mkdirp(to)[0], 'cp', to);
	for (const name of namesOf(fs, source)) copyEntry(runtime, paths, `${from}/${name}`, `${to}/${name}`, options);
}

function copyEntry(runtime: Runtime, paths: PathArguments, from: string, to: string, options: CopyOptions): void {
	const { fs } = runtime;
	const inode = paths.find(from, 'cp', options.isDereferencing);
	if (fs.isDir(inode)) return copyTree(runtime, paths, from, to, options);
	const isPresent = fs.walk(to, false) > 0;
	if (isPresent && !options.isForced) {
		if (options.failsOnExisting)
			throw copyError('ERR_FS_CP_EEXIST', `Target already exists: cp returned EEXIST (${to} already exists)`, to);
		return;
	}
	if ((fs.mode(inode) & S_IFMT) === S_IFLNK) {
		if (isPresent) paths.check(fs.unlink(to), 'cp', to);
		const target = paths.check<string | number>(fs.readlink(inode), 'readlink', from);
		paths.check(fs.symlink(linkText(from, String(target), options), to), 'symlink', to);
		return;
	}
	paths.check(copyContent(fs, from, to), 'cp', from, to);
	if (options.keepsTimes) copyTimes(fs, inode, fs.walk(to));
}

/** Copies access and modification time. */
export function copyTimes(fs: FileSystem, source: number, target: number): void {
	for (const index of [TIME.ACCESSED, TIME.MODIFIED]) fs.setTime(target, index, fs.time(source, index));
}

function linkText(from: string, target: string, options: CopyOptions): string {
	if (options.keepsLinkText || target.startsWith('/')) return target;
	const parts = from.split('/').slice(0, -1);
	for (const part of target.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '.' && part !== '') parts.push(part);
	}
	return parts.join('/') || '/';
}

function copyError(code: string, message: string, path: string): Error {
	return Object.assign(new Error(message), { code, path, syscall: 'cp' });
}
