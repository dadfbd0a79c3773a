/** Reads and edits package.json as `npm install x` and `npm uninstall x` do. */
import semver from 'semver';
import type { DependencyField } from './install-settings';
import { localFolder } from './local-folder';
import { NpmError } from './errors';
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

export interface AddOptions {
	/** By default where the package is already noted, else `dependencies`. */
	field: DependencyField | undefined;
	/** What a bare name means. */
	tag: string;
	/** Absolute folder of this package.json. */
	folder: string;
	read: ReadManifest;
	/** The package.json in an absolute folder or archive; null where there is none. */
	readLocal: (place: string) => Promise<PackageJson | null>;
}

/** Adds `specs` (`name`, `name@range`, `name@tag`, `file:/folder`) as they are to be resolved: a tag as its version. @returns the names */
export async function addToPackageJson(pkg: PackageJson, specs: string[], options: AddOptions): Promise<string[]> {
	const wanted = await Promise.all(specs.map((spec) => readSpec(spec, options)));
	for (const [name, range] of wanted) {
		const field =
			options.field ?? FIELDS.find((candidate) => Object.hasOwn((pkg[candidate] ?? {}) as object, name)) ?? 'dependencies';
		for (const other of FIELDS) if (other !== field && field !== 'peerDependencies') remove(pkg, other, name);
		const entries = Object.entries({ ...(pkg[field] as Record<string, string>), [name]: range });
		pkg[field] = Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, 'en')));
	}
	return wanted.map(([name]) => name);
}

/**
 * What npm notes for what was asked for: a caret range of the version that came; of a range, where the caret's is no wider.
 * @param prefix '' for the version itself @returns null to keep what was asked for
 */
export function savedRange(range: string, version: string, prefix: string): string | null {
	if (semver.validRange(range) === null) return null;
	const noted = prefix + version;
	if (prefix === '' || semver.valid(range, { loose: true })) return noted;
	return semver.subset(noted, range, { loose: true }) ? noted : null;
}

export function removeFromPackageJson(pkg: PackageJson, names: string[]): void {
	for (const name of names) for (const field of FIELDS) remove(pkg, field, name);
}

async function readSpec(spec: string, { tag, folder, read, readLocal }: AddOptions): Promise<[string, string]> {
	const place = localFolder(spec, folder);
	if (place !== null) {
		const local = await readLocal(place);
		if (!local?.name)
			throw new NpmError('ENOENT', `Could not read a package.json with a name in '${place}'. Correct the folder.`);
		return [local.name, `file:${relativePath(folder, place)}`];
	}
	const match = /^(@[^/@]+\/[^@]+|[^@/:]+)(?:@(.*))?$/.exec(spec);
	if (!match?.[1] || /^(git|https?|github|gitlab|bitbucket)[+:]/.test(match[2] ?? '')) {
		throw new NpmError(
			'EUNSUPPORTEDSPEC',
			`Cannot install '${spec}': git and web addresses cannot be reached from here. Give a name of the registry, name@version, or a folder of the project.`
		);
	}
	const range = match[2] || tag;
	if (!/^[a-z][\w-]*$/i.test(range) || /^x$/i.test(range)) return [match[1], range];
	return [match[1], (await read(match[1], range)).version];
}

/** As `path.relative`, of absolute POSIX paths. */
function relativePath(from: string, to: string): string {
	const [own, other] = [from, to].map((path) => path.split('/').filter(Boolean)) as [string[], string[]];
	let shared = 0;
	while (shared < own.length && own[shared] === other[shared]) shared++;
	return [...own.slice(shared).map(() => '..'), ...other.slice(shared)].join('/');
}

function remove(pkg: PackageJson, field: string, name: string): void {
	const entries = pkg[field] as Record<string, string> | undefined;
	if (!entries || !(name in entries)) return;
	delete entries[name];
	if (Object.keys(entries).length === 0) delete pkg[field];
}
