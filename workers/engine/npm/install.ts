/** `npm install`, `npm ci` and `npm uninstall`: resolve, select, substitute, fetch, unpack, link. */
import type { DependencyField } from './arguments';
import { NpmError } from './errors';
import { localFolder, readLocalPackages } from './local-packages';
import { modulesFolderOf, nameAt, type LockedPackage, type Lockfile } from './lockfile';
import { readManifest, readPackument } from './manifests';
import { nextTurn } from './next-turn';
import type { TarStore } from './pack-store';
import {
	addToPackageJson,
	matchesLockfile,
	parsePackageJson,
	removeFromPackageJson,
	savedRange,
	type PackageJson
} from './package-json';
import type { Registry } from './registry';
import { selectPackages, type Selection } from './selection';
import { hasSubstitute, nativeNotice, substitute, type Manifest, type ManifestReader, type Substitution } from './substitutions';
import { untar } from './tar';
import { TarSource } from './tar-source';
import type { InstallTarget } from './target';

export type InstallProgress =
	| { type: 'resolving' }
	| { type: 'resolved'; packages: number }
	| { type: 'fetched'; packages: number; of: number; bytes: number }
	| { type: 'unpacked'; packages: number; of: number };

export interface ResolveOptions {
	cwd: string;
	packageJson: string;
	lockfile: string | null;
	/** Absolute path -> text of the package.json of workspaces and of folders that specs name. */
	locals: Map<string, string>;
	/** Packages to move to their newest allowed version; an empty list means all. */
	update?: string[];
	registry: Registry;
	/** Hears of manifests that will most likely be installed, long before the tree is there. */
	onPick?: (manifest: Manifest) => void;
}

/** Turns package.json and an earlier lockfile into the text of a lockfile; see resolver.ts. */
export type ResolveTree = (options: ResolveOptions) => Promise<string>;

export interface InstallOptions {
	command: 'install' | 'ci' | 'uninstall' | 'update';
	/** Absolute folder with package.json. */
	cwd: string;
	/** Packages to add or remove; none installs what package.json asks for. */
	specs?: string[];
	field?: DependencyField;
	exact?: boolean;
	/** false leaves package.json and the lockfile as they are, as `--no-save`. */
	save?: boolean;
	/** false leaves devDependencies out, as `--omit=dev`. */
	dev?: boolean;
	target: InstallTarget;
	registry: Registry;
	store: TarStore;
	resolve: ResolveTree;
	onProgress?: (progress: InstallProgress) => void;
	/** Stops between two packages; package.json and the lockfile are then as they were. */
	signal?: AbortSignal;
}

export interface InstallReport {
	added: number;
	removed: number;
	changed: number;
	downloadedBytes: number;
	substitutions: Substitution[];
	/** Lines for the user: platforms that do not fit, scripts that were not run. */
	notices: string[];
	durationMs: number;
	/** npm's last line, as 'added 171 packages in 2s'. */
	summary: string;
}

const HIDDEN_LOCKFILE = 'node_modules/.package-lock.json';
const SUBSTITUTIONS = 'node_modules/.tabsmith-substitutions.json';
/** Between turns the worker hears of an interrupt and prints progress. */
const PACKAGES_PER_TURN = 8;
const encoder = new TextEncoder();

/**
 * package.json and the lockfile are written last: any failure leaves them as they were.
 * @throws NpmError with npm's codes; EPARTIAL when node_modules had already begun to change
 */
export async function install(options: InstallOptions): Promise<InstallReport> {
	const { registry, store, signal } = options;
	const ending = new AbortController();
	const reader = manifestReader(registry);
	const tarSource = new TarSource({
		registry,
		store,
		reader,
		signal: signal ? AbortSignal.any([signal, ending.signal]) : ending.signal
	});
	try {
		return await perform(options, reader, tarSource);
	} finally {
		// What was fetched early and turned out not to be needed.
		ending.abort();
	}
}

