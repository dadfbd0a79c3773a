import { EEXIST, EINVAL, ENOENT, ENOTDIR } from '../../fs/errno';
import { TIME } from '../../fs/layout/inode';
import type { BindingInstaller, Runtime } from '../../process/runtime';
import { accessErrno, bytesOf, Descriptors } from './fs-descriptors';
import { fileHandleClass } from './fs-file-handle';
import { deviceOf, PathArguments, realPath, type PathArgument } from './fs-paths';
import { FSReqCallback, threeForms, usePromises, type Operation } from './fs-requests';
import { deviceStatArray, statArray, statFsArray, type StatArray } from './fs-stats';
import { statWatcherClass } from './fs-stat-watcher';
import { synchronousOperations } from './fs-synchronous';
import { copyContent } from './fs-trees';
import { waitingRead } from './fs-waiting-read';

const COPYFILE_EXCL = 1;
const TEMPORARY_NAME_LENGTH = 6;
const NAME_CHARACTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** `internalBinding('fs')` on the shared file system. */
export const fs: BindingInstaller = (binding, runtime) => {
	const paths = new PathArguments(runtime);
	const descriptors = new Descriptors(runtime, paths);
	const FileHandle = fileHandleClass(runtime, descriptors);

	binding.kUsePromises = usePromises(runtime);
	binding.FSReqCallback = FSReqCallback;
	binding.FileHandle = FileHandle;
	binding.StatWatcher = statWatcherClass(runtime);
	binding.statValues = new Float64Array(36);
	binding.bigintStatValues = new BigInt64Array(36);

	/** Operations by name, with the index of their request argument. */
	const operations: Record<string, [requestIndex: number, operation: Operation]> = {
		...descriptorOperations(runtime, descriptors),
		...nameOperations(runtime, paths),
		...statOperations(runtime, paths, descriptors),
		...attributeOperations(runtime, paths, descriptors),
		openFileHandle: [3, (path, flags, mode) => new FileHandle(descriptors.open(path, flags, mode ?? 0o666))]
	};
	for (const [name, [requestIndex, operation]] of Object.entries(operations)) {
		binding[name] = threeForms(runtime, requestIndex, operation);
	}
	binding.read = waitingRead(runtime, descriptors, binding.read as Operation);
	Object.assign(binding, synchronousOperations(runtime, paths, descriptors));
};

type Operations = Record<string, [requestIndex: number, operation: Operation]>;

function descriptorOperations(runtime: Runtime, descriptors: Descriptors): Operations {
	return {
		open: [3, (path, flags, mode) => descriptors.open(path, flags, mode ?? 0o666)],
		close: [1, (fd) => descriptors.close(fd)],
		read: [5, (fd, buffer, offset, length, position) => descriptors.read(fd, buffer, offset, length, position)],
		readBuffers: [
			3,
			(fd: number, buffers: ArrayBufferView[], position: unknown) => {
				let total = 0;
				for (const buffer of buffers) {
					const count = descriptors.read(fd, buffer, 0, buffer.byteLength, advanced(position, total));
					total += count;
					if (count < buffer.byteLength) break;
				}
				return total;
			}
		],
		writeBuffer: [
			5,
			(fd: number, buffer: ArrayBufferView, offset: number | null, length: number | null, position: unknown) => {
				const bytes = bytesOf(buffer);
				const start = offset ?? 0;
				return descriptors.write(fd, bytes.subarray(start, start + (length ?? bytes.length - start)), position);
			}
		],
		writeBuffers: [
			3,
			(fd: number, buffers: ArrayBufferView[], position: unknown) => {
				let total = 0;
				for (const buffer of buffers) total += descriptors.write(fd, bytesOf(buffer), advanced(position, total));
				return total;
			}
		],
		writeString: [
			4,
			(fd: number, text: string, position: unknown, encoding?: BufferEncoding) =>
				descriptors.write(fd, runtime.Buffer.from(text, encoding ?? 'utf8'), position)
		],
		// The heap is memory: there is nothing to flush.
		fsync: [1, (fd) => void descriptors.get(fd, 'fsync')],
		fdatasync: [1, (fd) => void descriptors.get(fd, 'fdatasync')],
		ftruncate: [
			2,
			(fd: number, length: number) => {
				const inode = descriptors.inode(fd, 'ftruncate');
				const result = inode ? runtime.fs.truncate(inode, Number(length ?? 0)) : EINVAL;
				if (result < 0) throw runtime.uvException(result, 'ftruncate');
			}
		]
	};
}

