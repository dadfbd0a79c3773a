/** Reads and edits package.json as `npm install x` and `npm uninstall x` do. */
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

/** Adds `specs` (`name`, `name@range`, `name@tag`) with a caret before a version that a tag stands for. */
export async function addToPackageJson(
	pkg: PackageJson,
	specs: string[],
	{ dev, read }: { dev: boolean; read: ReadManifest }
): Promise<void> {
	const wanted = await Promise.all(specs.map((spec) => readSpec(spec, read)));
	for (const [name, range] of wanted) {
		const known = dev || 'devDependencies' in pkg;
		for (const field of known ? FIELDS.slice(0, 2) : FIELDS.slice(0, 1)) remove(pkg, field, name);
		const field = dev ? 'devDependencies' : 'dependencies';
		const entries = Object.entries({ ...(pkg[field] as Record<string, string>), [name]: range });
		pkg[field] = Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, 'en')));
	}
}

export function removeFromPackageJson(pkg: PackageJson, names: string[]): void {
	for (const name of names) for (const field of FIELDS) remove(pkg, field, name);
}

async function readSpec(spec: string, read: ReadManifest): Promise<[string, string]> {
	const match = /^(@[^/@]+\/[^@]+|[^@/:]+)(?:@(.*))?$/.exec(spec);
	if (!match?.[1])
		throw new NpmError(
			'EUNSUPPORTEDSPEC',
			`Cannot install '${spec}': only packages of the registry can be installed here. Give a name, or name@version.`
		);
	const range = match[2] || 'latest';
	if (!/^[a-z][\w-]*$/i.test(range) || /^x$/i.test(range)) return [match[1], range];
	const manifest = await read(match[1], range);
	return [match[1], `^${manifest.version}`];
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
