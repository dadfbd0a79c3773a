/** Whether a package-lock.json can be followed as it stands: well formed, and an answer to all that package.json and its packages ask for. */
import semver from 'semver';
import { NpmError } from './errors';
import type { TreeSettings } from './install-settings';
import type { LockedPackage, Lockfile } from './lockfile';
import type { PackageJson } from './package-json';
import { findUpwards } from './selection';

const ROOT_FIELDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;
const LOOSE = { loose: true };

/**
 * What a lock says of places and programs is taken for granted later.
 * @throws EJSONPARSE | EBADLOCK for places outside of node_modules and values of other types
 */
export function parseLockfile(text: string, path: string): Lockfile {
	let lock: Lockfile;
	try {
		lock = JSON.parse(text) as Lockfile;
	} catch (error) {
		throw new NpmError('EJSONPARSE', `'${path}' is not valid JSON: ${(error as Error).message}. Correct or remove the file.`);
	}
	if (!isObject(lock) || !isObject(lock.packages ?? {})) throw badLock(path, 'it has no packages');
	for (const [location, entry] of Object.entries(lock.packages ?? {})) {
		if (!isPlace(location)) throw badLock(path, `'${location}' is no place for a package`);
		if (!isEntry(entry)) throw badLock(path, `the entry of '${location}' is malformed`);
	}
	return lock;
}

/**
 * A lock that is not sound is resolved anew, from what is good of it. Overrides and workspaces are Arborist's to judge.
 * @param lock null where there is none
 */
export function isSound(lock: Lockfile | null, pkg: PackageJson, tree: TreeSettings = {}): lock is Lockfile {
	const root = lock?.packages?.[''];
	if (!lock || !root || !(lock.lockfileVersion >= 2) || pkg['workspaces'] || root.workspaces || pkg['overrides']) return false;
	if (tree.engineStrict || (tree.lockfileVersion ?? lock.lockfileVersion) !== lock.lockfileVersion) return false;
	if (!ROOT_FIELDS.every((field) => sorted(root[field]) === sorted(pkg[field]))) return false;
	if (sorted(root.peerDependenciesMeta) !== sorted(pkg['peerDependenciesMeta'])) return false;
	const known = new Map<string, boolean>();
	return Object.entries(lock.packages).every(([location, entry]) => hasValidEdges(lock, location, { entry, tree, known }));
}

interface Check {
	entry: LockedPackage;
	tree: TreeSettings;
	/** Answers by version and range: most ranges are asked for many times. */
	known: Map<string, boolean>;
}

function hasValidEdges(lock: Lockfile, location: string, { entry, tree, known }: Check): boolean {
	// Its contents come with the package that it is in, whatever they ask for.
	if (entry.link || entry.inBundle) return true;
	const isValid = (name: string, range: string, isNeeded = true): boolean => {
		const place = findUpwards(lock, location, name);
		const found = place === null ? undefined : lock.packages[place];
		if (!found) return !isNeeded;
		const key = `${found.name ?? name} ${found.version} ${range}`;
		const answer = known.get(key) ?? satisfies(lock, found, { name, range });
		// What a link or an archive resolves to is not in the key.
		if (!range.includes(':')) known.set(key, answer);
		return answer;
	};
	const dev = location.includes('node_modules/') ? {} : entry.devDependencies;
	for (const edges of [entry.dependencies, entry.optionalDependencies, dev])
		for (const [name, range] of Object.entries(edges ?? {})) if (!isValid(name, range)) return false;
	if (tree.legacyPeerDeps) return true;
	return Object.entries(entry.peerDependencies ?? {}).every(([name, range]) =>
		isValid(name, range, entry.peerDependenciesMeta?.[name]?.optional !== true)
	);
}

/** @source Arborist's lib/dep-valid.js, for what a registry, a folder or an archive gives */
function satisfies(lock: Lockfile, found: LockedPackage, { name, range }: { name: string; range: string }): boolean {
	const alias = /^npm:(.[^@]*)(?:@(.*))?$/.exec(range);
	const wanted = alias ? (alias[2] ?? '*') : range;
	if (/^(?:file:|link:)/.test(wanted)) return found.resolved !== undefined && samePath(found.resolved, wanted);
	if (wanted.includes(':') || wanted.includes('/')) return false;
	const real = found.link ? lock.packages[found.resolved ?? ''] : found;
	if (!real || (real.name ?? name) !== (alias?.[1] ?? name)) return false;
	if (wanted === '' || wanted === '*' || wanted === real.version) return true;
	// What is no range is a tag, and says nothing of the version.
	return semver.satisfies(real.version ?? '', wanted, LOOSE) || semver.validRange(wanted, LOOSE) === null;
}

function samePath(first: string, second: string): boolean {
	const plain = (path: string): string => path.replace(/^(?:file:|link:)/, '').replace(/^\.\/|\/$/g, '');
	return plain(first) === plain(second);
}

/** A package's folder in node_modules, or a folder of the project or beside it. */
function isPlace(location: string): boolean {
	if (location === '') return true;
	const parts = location.replace(/^(?:\.\.\/)+/, '').split('/');
	if (location.includes('\\') || parts.some((part) => part === '..' || part === '.' || part === '')) return false;
	const last = parts.lastIndexOf('node_modules');
	if (last < 0) return true;
	const name = parts.slice(last + 1);
	if (name.some((part) => part.startsWith('.'))) return false;
	return name.length === (name[0]?.startsWith('@') ? 2 : 1);
}

function isEntry(entry: unknown): entry is LockedPackage {
	if (!isObject(entry)) return false;
	const texts = ['name', 'version', 'resolved', 'integrity'];
	const tables = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies', 'bin'];
	return (
		texts.every((field) => entry[field] === undefined || typeof entry[field] === 'string' || entry[field] === false) &&
		tables.every((field) => {
			const table = entry[field];
			return table === undefined || (isObject(table) && Object.values(table).every((value) => typeof value === 'string'));
		})
	);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function badLock(path: string, reason: string): NpmError {
	return new NpmError('EBADLOCK', `'${path}' cannot be followed: ${reason}. Remove the file and run npm install.`);
}

function sorted(value: unknown): string {
	return JSON.stringify(Object.entries((value ?? {}) as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1)));
}