async function perform(options: InstallOptions, reader: ManifestReader, tarSource: TarSource): Promise<InstallReport> {
	const startedAt = performance.now();
	const { target, cwd, signal } = options;
	options.onProgress?.({ type: 'resolving' });
	const { lock, write } = await lockfileFor(options, (manifest) => tarSource.expect(manifest));
	const selection = selectPackages(lock, { dev: options.dev ?? true });
	options.onProgress?.({ type: 'resolved', packages: selection.packages.size });
	if (selection.missing.length > 0 && options.command === 'ci') throw outOfSync(selection.missing);
	const hidden = options.command === 'ci' ? null : await readText(target, `${cwd}/${HIDDEN_LOCKFILE}`);
	const installed = JSON.parse(hidden ?? '{"packages":{}}') as Lockfile;
	const plan = planChanges(installed.packages, selection.packages);
	const pending = new Map(plan.pending);
	const substitutions = await substitute(pending, reader, (location) => selection.packages.has(location));
	const archives = await fetchAll(pending, tarSource, options);
	checkAbort(signal);
	try {
		if (options.command === 'ci') await target.remove(`${cwd}/node_modules`);
		await target.remove(`${cwd}/${HIDDEN_LOCKFILE}`);
		for (const location of plan.removed) await target.remove(`${cwd}/${location}`);
		await unpackAll(pending, archives.tars, options);
		await linkAll(selection.packages, lock, options);
	} catch (error) {
		throw partial(error);
	}
	for (const file of options.save === false ? [] : write) await target.writeFile(file.path, encoder.encode(file.text), 0o644);
	await record(options, lock, { packages: selection.packages, substitutions });
	const counts = { added: plan.added, removed: plan.dropped, changed: plan.changed };
	const durationMs = performance.now() - startedAt;
	return {
		...counts,
		downloadedBytes: archives.downloadedBytes,
		substitutions,
		notices: noticesFor(selection, plan.pending),
		durationMs,
		summary: summarize(counts, durationMs)
	};
}

/** Asks for each manifest once. */
function manifestReader(registry: Registry): ManifestReader {
	const known = new Map<string, Promise<Manifest>>();
	return {
		manifest: (name, version) => {
			const key = `${name}@${version}`;
			const manifest = known.get(key) ?? readManifest(registry, name, version);
			known.set(key, manifest);
			return manifest;
		},
		versions: async (name) => Object.keys((await readPackument(registry, name)).versions)
	};
}

function checkAbort(signal: AbortSignal | undefined): void {
	if (signal?.aborted) throw new NpmError('EABORTED', 'The install was interrupted; nothing was changed.');
}

function partial(cause: unknown): NpmError {
	const reason =
		cause instanceof NpmError && cause.code === 'EABORTED'
			? 'The install was interrupted'
			: String((cause as Error).message ?? cause);
	return new NpmError(
		'EPARTIAL',
		`${reason}\nnode_modules is incomplete: run npm install again. package.json and package-lock.json are as they were.`,
		{
			cause
		}
	);
}

function outOfSync(missing: readonly string[]): NpmError {
	return new NpmError(
		'EUSAGE',
		`\n\`npm ci\` can only install packages when your package.json and package-lock.json or npm-shrinkwrap.json are in sync. ` +
			`Please update your lock file with \`npm install\` before continuing.\n\n${missing.map((name) => `Missing: ${name} from lock file`).join('\n')}`
	);
}

