import { AppError } from '../domain/app-error';
import { z } from '../domain/zod';
import { cleanPath } from '../domain/write-set';
import { excludedFolderOf } from './excluded-folders';
import { MAX_UNPACKED_BYTES, type Unzipped } from './zip';

/** A folder that a person opens, as the browser hands it over: each file with its path, the folder's own name first. */

export const folderFileSchema = z.object({ path: z.string(), file: z.instanceof(Blob) });
export type FolderFile = z.infer<typeof folderFileSchema>;

/** What of a folder is part of the project, unread, and how many files of each other folder are left out. */
export function sortFolder(entries: readonly FolderFile[]): { own: FolderFile[]; leftOut: Map<string, number> } {
	const leftOut = new Map<string, number>();
	const own = entries.flatMap(({ path, file }) => {
		const inside = path.slice(path.indexOf('/') + 1);
		const folder = excludedFolderOf(inside) ?? (inside.split('/').at(-1) === '.git' ? '.git' : undefined);
		if (folder) leftOut.set(folder, (leftOut.get(folder) ?? 0) + 1);
		return folder || inside === '.DS_Store' ? [] : [{ path: inside, file }];
	});
	return { own, leftOut };
}

/**
 * Reads the files of a project out of a folder.
 * @throws AppError ZIP_UNSAFE when the whole is too large, or a name is none that a project can have
 */
export async function readFolder({ own, leftOut }: ReturnType<typeof sortFolder>): Promise<Unzipped> {
	const sizeBytes = own.reduce((sum, { file }) => sum + file.size, 0);
	if (sizeBytes > MAX_UNPACKED_BYTES)
		throw new AppError(
			'ZIP_UNSAFE',
			`The folder holds ${Math.ceil(sizeBytes / 1024 / 1024)} MB; a project may have ${MAX_UNPACKED_BYTES / 1024 / 1024} MB. Leave out what can be made again, and open it again.`
		);
	const files = new Map<string, Uint8Array>();
	for (const { path, file } of own) {
		const clean = cleanPath(path);
		if (!clean)
			throw new AppError('ZIP_UNSAFE', `The folder has a file ${JSON.stringify(path)}, which no project can have. Rename it.`);
		files.set(clean, new Uint8Array(await file.arrayBuffer()));
	}
	// What the browser hands over of a link is the file that it leads to, and it tells no modes.
	return { files, leftOut, executables: 0 };
}
