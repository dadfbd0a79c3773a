/** Reads and edits package.json as `npm install x` and `npm uninstall x` do. */
import semver from 'semver';
import type { DependencyField } from './arguments';
import { NpmError } from './errors';
import type { Lockfile } from './lockfile';
import type { ReadManifest } from './substitutions';

export type PackageJson = Record<string, unknown> & { name?: string; version?: string };

const FIELDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;

export function parsePackageJson(text: string, path: string): PackageJson {
	try {
		return JSON.parse(text) as PackageJson;
	} catch (error) {
		throw new NpmError('EJSONPARSE', `'${path}' is not valid JSON: ${(error as Error).message}. Correct the file.`);
	}
}

/** Whether the lockfile was made for exactly these dependencies. */
export function matchesLockfile(pkg: PackageJson, lock: Lockfile | null): lock is Lockfile {
	const root = lock?.packages?.[''];
	if (!root || pkg['workspaces'] || pkg['overrides']) return false;
	return FIELDS.every((field) => sorted(root[field as 'dependencies']) === sorted(pkg[field]));
}

export interface AddOptions {
	field: DependencyField;
	read: ReadManifest;
	/** The package.json in a folder that a spec names; null where there is none. */
	readFolder: (spec: string) => Promise<PackageJson | null>;
}

/** Adds `specs` (`name`, `name@range`, `name@tag`, `./folder`) as they are to be resolved: a tag as its version. @returns the names */
export async function addToPackageJson(pkg: PackageJson, specs: string[], options: AddOptions): Promise<string[]> {
	const wanted = await Promise.all(specs.map((spec) => readSpec(spec, options)));
	for (const [name, range] of wanted) {
		for (const field of FIELDS) if (field !== options.field && options.field !== 'peerDependencies') remove(pkg, field, name);
		const entries = Object.entries({ ...(pkg[options.field] as Record<string, string>), [name]: range });
		pkg[options.field] = Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, 'en')));
	}
	return wanted.map(([name]) => name);
}

/**
 * What npm notes for what was asked for: a caret range of the version that came; of a range, where the caret's is no wider.
 * @returns null to keep what was asked for
 */
export function savedRange(range: string, version: string, exact: boolean): string | null {
	if (semver.validRange(range) === null) return null;
	if (exact) return version;
	if (semver.valid(range, { loose: true })) return `^${version}`;
	return semver.subset(`^${version}`, range, { loose: true }) ? `^${version}` : null;
}

export function removeFromPackageJson(pkg: PackageJson, names: string[]): void {
	for (const name of names) for (const field of FIELDS) remove(pkg, field, name);
}

async function readSpec(spec: string, { read, readFolder }: AddOptions): Promise<[string, string]> {
	if (/^(?:\.{0,2}\/|\.{1,2}$|file:|link:)/.test(spec)) {
		const folder = spec.replace(/^(file:|link:)/, '').replace(/^\.\/|\/$/g, '');
		const local = await readFolder(spec);
		if (!local?.name)
			throw new NpmError('ENOENT', `Could not read a package.json with a name in '${folder}'. Correct the folder.`);
		return [local.name, `file:${folder}`];
	}
	const match = /^(@[^/@]+\/[^@]+|[^@/:]+)(?:@(.*))?$/.exec(spec);
	if (!match?.[1] || /^(git|https?|github|gitlab|bitbucket)[+:]/.test(match[2] ?? '')) {
		throw new NpmError(
			'EUNSUPPORTEDSPEC',
			`Cannot install '${spec}': git and web addresses cannot be reached from here. Give a name of the registry, name@version, or a folder of the project.`
		);
	}
	const range = match[2] || 'latest';
	if (!/^[a-z][\w-]*$/i.test(range) || /^x$/i.test(range)) return [match[1], range];
	return [match[1], (await read(match[1], range)).version];
}

function remove(pkg: PackageJson, field: string, name: string): void {
	const entries = pkg[field] as Record<string, string> | undefined;
	if (!entries || !(name in entries)) return;
	delete entries[name];
	if (Object.keys(entries).length === 0) delete pkg[field];
}

function sorted(value: unknown): string {
	return JSON.stringify(Object.entries((value ?? {}) as Record<string, string>).sort(([a], [b]) => (a < b ? -1 : 1)));
}
