/** The package.json files of an install: the project's, and those that packages are added to or removed from. */
import { NpmError } from './errors';
import type { InstallOptions } from './install-options';
import { isArchive, readArchive } from './local-archives';
import type { Lockfile } from './lockfile';
import { readManifest } from './manifests';
import { addToPackageJson, parsePackageJson, removeFromPackageJson, savedRange, type PackageJson } from './package-json';
import { readText } from './target';

export interface EditedManifest {
	/** Relative to the project; `''` its own. */
	folder: string;
	path: string;
	/** Its text before; null where there is no file yet. */
	before: string | null;
	pkg: PackageJson;
	/** Names of the packages that were added. */
	added: string[];
}

/** The project's own first, then those of workspaces that are edited. @throws NpmError with npm's codes */
export async function readManifests(options: InstallOptions): Promise<EditedManifest[]> {
	const { cwd, target, specs = [], workspaces = [''] } = options;
	const folders = ['', ...workspaces.filter((folder) => folder !== '')];
	const manifests = await Promise.all(
		folders.map(async (folder): Promise<EditedManifest> => {
			const path = `${folder === '' ? cwd : `${cwd}/${folder}`}/package.json`;
			const before = await readText(target, path);
			if (before === null && (folder !== '' || specs.length === 0))
				throw new NpmError('ENOENT', `There is no '${path}'. Run npm init -y, or go to the project's folder.`);
			return { folder, path, before, pkg: parsePackageJson(before ?? '{}', path), added: [] };
		})
	);
	for (const manifest of manifests) if (workspaces.includes(manifest.folder)) await edit(manifest, options);
	return manifests;
}

async function edit(manifest: EditedManifest, options: InstallOptions): Promise<void> {
	const { cwd, target, command, specs = [], registry } = options;
	if (command === 'uninstall') removeFromPackageJson(manifest.pkg, specs);
	if (command !== 'install' || specs.length === 0) return;
	manifest.added = await addToPackageJson(manifest.pkg, specs, {
		field: options.field,
		tag: options.tag ?? 'latest',
		folder: manifest.folder === '' ? cwd : `${cwd}/${manifest.folder}`,
		read: (name, version) => readManifest(registry, name, version),
		readLocal: async (place) => {
			if (isArchive(place)) return (await readArchive(target, place)).pkg;
			const found = await readText(target, `${place}/package.json`);
			return found === null ? null : parsePackageJson(found, `${place}/package.json`);
		}
	});
}

/** Notes ranges of what came in package.json and in the lockfile. @returns whether anything changed */
export function noteRanges(
	{ folder, pkg, added }: EditedManifest,
	lock: Lockfile,
	{ exact = false, savePrefix = '^' }: Pick<InstallOptions, 'exact' | 'savePrefix'>
): boolean {
	let isChanged = false;
	for (const name of added) {
		const version = lockedVersion(lock, folder, name);
		for (const field of FIELDS) {
			const ranges = pkg[field] as Record<string, string> | undefined;
			const range = ranges?.[name];
			const noted = range === undefined || version === undefined ? null : savedRange(range, version, exact ? '' : savePrefix);
			if (!ranges || noted === null || noted === range) continue;
			ranges[name] = noted;
			const locked = lock.packages[folder]?.[field];
			if (locked) locked[name] = noted;
			isChanged = true;
		}
	}
	return isChanged;
}

const FIELDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;

/** `name@version` of what was added. */
export function addedIds(manifests: readonly EditedManifest[], lock: Lockfile): string[] {
	return manifests.flatMap(({ folder, added }) => added.map((name) => `${name}@${lockedVersion(lock, folder, name) ?? ''}`));
}

function lockedVersion(lock: Lockfile, folder: string, name: string): string | undefined {
	const nested = folder === '' ? undefined : lock.packages[`${folder}/node_modules/${name}`];
	return (nested ?? lock.packages[`node_modules/${name}`])?.version;
}
