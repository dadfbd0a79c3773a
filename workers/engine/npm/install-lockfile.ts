/** The lockfile of an install: the one that is there where it answers package.json, else a resolved one. */
import { NpmError } from './errors';
import { addedIds, noteRanges, readManifests, type EditedManifest } from './install-manifests';
import type { InstallOptions, ResolveOptions } from './install-options';
import { readLocalPackages } from './local-packages';
import { isSound, parseLockfile } from './lock-check';
import { nameAt, type Lockfile } from './lockfile';
import { readText } from './target';

export interface LockfileAnswer {
	lock: Lockfile;
	/** Files to write once all else is done. */
	write: { path: string; text: string }[];
	/** `name@version` of what was added. */
	added: string[];
}

/** What the resolver needs beside the options: where archives come from, and who hears of what it picks. */
export type ResolverHelp = Pick<ResolveOptions, 'readTar' | 'onPick'>;

/** @throws NpmError with npm's codes, EUSAGE where `npm ci` finds a lock that does not answer package.json */
export async function lockfileFor(options: InstallOptions, help: ResolverHelp): Promise<LockfileAnswer> {
	const { cwd, target, command, specs = [], tree = {} } = options;
	const manifests = await readManifests(options);
	const lockPath = `${cwd}/package-lock.json`;
	const lockText = options.packageLock === false ? null : await readText(target, lockPath);
	const known = lockText === null ? null : parseLockfile(lockText, lockPath);
	const root = manifests[0]?.pkg ?? {};
	const isEdited = manifests.some(({ added }) => added.length > 0);
	if (command === 'ci' && !known) throw new NpmError('EUSAGE', NO_LOCKFILE);
	if (command !== 'update' && !isEdited && isSound(known, root, tree))
		return { lock: known, write: packageFiles(manifests, command === 'uninstall'), added: [] };
	const edited = new Map(manifests.map(({ path, pkg }) => [path, JSON.stringify(pkg, null, 2) + '\n']));
	const locals = await readLocalPackages(target, cwd, edited);
	const resolved = await options.resolve({
		cwd,
		locals: locals.manifests,
		archives: locals.archives,
		lockfile: lockText,
		tree,
		isFixed: command === 'ci',
		...(command === 'update' ? { update: specs } : {}),
		registry: options.registry,
		readTar: help.readTar,
		// With a lockfile, or without development's packages, much of what is picked would be fetched in vain.
		...(lockText === null && !options.omit?.includes('dev') && help.onPick ? { onPick: help.onPick } : {})
	});
	const lock = parseLockfile(resolved, lockPath);
	if (command === 'ci' && known) {
		const faults = differences(known, lock);
		if (faults.length > 0) throw outOfSync(faults);
		return { lock: known, write: [], added: [] };
	}
	const isRenamed = manifests.map((manifest) => noteRanges(manifest, lock, options)).includes(true);
	const isListed = isEdited || command === 'uninstall';
	const text = isRenamed ? JSON.stringify(lock, null, 2) + '\n' : resolved;
	return {
		lock,
		write: [...packageFiles(manifests, isListed), ...(options.packageLock === false ? [] : [{ path: lockPath, text }])],
		added: addedIds(manifests, lock)
	};
}

const NO_LOCKFILE = `
The \`npm ci\` command can only install with an existing package-lock.json or
npm-shrinkwrap.json with lockfileVersion >= 1. Run an install with npm@5 or
later to generate a package-lock.json file, then try again.`;

function packageFiles(manifests: readonly EditedManifest[], isChanged: boolean): { path: string; text: string }[] {
	if (!isChanged) return [];
	const texts = manifests.map(({ path, before, pkg }) => ({ path, before, text: formattedAs(before, pkg) }));
	return texts.filter(({ before, text }) => text !== before);
}

/** JSON as the file was written before: its indent, or one line. */
function formattedAs(before: string | null, value: unknown): string {
	if (before !== null && !before.trim().includes('\n')) return JSON.stringify(value) + (before.endsWith('\n') ? '\n' : '');
	return JSON.stringify(value, null, /^[ \t]+/m.exec(before ?? '')?.[0] ?? 2) + '\n';
}

/** What the tree would need and the lock has not. @source npm's lib/utils/validate-lockfile.js */
function differences(known: Lockfile, wanted: Lockfile): string[] {
	return Object.entries(wanted.packages).flatMap(([location, entry]) => {
		if (!location.includes('node_modules/') || entry.link) return [];
		const name = entry.name ?? nameAt(location);
		const locked = known.packages?.[location];
		if (!locked) return [`Missing: ${name}@${entry.version} from lock file`];
		if (locked.version === entry.version) return [];
		return [
			`Invalid: lock file's ${locked.name ?? nameAt(location)}@${locked.version} does not satisfy ${name}@${entry.version}`
		];
	});
}

export function outOfSync(faults: readonly string[]): NpmError {
	return new NpmError(
		'EUSAGE',
		`\n\`npm ci\` can only install packages when your package.json and package-lock.json or npm-shrinkwrap.json are in sync. ` +
			`Please update your lock file with \`npm install\` before continuing.\n\n${faults.join('\n')}`
	);
}
