import { decode, encode } from '@msgpack/msgpack';
import { zipSync, type Zippable } from 'fflate';
import type { FileSystem } from '../../fs/file-system';
import { checked, errnoError } from './errors';
import { globMatcher } from './glob';
import { join } from './paths';

/**
 * The client's own wire format of a tree: `c` contents (text, bytes, or with `b` one char per byte), `l` target of a symbolic link.
 * As JSON where it is text; as MessagePack (what `@webcontainer/snapshot` makes) where it is binary.
 */
export type TreeNode = { d: Record<string, TreeNode> } | { f: { c: string | Uint8Array; b?: boolean } | { l: string } };

export interface SerializeOptions {
	format?: 'json' | 'binary' | 'zip';
	includes?: string[];
	excludes?: string[];
}

const TYPE_DIRECTORY = 2;
const TYPE_LINK = 3;
const OPENING_BRACE = 0x7b;
const HASH = 0x23;
const EXCLAMATION = 0x21;
const EXECUTABLE = 0o755;

const encoder = new TextEncoder();

/** Writes a tree below `root`; folders that exist are kept. Accepts a tree as JSON or MessagePack. */
export function loadTree(fs: FileSystem, root: string, payload: Uint8Array): void {
	let tree: TreeNode;
	try {
		const isJson = payload[0] === OPENING_BRACE;
		tree = (isJson ? JSON.parse(new TextDecoder().decode(payload)) : decode(payload)) as TreeNode;
		if (!isFolder(tree)) throw new TypeError('not a folder');
	} catch {
		throw new Error('EINVAL: this is no snapshot; mount a file tree, an export, or what @webcontainer/snapshot makes');
	}
	makeDirectory(fs, root);
	writeNode(fs, root, tree);
}

function writeNode(fs: FileSystem, path: string, node: TreeNode): void {
	if ('d' in node) {
		makeDirectory(fs, path);
		for (const [name, child] of Object.entries(node.d)) writeNode(fs, join(path, name), child);
	} else if ('l' in node.f) {
		fs.unlink(path);
		checked(fs.symlink(node.f.l, path), 'symlink', path);
	} else writeText(fs, path, bytesOf(node.f));
}

const isFolder = (value: unknown): value is { d: Record<string, TreeNode> } =>
	typeof value === 'object' && value !== null && 'd' in value && typeof value.d === 'object' && value.d !== null;

function bytesOf({ c, b }: { c: string | Uint8Array; b?: boolean }): Uint8Array {
	if (typeof c !== 'string') return c;
	return b ? latin1Bytes(c) : encoder.encode(c);
}

function makeDirectory(fs: FileSystem, path: string): void {
	const inode = fs.walk(path);
	if (inode > 0 && fs.isDir(inode)) return;
	const [errno] = fs.mkdirp(path);
	checked(errno, 'mkdir', path);
}

/** A folder as JSON tree, the same as MessagePack, or a zip. */
export function serializeTree(
	fs: FileSystem,
	root: string,
	{ format = 'json', includes, excludes }: SerializeOptions
): Uint8Array {
	const isIncluded = includes?.length ? globMatcher(includes) : () => true;
	const isExcluded = excludes?.length ? globMatcher(excludes) : () => false;
	const wants = { isIncluded, isExcluded };
	const inode = checked(fs.walk(root), 'scandir', root);
	if (!fs.isDir(inode)) {
		if (format === 'json') throw errnoError(-20, 'scandir', root);
		return contents(fs, root);
	}
	if (format === 'zip') {
		const files: Zippable = {};
		collectZip(fs, root, '', wants, files);
		return zipSync(files, { level: 6 });
	}
	if (format === 'binary') return encode(treeOf(fs, root, '', { ...wants, fileNode: (bytes) => ({ c: bytes }) }));
	return encoder.encode(JSON.stringify(treeOf(fs, root, '', { ...wants, fileNode: textNode })));
}

interface Selection {
	isIncluded: (path: string) => boolean;
	isExcluded: (path: string) => boolean;
}

interface TreeOptions extends Selection {
	fileNode: (bytes: Uint8Array) => { c: string | Uint8Array; b?: boolean };
}

function treeOf(fs: FileSystem, path: string, relative: string, wants: TreeOptions): TreeNode {
	const children: Record<string, TreeNode> = {};
	for (const [name, type] of entries(fs, path)) {
		const childPath = join(path, name);
		const childRelative = relative ? `${relative}/${name}` : name;
		if (wants.isExcluded(childRelative)) continue;
		if (type === TYPE_DIRECTORY) {
			const child = treeOf(fs, childPath, childRelative, wants);
			const isEmpty = 'd' in child && Object.keys(child.d).length === 0;
			if (!isEmpty || wants.isIncluded(childRelative)) children[name] = child;
		} else if (wants.isIncluded(childRelative))
			children[name] = { f: type === TYPE_LINK ? { l: linkTarget(fs, childPath) } : wants.fileNode(contents(fs, childPath)) };
	}
	return { d: children };
}

function collectZip(fs: FileSystem, path: string, relative: string, wants: Selection, files: Zippable): void {
	for (const [name, type] of entries(fs, path)) {
		const childPath = join(path, name);
		const childRelative = relative ? `${relative}/${name}` : name;
		if (wants.isExcluded(childRelative)) continue;
		if (type === TYPE_DIRECTORY) collectZip(fs, childPath, childRelative, wants, files);
		else if (type !== TYPE_LINK && wants.isIncluded(childRelative)) files[childRelative] = contents(fs, childPath);
	}
}

/** Name and type (1 file, 2 directory, 3 link) of each entry of a folder. */
export function entries(fs: FileSystem, path: string): [name: string, type: number][] {
	const list = fs.readdir(checked(fs.walk(path), 'scandir', path));
	if (typeof list === 'number') throw errnoError(list, 'scandir', path);
	const pairs: [string, number][] = [];
	for (let index = 0; index < list.length; index += 2) pairs.push([list[index] as string, list[index + 1] as number]);
	return pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function contents(fs: FileSystem, path: string): Uint8Array {
	const bytes = fs.readFile(path);
	if (typeof bytes === 'number') throw errnoError(bytes, 'open', path);
	return bytes;
}

function linkTarget(fs: FileSystem, path: string): string {
	const inode = checked(fs.walk(path, false), 'readlink', path);
	const bytes = new Uint8Array(fs.stat(inode).size);
	fs.pread(inode, bytes, 0, bytes.length, 0);
	return new TextDecoder().decode(bytes);
}

function textNode(bytes: Uint8Array): { c: string; b?: boolean } {
	try {
		return { c: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
	} catch {
		let text = '';
		for (let start = 0; start < bytes.length; start += 8192) text += String.fromCharCode(...bytes.subarray(start, start + 8192));
		return { c: text, b: true };
	}
}

function latin1Bytes(text: string): Uint8Array {
	const bytes = new Uint8Array(text.length);
	for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
	return bytes;
}

/** Trees carry no modes: what says by its first line which program runs it may be run. */
function writeText(fs: FileSystem, path: string, bytes: Uint8Array): void {
	checked(fs.writeFile(path, bytes), 'open', path);
	if (bytes[0] === HASH && bytes[1] === EXCLAMATION) fs.chmod(fs.walk(path), EXECUTABLE);
}