function nameOperations(runtime: Runtime, paths: PathArguments): Operations {
	const { fs } = runtime;
	const twoPaths =
		(syscall: string, change: (from: string, to: string) => number): Operation =>
		(from: PathArgument, to: PathArgument) => {
			paths.check(change(paths.absolute(from), paths.absolute(to)), syscall, paths.text(from), paths.text(to));
		};
	const onePath =
		(syscall: string, change: (path: string) => number): Operation =>
		(path: PathArgument) => {
			paths.check(change(paths.absolute(path)), syscall, paths.text(path));
		};
	return {
		rename: [2, twoPaths('rename', (from, to) => fs.rename(from, to))],
		link: [2, twoPaths('link', (from, to) => fs.link(from, to))],
		symlink: [
			3,
			(target: PathArgument, path: PathArgument) => {
				paths.check(fs.symlink(paths.text(target), paths.absolute(path)), 'symlink', paths.text(target), paths.text(path));
			}
		],
		unlink: [1, onePath('unlink', (path) => fs.unlink(path))],
		rmdir: [1, onePath('rmdir', (path) => fs.rmdir(path))],
		mkdir: [
			3,
			(path: PathArgument, mode: number, isRecursive: boolean) => {
				const absolute = paths.absolute(path);
				if (!isRecursive) return void paths.check(fs.mkdir(absolute, mode), 'mkdir', paths.text(path));
				const [result, first] = fs.mkdirp(absolute, mode);
				paths.check(result, 'mkdir', paths.text(path));
				return first;
			}
		],
		mkdtemp: [
			2,
			(prefix: PathArgument, encoding: unknown) => {
				const template = `${paths.text(prefix)}XXXXXX`;
				for (;;) {
					const suffix = randomName(runtime);
					const result = fs.mkdir(paths.absolute(prefix) + suffix, 0o700);
					if (result === EEXIST) continue;
					paths.check(result, 'mkdtemp', template);
					return paths.encoded(paths.text(prefix) + suffix, encoding);
				}
			}
		],
		copyFile: [
			3,
			(from: PathArgument, to: PathArgument, mode: number) => {
				const target = paths.absolute(to);
				const isRefused = mode & COPYFILE_EXCL && fs.walk(target, false) > 0;
				const result = isRefused ? EEXIST : copyContent(fs, paths.absolute(from), target);
				paths.check(result, 'copyfile', paths.text(from), paths.text(to));
			}
		],
		readdir: [
			3,
			(path: PathArgument, encoding: unknown, withTypes: boolean) => {
				const inode = paths.find(path, 'scandir');
				const listed = paths.check(fs.readdir(inode), 'scandir', paths.text(path));
				const entries = sortedEntries(listed as (string | number)[]);
				const names = entries.map(([name]) => paths.encoded(name, encoding));
				return withTypes ? [names, entries.map(([, type]) => type)] : names;
			}
		],
		readlink: [
			2,
			(path: PathArgument, encoding: unknown) => {
				const inode = paths.find(path, 'readlink', false);
				return paths.encoded(paths.check<string>(fs.readlink(inode) as string, 'readlink', paths.text(path)), encoding);
			}
		],
		realpath: [
			2,
			(path: PathArgument, encoding: unknown) => {
				const resolved = realPath(fs, paths.absolute(path));
				return paths.encoded(paths.check<string>(resolved as string, 'realpath', paths.text(path)), encoding);
			}
		]
	};
}

