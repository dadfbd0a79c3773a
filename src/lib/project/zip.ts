import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { AppError } from '../domain/app-error';
import { cleanPath } from '../domain/write-set';
import { excludedFolderOf } from './excluded-folders';
import { zipModes } from './zip-modes';
import { isGitName } from '../domain/git-names';

/** Of a project that is opened, whatever it comes in. */
export const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;
/** As they are told of. */
const LINKS = 'symbolic links';
/** What macOS puts beside the files of a zip. */
const MAC_FOLDER = '__MACOSX/';

/** A zip of all files, texts and binaries, in one folder named after the project. */
export function zipFiles(files: Iterable<readonly [string, string | Uint8Array]>, folder: string): Uint8Array<ArrayBuffer> {
	const tree: Zippable = {};
	for (const [path, content] of files) tree[`${folder}/${path}`] = typeof content === 'string' ? strToU8(content) : content;
	return new Uint8Array(zipSync(tree, { level: 6 }));
}

export interface Unzipped {
	files: Map<string, Uint8Array>;
	/** How many files of each folder that is no part of a project were left out: `node_modules` and the like. */
	leftOut: Map<string, number>;
	/** Files that were executable: projects here keep no modes. */
	executables: number;
}

/**
 * The files of a zip, a single folder around them taken off. Packages, build output and git repositories are not even unpacked.
 * @throws AppError ZIP_UNSAFE when a path leaves the project, names git's folder in disguise or is a file and a folder, or the
 * whole is too large.
 */
export function unzipFiles(zip: Uint8Array): Unzipped {
	const wrapper = wrapperOf(namesOf(zip));
	const leftOut = new Map<string, number>();
	const modes = zipModes(zip);
	const leaveOut = (what: string) => void leftOut.set(what, (leftOut.get(what) ?? 0) + 1);
	let total = 0;
	const entries = unzipSync(zip, {
		filter: ({ name, originalSize }) => {
			if (name.endsWith('/')) return false;
			const folder = excludedIn(name.startsWith(wrapper) ? name.slice(wrapper.length) : name);
			// What a link leads to may be anywhere, and its own bytes are a path.
			const what = folder ?? (modes.get(name) === 'link' ? LINKS : undefined);
			if (what) {
				leaveOut(what);
				return false;
			}
			total += originalSize;
			if (total > MAX_UNPACKED_BYTES)
				throw new AppError(
					'ZIP_UNSAFE',
					`The zip holds more than ${MAX_UNPACKED_BYTES / 1024 / 1024} MB. Pack it without what can be made again, and import it again.`
				);
			return true;
		}
	});
	const files = new Map<string, Uint8Array>();
	for (const [name, content] of Object.entries(entries)) files.set(safePath(name, name.slice(wrapper.length)), content);
	refuseClashes(files);
	const executables = Object.keys(entries).filter((name) => modes.get(name) === 'executable').length;
	return { files, leftOut, executables };
}

/** What is in the zip, unread. */
function namesOf(zip: Uint8Array): string[] {
	const names: string[] = [];
	unzipSync(zip, {
		filter: ({ name }) => {
			names.push(name);
			return false;
		}
	});
	return names;
}

/** The one folder around everything, with its slash; empty when there is none. */
function wrapperOf(names: readonly string[]): string {
	const own = names.filter((name) => !name.startsWith(MAC_FOLDER));
	const wrapper = own[0]?.slice(0, own[0].indexOf('/') + 1) ?? '';
	const isFolder = wrapper !== '' && wrapper !== 'node_modules/' && !isGitName(wrapper.slice(0, -1));
	return isFolder && own.every((name) => name.startsWith(wrapper)) ? wrapper : '';
}

/** The folder that keeps a file out of the project. A `.git` may be a file, too: that of a submodule. */
function excludedIn(path: string): string | undefined {
	if (path.startsWith(MAC_FOLDER)) return MAC_FOLDER.slice(0, -1);
	return excludedFolderOf(path) ?? (path.split('/').at(-1) === '.git' ? '.git' : undefined);
}

function safePath(name: string, inside: string): string {
	const path = cleanPath(inside);
	if (path) return path;
	throw new AppError(
		'ZIP_UNSAFE',
		`The zip names ${JSON.stringify(name)}, which lies outside the project or would be taken for git's own folder. Pack it without that, and import it again.`
	);
}

function refuseClashes(files: ReadonlyMap<string, unknown>): void {
	for (const path of files.keys())
		for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
			const folder = path.slice(0, at);
			if (files.has(folder)) throw new AppError('ZIP_UNSAFE', `The zip names '${folder}' both as a file and as a folder.`);
		}
}

/**
 * Refuses to export what another machine would take for something else: git's own folder, or a place outside the project.
 * @throws AppError EXPORT_UNSAFE
 */
export function refuseUnsafe(paths: Iterable<string>): void {
	for (const path of paths)
		if (cleanPath(path) !== path)
			throw new AppError(
				'EXPORT_UNSAFE',
				`The project has a file ${JSON.stringify(path)}: on some computers that is git's own folder, or lies outside the project. Rename or remove it, then export again.`
			);
}
