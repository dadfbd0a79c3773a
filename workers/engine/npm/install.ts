/** `npm install`, `npm ci` and `npm uninstall`: resolve, select, substitute, fetch, unpack, link. */
import { NpmError } from './errors';
import { modulesFolderOf, nameAt, tarballPath, type LockedPackage, type Lockfile } from './lockfile';
import type { TarStore } from './pack-store';
import { addToPackageJson, matchesLockfile, parsePackageJson, removeFromPackageJson, type PackageJson } from './package-json';
import { PACKUMENT_HEADERS, type Registry } from './registry';
import { selectPackages, type Selection } from './selection';
import { hasSubstitute, nativeNotice, substitute, type Manifest, type Substitution } from './substitutions';
import { untar } from './tar';
import type { InstallTarget } from './target';

export type InstallProgress =
	{ type: 'resolved'; packages: number } | { type: 'fetched'; packages: number; of: number; bytes: number };

/** Turns package.json and an earlier lockfile into the text of a lockfile; see resolver.ts. */
export type ResolveTree = (options: { packageJson: string; lockfile: string | null; registry: Registry }) => Promise<string>;

export interface InstallOptions {
	command: 'install' | 'ci' | 'uninstall';
	/** Absolute folder with package.json. */
	cwd: string;
	/** Packages to add or remove; none installs what package.json asks for. */
	specs?: string[];
	saveDev?: boolean;
	/** false leaves package.json and the lockfile as they are, as `--no-save`. */
	save?: boolean;
	/** false leaves devDependencies out, as `--omit=dev`. */
	dev?: boolean;
	target: InstallTarget;
	registry: Registry;
	store: TarStore;
	resolve: ResolveTree;
	onProgress?: (progress: InstallProgress) => void;
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
const encoder = new TextEncoder();

/** @throws NpmError with npm's codes; package.json is then as it was and node_modules is repaired by the next install. */
export async function install(options: InstallOptions): Promise<InstallReport> {
	const startedAt = performance.now();
	const { target, cwd } = options;
	const { lock, write } = await lockfileFor(options);
	const selection = selectPackages(lock, { dev: options.dev ?? true });
	options.onProgress?.({ type: 'resolved', packages: selection.packages.size });
	if (selection.missing.length > 0 && options.command === 'ci') {
		throw new NpmError('EUSAGE', `package-lock.json lacks ${selection.missing.join(', ')}. Run npm install first.`);
	}
	if (options.command === 'ci') await target.remove(`${cwd}/node_modules`);
	const installed = JSON.parse((await readText(target, `${cwd}/${HIDDEN_LOCKFILE}`)) ?? '{"packages":{}}') as Lockfile;
	const plan = planChanges(installed.packages, selection.packages);
	const pending = new Map(plan.pending);
	const substitutions = await substitute(
		pending,
		{
			manifest: (name, version) => readManifest(options.registry, name, version),
			versions: (name) => readVersions(options.registry, name)
		},
		(location) => selection.packages.has(location)
	);
	const archives = await fetchAll(pending, options);
	for (const file of options.save === false ? [] : write) await target.writeFile(file.path, encoder.encode(file.text), 0o644);
	await target.remove(`${cwd}/${HIDDEN_LOCKFILE}`);
	for (const location of plan.removed) await target.remove(`${cwd}/${location}`);
	await unpackAll(pending, archives.tars, options);
	await linkAll(selection.packages, options);
	await record(options, lock, { packages: selection.packages, substitutions });
	options.store.flush();
	const counts = { added: plan.added, removed: plan.dropped, changed: plan.changed };
	const durationMs = performance.now() - startedAt;
	return {
		...counts,
		downloadedBytes: archives.downloadedBytes,
		substitutions,
		notices: noticesFor(selection, plan.pending),
		durationMs,
		summary: summarize(counts, selection.packages.size, durationMs)
	};
}

async function lockfileFor(options: InstallOptions): Promise<{ lock: Lockfile; write: { path: string; text: string }[] }> {
	const { cwd, target, command, specs = [] } = options;
	const packagePath = `${cwd}/package.json`;
	const text = await readText(target, packagePath);
	if (text === null && specs.length === 0)
		throw new NpmError('ENOENT', `There is no '${packagePath}'. Run npm init -y, or go to the project's folder.`);
	const pkg: PackageJson = parsePackageJson(text ?? '{}', packagePath);
	if (command === 'uninstall') removeFromPackageJson(pkg, specs);
	else if (specs.length > 0) {
		await addToPackageJson(pkg, specs, {
			dev: options.saveDev ?? false,
			read: (name, version) => readManifest(options.registry, name, version)
		});
	}
	const lockPath = `${cwd}/package-lock.json`;
	const lockText = await readText(target, lockPath);
	const known = lockText === null ? null : (JSON.parse(lockText) as Lockfile);
	const write = specs.length > 0 ? [{ path: packagePath, text: JSON.stringify(pkg, null, 2) + '\n' }] : [];
	if (matchesLockfile(pkg, known) && known.lockfileVersion >= 2) return { lock: known, write };
	if (command === 'ci' && !(known && pkg['overrides'])) {
		throw new NpmError('EUSAGE', 'npm ci needs a package-lock.json that agrees with package.json. Run npm install first.');
	}
	if (command === 'ci' && known) return { lock: known, write };
	const resolved = await options.resolve({
		packageJson: JSON.stringify(pkg, null, 2) + '\n',
		lockfile: lockText,
		registry: options.registry
	});
	return { lock: JSON.parse(resolved) as Lockfile, write: [...write, { path: lockPath, text: resolved }] };
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
		a !== undefined && b !== undefined && a.version === b.version && a.integrity === b.integrity && a.link === b.link;
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
	{ registry, store, onProgress }: InstallOptions
): Promise<{ tars: Map<string, Uint8Array>; downloadedBytes: number }> {
	const wanted = [...pending].filter(([, entry]) => !entry.link && !entry.inBundle);
	const tars = new Map<string, Uint8Array>();
	let downloadedBytes = 0;
	await Promise.all(
		wanted.map(async ([location, entry]) => {
			let tar = entry.integrity ? store.get(entry.integrity) : null;
			if (!tar) {
				const answer = await registry.tar(tarballPath(location, entry), entry.integrity);
				tar = answer.tar;
				downloadedBytes += answer.downloadedBytes;
				if (entry.integrity) store.put(entry.integrity, tar);
			}
			tars.set(location, tar);
			onProgress?.({ type: 'fetched', packages: tars.size, of: wanted.length, bytes: downloadedBytes });
		})
	);
	return { tars, downloadedBytes };
}

async function unpackAll(
	pending: Map<string, LockedPackage>,
	tars: Map<string, Uint8Array>,
	{ target, cwd }: InstallOptions
): Promise<void> {
	// Parents first: a package's folder is emptied before what is nested in it arrives.
	for (const location of [...tars.keys()].sort()) {
		const bins = new Set(Object.values(pending.get(location)?.bin ?? {}).map(normalizeBin));
		for (const file of untar(tars.get(location) ?? new Uint8Array())) {
			const isExecutable = file.executable || bins.has(file.path);
			await target.writeFile(`${cwd}/${location}/${file.path}`, file.bytes, isExecutable ? 0o755 : 0o644);
		}
	}
}

async function linkAll(packages: Map<string, LockedPackage>, { target, cwd }: InstallOptions): Promise<void> {
	const links = new Map<string, string>();
	for (const [location, entry] of packages) {
		if (entry.link && entry.resolved) links.set(location, '../'.repeat(location.split('/').length - 1) + entry.resolved);
		for (const [name, file] of Object.entries(entry.bin ?? {})) {
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

async function readManifest(registry: Registry, name: string, version: string): Promise<Manifest> {
	return (await registry.document(`/${name.replace('/', '%2f')}/${version}`)) as Manifest;
}

async function readVersions(registry: Registry, name: string): Promise<string[]> {
	const packument = (await registry.document(`/${name.replace('/', '%2f')}`, PACKUMENT_HEADERS)) as { versions?: object };
	return Object.keys(packument.versions ?? {});
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

function summarize(counts: { added: number; removed: number; changed: number }, total: number, durationMs: number): string {
	const time = durationMs < 1000 ? `${Math.round(durationMs)}ms` : `${Math.round(durationMs / 1000)}s`;
	const parts = Object.entries(counts)
		.filter(([, count]) => count > 0)
		.map(([verb, count], index) => (index === 0 ? `${verb} ${count} package${count === 1 ? '' : 's'}` : `${verb} ${count}`));
	if (parts.length === 0) return `up to date, ${total} package${total === 1 ? '' : 's'} in ${time}`;
	const last = parts.pop();
	return `${parts.length > 0 ? `${parts.join(', ')}, and ${last}` : last} in ${time}`;
}

async function readText(target: InstallTarget, path: string): Promise<string | null> {
	const bytes = await target.readFile(path);
	return bytes === null ? null : new TextDecoder().decode(bytes);
}
