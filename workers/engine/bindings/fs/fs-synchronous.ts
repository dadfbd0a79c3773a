import { EISDIR, ENOENT, O_APPEND, O_TRUNC } from '../../fs/errno';
import { TEMPORARY_DESCRIPTOR } from '../../fs/layout/slot';
import type { Runtime } from '../../process/runtime';
import type { Descriptors } from './fs-descriptors';
import { legacyMainResolve } from './fs-legacy-main';
import { deviceOf, type PathArgument, type PathArguments } from './fs-paths';
import type { Operation } from './fs-requests';
import { checkCopyPaths, copyContent, copyTimes, copyTree, removeTree } from './fs-trees';

const FORMAT_JS = 0;
const FORMAT_WASM = 1;
const WASM_MAGIC = 0x6d736100;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** What Node's lib only calls synchronously, whole files among it. */
export function synchronousOperations(
	runtime: Runtime,
	paths: PathArguments,
	descriptors: Descriptors
): Record<string, Operation> {
	const { fs } = runtime;
	return {
		existsSync: (path: PathArgument) => deviceOf(paths.absolute(path)) !== undefined || fs.walk(paths.absolute(path)) > 0,
		readFileUtf8: (path: PathArgument | number, flags: number) =>
			decoder.decode(readWhole(runtime, paths, descriptors, path, flags)),
		writeFileUtf8: (path: PathArgument | number, text: string, flags: number, mode: number) => {
			const bytes = encoder.encode(text);
			if (typeof path === 'number') return void descriptors.write(path, bytes, null);
			writeWhole(runtime, paths, descriptors, { path, bytes, flags, mode });
		},
		// Node 24 passes the path alone; other releases pass a receiver first.
		internalModuleStat: (first: unknown, second?: PathArgument) => {
			const path = typeof first === 'string' || first instanceof Uint8Array ? first : (second ?? '');
			const inode = fs.walk(paths.absolute(path));
			if (inode < 0) return inode;
			return fs.isDir(inode) ? 1 : 0;
		},
		getFormatOfExtensionlessFile: (path: PathArgument) => {
			const inode = fs.walk(paths.absolute(path));
			const head = new Uint8Array(4);
			if (inode < 0 || fs.isDir(inode) || fs.pread(inode, head, 0, 4, 0) < 4) return FORMAT_JS;
			return new DataView(head.buffer).getUint32(0, true) === WASM_MAGIC ? FORMAT_WASM : FORMAT_JS;
		},
		legacyMainResolve: (directory: PathArgument, main?: string, base?: string) =>
			legacyMainResolve(runtime, paths.absolute(directory), main, base),
		rmSync: (path: PathArgument, _maxRetries: number, isRecursive: boolean) => {
			const absolute = paths.absolute(path);
			const inode = fs.walk(absolute, false);
			if (inode > 0 && fs.isDir(inode) && !isRecursive) {
				const text = paths.text(path);
				throw Object.assign(new Error(`Path is a directory: rm returned EISDIR (is a directory) ${text}`), {
					code: 'ERR_FS_EISDIR',
					errno: EISDIR,
					path: text,
					syscall: 'rm'
				});
			}
			const result = removeTree(fs, absolute);
			if (result !== ENOENT) paths.check(result, 'rm', paths.text(path));
		},
		cpSyncCheckPaths: (from: PathArgument, to: PathArgument, isDereferencing: boolean, isRecursive: boolean) =>
			checkCopyPaths(runtime, paths, from, to, isDereferencing, isRecursive),
		cpSyncOverrideFile: (from: PathArgument, to: PathArgument, _mode: number, keepsTimes: boolean) => {
			const [source, target] = [paths.absolute(from), paths.absolute(to)];
			fs.unlink(target);
			paths.check(copyContent(fs, source, target), 'cp', paths.text(from), paths.text(to));
			if (keepsTimes) copyTimes(fs, fs.walk(source), fs.walk(target));
		},
		cpSyncCopyDir: (
			from: PathArgument,
			to: PathArgument,
			isForced: boolean,
			isDereferencing: boolean,
			failsOnExisting: boolean,
			keepsLinkText: boolean,
			keepsTimes: boolean
		) =>
			copyTree(runtime, paths, paths.absolute(from), paths.absolute(to), {
				isForced,
				isDereferencing,
				failsOnExisting,
				keepsLinkText,
				keepsTimes
			})
	};
}

function readWhole(
	runtime: Runtime,
	paths: PathArguments,
	descriptors: Descriptors,
	path: PathArgument | number,
	flags: number
): Uint8Array {
	if (typeof path === 'number') return descriptors.readAll(path);
	const absolute = paths.absolute(path);
	if (deviceOf(absolute)) {
		const fd = descriptors.open(path, flags, 0);
		try {
			return descriptors.readAll(fd);
		} finally {
			descriptors.close(fd);
		}
	}
	const bytes = runtime.fs.readFile(absolute);
	if (bytes === EISDIR) throw runtime.uvException(EISDIR, 'read');
	return paths.check<Uint8Array>(bytes as Uint8Array, 'open', paths.text(path));
}

interface WholeWrite {
	path: PathArgument;
	bytes: Uint8Array;
	flags: number;
	mode: number;
}

function writeWhole(
	runtime: Runtime,
	paths: PathArguments,
	descriptors: Descriptors,
	{ path, bytes, flags, mode }: WholeWrite
): void {
	const { fs } = runtime;
	const absolute = paths.absolute(path);
	if (deviceOf(absolute)) {
		const fd = descriptors.open(path, flags, mode);
		descriptors.write(fd, bytes, null);
		return descriptors.close(fd);
	}
	// Truncation waits until the new content is there: a full disk leaves the old one, and readers never see half.
	const isReplacing = (flags & O_TRUNC) !== 0;
	const inode = paths.check(fs.open(absolute, flags & ~O_TRUNC, mode, TEMPORARY_DESCRIPTOR), 'open', paths.text(path));
	const written = isReplacing ? fs.replaceContent(inode, bytes) : fs.pwrite(inode, bytes, 0, (flags & O_APPEND) !== 0);
	fs.close(inode, TEMPORARY_DESCRIPTOR);
	paths.check(written, 'write');
}
