/** What an install is to have in node_modules, and what is there of it. */
import type { InstallOptions } from './install-options';
import { HIDDEN_LOCKFILE } from './install-change';
import { parseLockfile } from './lock-check';
import { nameAt, type LockedPackage, type Lockfile } from './lockfile';
import { selectPackages, type Selection } from './selection';
import type { ManifestReader } from './substitutions';
import { readText } from './target';

/** What the last install left; nothing for `npm ci`, which starts afresh. */
export async function readInstalled({ target, cwd, command }: InstallOptions): Promise<Lockfile> {
	const path = `${cwd}/${HIDDEN_LOCKFILE}`;
	const text = command === 'ci' ? null : await readText(target, path);
	return text === null ? { lockfileVersion: 3, packages: {} } : parseLockfile(text, path);
}

/** @param installed what stays where only some workspaces are asked for */
export function select(lock: Lockfile, installed: Lockfile, options: InstallOptions): Selection {
	const { omit, platform, hasWorkspaces, workspaces } = options;
	const wanted = { omit, platform, hasWorkspaces, hasPeers: options.tree?.legacyPeerDeps !== true };
	if (!workspaces) return selectPackages(lock, wanted);
	const selection = selectPackages(lock, { ...wanted, workspaces });
	// What other workspaces have stays as it is.
	for (const location of selectPackages(lock, wanted).packages.keys()) {
		const entry = installed.packages[location];
		if (entry && !selection.packages.has(location)) selection.packages.set(location, entry);
	}
	return selection;
}

/** A lock without a package's integrity does not say what it is: the registry does. */
export async function addIntegrity(
	packages: Map<string, LockedPackage>,
	installed: Record<string, LockedPackage>,
	reader: ManifestReader
): Promise<void> {
	const bare = [...packages].filter(([, { link, inBundle, integrity, version }]) => !link && !inBundle && !integrity && version);
	await Promise.all(
		bare.map(async ([location, entry]) => {
			if (entry.resolved?.startsWith('file:')) return;
			const known = installed[location];
			const isKnown = known?.version === entry.version && known?.integrity !== undefined;
			const name = entry.name ?? nameAt(location);
			const integrity = isKnown ? known?.integrity : (await reader.manifest(name, entry.version ?? '')).dist.integrity;
			if (integrity) entry.integrity = integrity;
		})
	);
}
