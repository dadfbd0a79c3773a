/** Packages that live in the project itself: workspaces, and folders named by `file:`. */
import { NpmError } from './errors';
import type { PackageJson } from './package-json';
import type { InstallTarget } from './target';

const FIELDS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
/** Deeper folders than this hold no workspaces. */
const MAX_DEPTH = 8;

/** Absolute path of each local package.json -> its text. @throws ENOENT for a folder without package.json */
export async function readLocalPackages(target: InstallTarget, cwd: string, pkg: PackageJson): Promise<Map<string, string>> {
	const found = new Map<string, string>();
	const pending: [folder: string, pkg: PackageJson][] = [[cwd, pkg]];
	const visit = async (folder: string): Promise<boolean> => {
		const path = `${folder}/package.json`;
		if (folder === cwd || found.has(path)) return true;
		const bytes = await target.readFile(path);
		if (bytes === null) return false;
		const text = new TextDecoder().decode(bytes);
		found.set(path, text);
		pending.push([folder, JSON.parse(text) as PackageJson]);
		return true;
	};
	// Which of them are workspaces, the resolver's own matcher says; the walk only offers all that there are.
	if (pkg['workspaces']) for (const folder of await foldersBelow(target, cwd, 0)) await visit(folder);
	for (const [folder, { ...fields }] of pending) {
		for (const [name, spec] of FIELDS.flatMap((field) => Object.entries((fields[field] ?? {}) as Record<string, string>))) {
			const local = localFolder(spec, folder);
			if (local === null || (await visit(local))) continue;
			if (await target.exists(local))
				throw new NpmError(
					'EUNSUPPORTEDSPEC',
					`Cannot install '${name}' from '${spec}': archives are not unpacked here. Name a folder with a package.json.`
				);
			throw new NpmError('ENOENT', `Could not read package.json of '${name}' in ${local}. Correct '${spec}'.`);
		}
	}
	return found;
}

/** The absolute folder that `file:../x`, `link:../x` or `./x` names; null for other specs. */
export function localFolder(spec: string, from: string): string | null {
	const match = /^(?:file:|link:)(.*)$/.exec(spec) ?? /^(\.{0,2}\/.*|\.{1,2})$/.exec(spec);
	if (!match) return null;
	const path = (match[1] ?? '').replace(/^\/\/(?=\/)/, '');
	const parts: string[] = [];
	for (const part of (path.startsWith('/') ? path : `${from}/${path}`).split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '' && part !== '.') parts.push(part);
	}
	return `/${parts.join('/')}`;
}

async function foldersBelow(target: InstallTarget, folder: string, depth: number): Promise<string[]> {
	if (depth >= MAX_DEPTH) return [];
	const names = (await target.folders(folder)).filter((name) => name !== 'node_modules' && !name.startsWith('.'));
	const below = await Promise.all(names.map((name) => foldersBelow(target, `${folder}/${name}`, depth + 1)));
	return names.flatMap((name, index) => [`${folder}/${name}`, ...(below[index] ?? [])]);
}