function statOperations(runtime: Runtime, paths: PathArguments, descriptors: Descriptors): Operations {
	const { fs } = runtime;
	const statOf =
		(syscall: string, isFollowing: boolean): Operation =>
		(path: PathArgument, isBigint: boolean, _request: unknown, throwsIfMissing?: boolean): StatArray | undefined => {
			const absolute = paths.absolute(path);
			if (deviceOf(absolute)) return deviceStatArray(isBigint);
			const inode = fs.walk(absolute, isFollowing);
			if (throwsIfMissing === false && (inode === ENOENT || inode === ENOTDIR)) return undefined;
			return statArray(fs, paths.check(inode, syscall, paths.text(path)), isBigint);
		};
	return {
		stat: [2, statOf('stat', true)],
		lstat: [2, statOf('lstat', false)],
		fstat: [
			2,
			(fd: number, isBigint: boolean) => {
				const open = descriptors.get(fd, 'fstat');
				if (open.kind === 'file') return statArray(fs, open.inode, isBigint);
				return open.kind === 'ring' ? deviceStatArray(isBigint, 0o010600) : deviceStatArray(isBigint);
			}
		],
		statfs: [2, (_path: PathArgument, isBigint: boolean) => statFsArray(fs, isBigint)],
		access: [
			2,
			(path: PathArgument, mode: number) => {
				if (deviceOf(paths.absolute(path))) return;
				const inode = paths.find(path, 'access');
				paths.check(accessErrno(fs.mode(inode), mode & 7), 'access', paths.text(path));
			}
		]
	};
}

function attributeOperations(runtime: Runtime, paths: PathArguments, descriptors: Descriptors): Operations {
	const { fs } = runtime;
	const setTimes = (inode: number, accessedSeconds: number, modifiedSeconds: number): void => {
		fs.setTime(inode, TIME.ACCESSED, accessedSeconds * 1000);
		fs.setTime(inode, TIME.MODIFIED, modifiedSeconds * 1000);
	};
	const setMode = (inode: number, mode: number): void => {
		if (inode) fs.chmod(inode, mode);
	};
	return {
		chmod: [2, (path, mode) => setMode(paths.find(path, 'chmod'), mode)],
		fchmod: [2, (fd, mode) => setMode(descriptors.inode(fd, 'fchmod'), mode)],
		// There is one user: files are always its own.
		chown: [3, (path) => void paths.find(path, 'chown')],
		lchown: [3, (path) => void paths.find(path, 'lchown', false)],
		fchown: [3, (fd) => void descriptors.get(fd, 'fchown')],
		utimes: [3, (path, accessed, modified) => setTimes(paths.find(path, 'utime'), accessed, modified)],
		lutimes: [3, (path, accessed, modified) => setTimes(paths.find(path, 'lutime', false), accessed, modified)],
		futimes: [
			3,
			(fd, accessed, modified) => {
				const inode = descriptors.inode(fd, 'futime');
				if (inode) setTimes(inode, accessed, modified);
			}
		]
	};
}

function sortedEntries(listed: (string | number)[]): [name: string, type: number][] {
	const entries: [string, number][] = [];
	for (let index = 0; index < listed.length; index += 2) entries.push([String(listed[index]), Number(listed[index + 1])]);
	return entries.sort(([first], [second]) => (first < second ? -1 : first > second ? 1 : 0));
}

function advanced(position: unknown, bytes: number): unknown {
	return typeof position === 'number' && position >= 0 ? position + bytes : null;
}

function randomName(runtime: Runtime): string {
	const random = runtime.host.crypto.getRandomValues(new Uint8Array(TEMPORARY_NAME_LENGTH));
	return Array.from(random, (value) => NAME_CHARACTERS[value % NAME_CHARACTERS.length]).join('');
}