async function lockfileFor(
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

interface Plan {
	/** Entries to fetch and unpack. */
	pending: [string, LockedPackage][];
	/** Locations to delete first. */
	removed: string[];
	added: number;
	changed: number;
	dropped: number;
}

function planChanges(before: Record<string, LockedPackage>, after: Map<string, LockedPackage>): Plan {
	const isSame = (a: LockedPackage | undefined, b: LockedPackage | undefined): boolean =>
		a !== undefined &&
		b !== undefined &&
		a.version === b.version &&
		a.integrity === b.integrity &&
		a.link === b.link &&
		(!a.link || a.resolved === b.resolved);
	const gone = Object.keys(before).filter((location) => !isSame(before[location], after.get(location)));
	const isUnder = (location: string): boolean => gone.some((parent) => location.startsWith(`${parent}/`));
	const pending = [...after].filter(([location, entry]) => !isSame(before[location], entry) || isUnder(location));
	return {
		pending,
		removed: gone,
		added: pending.filter(([location]) => !before[location]).length,
		changed: gone.filter((location) => after.has(location)).length,
		dropped: gone.filter((location) => !after.has(location)).length
	};
}

async function fetchAll(
	pending: Map<string, LockedPackage>,
	tarSource: TarSource,
	{ onProgress, signal }: InstallOptions
): Promise<{ tars: Map<string, Uint8Array>; downloadedBytes: number }> {
	const wanted = [...pending].filter(([, entry]) => !entry.link && !entry.inBundle);
	const tars = new Map<string, Uint8Array>();
	let downloadedBytes = 0;
	await Promise.all(
		wanted.map(async ([location, entry]) => {
			checkAbort(signal);
			const fetched = await tarSource.get(location, entry).catch((error: unknown) => {
				checkAbort(signal);
				throw error;
			});
			downloadedBytes += fetched.downloadedBytes;
			tars.set(location, fetched.tar);
			onProgress?.({ type: 'fetched', packages: tars.size, of: wanted.length, bytes: downloadedBytes });
		})
	);
	return { tars, downloadedBytes };
}

async function unpackAll(
	pending: Map<string, LockedPackage>,
	tars: Map<string, Uint8Array>,
	{ target, cwd, onProgress, signal }: InstallOptions
): Promise<void> {
	let unpacked = 0;
	// Parents first: a package's folder is emptied before what is nested in it arrives.
	for (const location of [...tars.keys()].sort()) {
		if (unpacked++ % PACKAGES_PER_TURN === 0) await nextTurn();
		checkAbort(signal);
		onProgress?.({ type: 'unpacked', packages: unpacked, of: tars.size });
		const bins = new Set(Object.values(pending.get(location)?.bin ?? {}).map(normalizeBin));
		for (const file of untar(tars.get(location) ?? new Uint8Array())) {
			const isExecutable = file.executable || bins.has(file.path);
			await target.writeFile(`${cwd}/${location}/${file.path}`, file.bytes, isExecutable ? 0o755 : 0o644);
		}
	}
}

async function linkAll(packages: Map<string, LockedPackage>, lock: Lockfile, { target, cwd }: InstallOptions): Promise<void> {
	const links = new Map<string, string>();
	for (const [location, entry] of packages) {
		if (entry.link && entry.resolved) links.set(location, '../'.repeat(location.split('/').length - 1) + entry.resolved);
		const bins = (entry.link ? lock.packages[entry.resolved ?? '']?.bin : entry.bin) ?? {};
		for (const [name, file] of Object.entries(bins)) {
			const path = `${modulesFolderOf(location)}.bin/${name}`;
			if (name.includes('/') || name === '..' || normalizeBin(file).split('/').includes('..') || links.has(path)) continue;
			links.set(path, `../${nameAt(location)}/${normalizeBin(file)}`);
		}
	}
	for (const [path, to] of links) {
		await target.mkdirp(`${cwd}/${path.slice(0, path.lastIndexOf('/'))}`);
		await target.remove(`${cwd}/${path}`);
		await target.symlink(to, `${cwd}/${path}`);
	}
}

function normalizeBin(file: string): string {
	return file.replace(/^(?:\.?\/)+/, '');
}

/** Written last: without it the next install starts afresh. */
async function record(
	{ target, cwd }: InstallOptions,
	lock: Lockfile,
	{ packages, substitutions }: { packages: Map<string, LockedPackage>; substitutions: Substitution[] }
): Promise<void> {
	const earlier = JSON.parse((await readText(target, `${cwd}/${SUBSTITUTIONS}`)) ?? '[]') as Substitution[];
	const fresh = new Set(substitutions.map(({ location }) => location));
	const all = [...earlier.filter(({ location }) => !fresh.has(location)), ...substitutions];
	const hidden = {
		name: lock.name,
		version: lock.version,
		lockfileVersion: 3,
		requires: true,
		packages: Object.fromEntries(packages)
	};
	if (all.length > 0)
		await target.writeFile(`${cwd}/${SUBSTITUTIONS}`, encoder.encode(JSON.stringify(all, null, 2) + '\n'), 0o644);
	await target.writeFile(`${cwd}/${HIDDEN_LOCKFILE}`, encoder.encode(JSON.stringify(hidden, null, 2) + '\n'), 0o644);
}

function noticesFor({ unfit, native }: Selection, pending: [string, LockedPackage][]): string[] {
	const scripts = pending
		.filter(([, entry]) => entry.hasInstallScript)
		.map(([location, entry]) => `${nameAt(location)}@${entry.version}`);
	return [
		...unfit.map(
			(location) =>
				`EBADPLATFORM ${nameAt(location)} is native and may not run in the browser. Choose a package in JavaScript or WebAssembly.`
		),
		...pending
			.filter(([location]) => native.has(location) && !hasSubstitute(nameAt(location)))
			.map(([location, entry]) => nativeNotice(nameAt(location), entry.version ?? '')),
		...(scripts.length > 0 ? [`install scripts were not run: ${scripts.join(', ')}`] : [])
	];
}

function summarize(counts: { added: number; removed: number; changed: number }, durationMs: number): string {
	const time = durationMs < 1000 ? `${Math.round(durationMs)}ms` : `${Math.round(durationMs / 1000)}s`;
	const parts = Object.entries(counts)
		.filter(([, count]) => count > 0)
		.map(([verb, count], index) => (index === 0 ? `${verb} ${count} package${count === 1 ? '' : 's'}` : `${verb} ${count}`));
	if (parts.length === 0) return `up to date in ${time}`;
	const last = parts.pop();
	return `${parts.length > 0 ? `${parts.join(', ')}, and ${last}` : last} in ${time}`;
}

async function readText(target: InstallTarget, path: string): Promise<string | null> {
	const bytes = await target.readFile(path);
	return bytes === null ? null : new TextDecoder().decode(bytes);
}
