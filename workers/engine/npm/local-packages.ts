/** Packages that live in the project itself: workspaces, and folders named by `file:`. */
import { NpmError } from './errors';
import { isArchive, readArchive, type LocalArchive } from './local-archives';
import { localFolder } from './local-folder';
import { parsePackageJson, type PackageJson } from './package-json';
import { readText, type InstallTarget } from './target';

const FIELDS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
/** Deeper folders than this hold no workspaces. */
const MAX_DEPTH = 8;

export interface LocalPackages {
	/** Absolute path of each local package.json -> its text. */
	manifests: Map<string, string>;
	/** By absolute path. */
	archives: Map<string, LocalArchive>;
}

/**
 * @param edited absolute path -> text of package.json files that differ from what is on the disk, the project's among them
 * @throws ENOENT for a folder without package.json, TAR_BAD_ARCHIVE
 */
export async function readLocalPackages(target: InstallTarget, cwd: string, edited: Map<string, string>): Promise<LocalPackages> {
	const found: LocalPackages = { manifests: new Map(), archives: new Map() };
	const pending: [folder: string, pkg: PackageJson][] = [];
	const visit = async (folder: string): Promise<boolean> => {
		const path = `${folder}/package.json`;
		if (found.manifests.has(path)) return true;
		const text = edited.get(path) ?? (await readText(target, path));
		if (text === null) return false;
		found.manifests.set(path, text);
		pending.push([folder, parsePackageJson(text, path)]);
		return true;
	};
	await visit(cwd);
	// Which of them are workspaces, the resolver's own matcher says; the walk only offers all that there are.
	if (pending[0]?.[1]['workspaces']) for (const folder of await foldersBelow(target, cwd, 0)) await visit(folder);
	for (const [folder, pkg] of pending) {
		for (const [name, spec] of FIELDS.flatMap((field) => Object.entries((pkg[field] ?? {}) as Record<string, string>))) {
			const place = localFolder(spec, folder);
			if (place === null || found.archives.has(place)) continue;
			if (isArchive(place)) found.archives.set(place, await readArchive(target, place));
			else if (!(await visit(place)))
				throw new NpmError('ENOENT', `Could not read package.json of '${name}' in ${place}. Correct '${spec}'.`);
		}
	}
	return found;
}

async function foldersBelow(target: InstallTarget, folder: string, depth: number): Promise<string[]> {
	if (depth >= MAX_DEPTH) return [];
	const names = (await target.folders(folder)).filter((name) => name !== 'node_modules' && !name.startsWith('.'));
	const below = await Promise.all(names.map((name) => foldersBelow(target, `${folder}/${name}`, depth + 1)));
	return names.flatMap((name, index) => [`${folder}/${name}`, ...(below[index] ?? [])]);
}
