/** Which workspaces a command is for: `-w name`, `--workspaces`, or the one that it is called in. */
import { relative, resolve } from 'node:path';
import { listOf, type Config } from './cli-config';
import { readPackage, workspaceFolders } from './cli-project';

/** Absolute folders, the root's among them where it is asked for; null for the project alone. @throws Error naming an unknown one */
export function chosenWorkspaces(config: Config): string[] | null {
	const names = listOf(config, 'workspace');
	if (config.get('workspaces') === false) {
		if (names.length > 0 && config.find('workspace') !== 'default')
			throw new Error('Cannot use --no-workspaces and --workspace at the same time');
		return null;
	}
	if (config.get('workspaces') !== true && names.length === 0) return null;
	const root = config.localPrefix;
	const all = workspaceFolders(root);
	const found = names.length === 0 ? all : names.flatMap((name) => all.filter((folder) => isNamed(folder, name, root)));
	const folders = [...(config.get('include-workspace-root') === true ? [root] : []), ...new Set(found)];
	if (folders.length > 0) return folders;
	throw new Error(
		`No workspaces found${names.length > 0 ? `:\n  ${names.map((name) => `--workspace=${name}`).join(' ')}` : '!'}`
	);
}

/** By its name, its folder, or a folder that it is directly in. */
function isNamed(folder: string, name: string, root: string): boolean {
	const place = relative(root, folder);
	const wanted = relative(root, resolve(root, name));
	return (
		readPackage(folder)?.name === name ||
		resolve(name) === folder ||
		place === wanted ||
		(wanted !== '' && place.slice(0, place.lastIndexOf('/')) === wanted)
	);
}
