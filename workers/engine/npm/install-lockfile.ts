/** The lockfile of an install: the one that is there where it fits package.json, else a resolved one. */
import { NpmError } from './errors';
import type { InstallOptions } from './install-options';
import { localFolder, readLocalPackages } from './local-packages';
import type { Lockfile } from './lockfile';
import { readManifest } from './manifests';
import {
	addToPackageJson,
	matchesLockfile,
	parsePackageJson,
	removeFromPackageJson,
	savedRange,
	type PackageJson
} from './package-json';
import type { Manifest } from './substitutions';
import { readText } from './target';

/** @returns the lockfile, and the files to write once all else is done @throws NpmError with npm's codes */
export async function lockfileFor(
	options: InstallOptions,
	onPick: (manifest: Manifest) => void
): Promise<{ lock: Lockfile; write: { path: string; text: string }[] }> {
	const { cwd, target, command, specs = [] } = options;
	const packagePath = `${cwd}/package.json`;
	const text = await readText(target, packagePath);
	if (text === null && specs.length === 0)
		throw new NpmError('ENOENT', `There is no '${packagePath}'. Run npm init -y, or go to the project's folder.`);
	const pkg: PackageJson = parsePackageJson(text ?? '{}', packagePath);
	const changed = command === 'update' ? [] : specs;
	let added: string[] = [];
	if (command === 'uninstall') removeFromPackageJson(pkg, specs);
	else if (command === 'install' && specs.length > 0) {
		added = await addToPackageJson(pkg, specs, {
			field: options.field ?? 'dependencies',
			read: (name, version) => readManifest(options.registry, name, version),
			readFolder: async (spec) => {
				const path = `${localFolder(spec, cwd) ?? ''}/package.json`;
				const found = await readText(target, path);
				return found === null ? null : parsePackageJson(found, path);
			}
		});
	}
	const lockPath = `${cwd}/package-lock.json`;
	const lockText = await readText(target, lockPath);
	const known = lockText === null ? null : parseLockfile(lockText, lockPath);
	const packageFile = () => (changed.length > 0 ? [{ path: packagePath, text: formattedAs(text, pkg) }] : []);
	if (command !== 'update' && added.length === 0 && matchesLockfile(pkg, known) && known.lockfileVersion >= 2)
		return { lock: known, write: packageFile() };
	if (command === 'ci' && !known) throw new NpmError('EUSAGE', NO_LOCKFILE);
	if (command === 'ci' && known) {
		if (!pkg['overrides'] && !pkg['workspaces']) throw outOfSync(unlockedNames(pkg, known));
		return { lock: known, write: [] };
	}
	const resolved = await options.resolve({
		cwd,
		packageJson: JSON.stringify(pkg, null, 2) + '\n',
		lockfile: lockText,
		locals: await readLocalPackages(target, cwd, pkg),
		...(command === 'update' ? { update: specs } : {}),
		registry: options.registry,
		// With a lockfile, or without development's packages, much of what is picked would be fetched in vain.
		...(lockText === null && options.dev !== false ? { onPick } : {})
	});
	const lock = JSON.parse(resolved) as Lockfile;
	const isRenamed = noteRanges(pkg, lock, added, options);
	return {
		lock,
		write: [...packageFile(), { path: lockPath, text: isRenamed ? JSON.stringify(lock, null, 2) + '\n' : resolved }]
	};
}

const NO_LOCKFILE = `
The \`npm ci\` command can only install with an existing package-lock.json or
npm-shrinkwrap.json with lockfileVersion >= 1. Run an install with npm@5 or
later to generate a package-lock.json file, then try again.`;

/** Notes caret ranges of what came in package.json and in the lockfile's root. @returns whether anything changed */
function noteRanges(
	pkg: PackageJson,
	lock: Lockfile,
	names: readonly string[],
	{ field = 'dependencies', exact = false }: InstallOptions
): boolean {
	let isChanged = false;
	for (const name of names) {
		const ranges = pkg[field] as Record<string, string>;
		const version = lock.packages[`node_modules/${name}`]?.version;
		const range = version === undefined ? null : savedRange(ranges[name] ?? '', version, exact);
		if (range === null || range === ranges[name]) continue;
		ranges[name] = range;
		const root = lock.packages['']?.[field];
		if (root) root[name] = range;
		isChanged = true;
	}
	return isChanged;
}

function unlockedNames(pkg: PackageJson, lock: Lockfile): string[] {
	const wanted = { ...(pkg['dependencies'] as object), ...(pkg['devDependencies'] as object) } as Record<string, string>;
	const root = lock.packages?.[''];
	const locked = { ...root?.dependencies, ...root?.devDependencies } as Record<string, string>;
	return Object.keys(wanted)
		.filter((name) => locked[name] !== wanted[name])
		.map((name) => `${name}@${wanted[name]}`);
}

function parseLockfile(text: string, path: string): Lockfile {
	try {
		return JSON.parse(text) as Lockfile;
	} catch (error) {
		throw new NpmError('EJSONPARSE', `'${path}' is not valid JSON: ${(error as Error).message}. Correct or remove the file.`);
	}
}

/** JSON as the file was written before: its indent, or one line. */
function formattedAs(before: string | null, value: unknown): string {
	if (before !== null && !before.trim().includes('\n')) return JSON.stringify(value) + (before.endsWith('\n') ? '\n' : '');
	return JSON.stringify(value, null, /^[ \t]+/m.exec(before ?? '')?.[0] ?? 2) + '\n';
}

export function outOfSync(missing: readonly string[]): NpmError {
	return new NpmError(
		'EUSAGE',
		`\n\`npm ci\` can only install packages when your package.json and package-lock.json or npm-shrinkwrap.json are in sync. ` +
			`Please update your lock file with \`npm install\` before continuing.\n\n${missing.map((name) => `Missing: ${name} from lock file`).join('\n')}`
	);
}
