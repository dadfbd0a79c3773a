import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { cleanPath } from '../team/write-set';
import { AppError } from '../run/app-error';

const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;

/** A zip of all files, texts and binaries, in one folder named after the project. */
export function zipFiles(files: Iterable<readonly [string, string | Uint8Array]>, folder: string): Uint8Array<ArrayBuffer> {
	const tree: Zippable = {};
	for (const [path, content] of files) tree[`${folder}/${path}`] = typeof content === 'string' ? strToU8(content) : content;
	return new Uint8Array(zipSync(tree, { level: 6 }));
}

/**
 * The files of a zip, a single folder around them taken off; a git repository among them is left out.
 * @throws AppError ZIP_UNSAFE when a path leaves the project, or the whole is too large.
 */
export function unzipFiles(zip: Uint8Array): Map<string, Uint8Array> {
	let total = 0;
	const entries = unzipSync(zip, {
		filter: (file) => {
			total += file.originalSize;
			if (total > MAX_UNPACKED_BYTES)
				throw new AppError('ZIP_UNSAFE', `The zip holds more than ${MAX_UNPACKED_BYTES / 1024 / 1024} MB.`);
			return !file.name.endsWith('/');
		}
	});
	const names = Object.keys(entries);
	const folder = names[0]?.split('/')[0] ?? '';
	const isWrapped = names.every((name) => name.startsWith(`${folder}/`));
	const files = new Map<string, Uint8Array>();
	for (const [name, content] of Object.entries(entries)) {
		const inside = isWrapped ? name.slice(folder.length + 1) : name;
		if (inside.startsWith('.git/')) continue;
		const path = cleanPath(inside);
		if (!path) throw new AppError('ZIP_UNSAFE', `The zip names '${name}', which lies outside the project.`);
		files.set(path, content);
	}
	return files;
}
