/** Chooses from a lockfile what one platform installs: all that the root reaches, optional branches cut where os, cpu or libc do not fit. */
import type { DependencyKind, InstallSettings } from './install-settings';
import type { LockedPackage, Lockfile } from './lockfile';

export interface Selection {
	/** Chosen entries by location. */
	packages: Map<string, LockedPackage>;
	/** `location > name` of required dependencies that the lockfile lacks. */
	missing: string[];
	/** Locations whose platform does not fit although they are required. */
	unfit: string[];
	/** Locations that come with builds for several processors, none of them for WebAssembly. */
	native: Set<string>;
}

const OS = 'linux';
const CPU = 'wasm32';

export interface SelectionOptions {
	omit?: readonly DependencyKind[] | undefined;
	/** Only what these folders of the project need, `''` its own. */
	workspaces?: readonly string[] | undefined;
	/** false leaves all workspaces out. */
	hasWorkspaces?: boolean | undefined;
	/** false leaves out what only peers ask for, as `--legacy-peer-deps`. */
	hasPeers?: boolean;
	platform?: InstallSettings['platform'];
}

/** Whether a package may be installed in the engine: os linux, cpu wasm32, no libc; or on another platform, where that is asked for. */
export function fitsPlatform(entry: LockedPackage, { os = OS, cpu = CPU, libc }: SelectionOptions['platform'] = {}): boolean {
	return fits(entry.os, os) && fits(entry.cpu, cpu) && (libc === undefined ? !entry.libc : fits(entry.libc, libc));
}

export function selectPackages(lock: Lockfile, options: SelectionOptions = {}): Selection {
	const omit = new Set(options.omit);
	if (options.hasPeers === false) omit.add('peer');
	const selection: Selection = { packages: new Map(), missing: [], unfit: [], native: new Set() };
	const queue: string[] = [];
	const seen = new Set<string>();
	const visit = (location: string): void => {
		if (seen.has(location)) return;
		seen.add(location);
		queue.push(location);
	};
	const add = (from: string, name: string, optional: boolean): void => {
		const location = findUpwards(lock, from, name);
		if (location === null) {
			if (!optional) selection.missing.push(`${from} > ${name}`);
			return;
		}
		const entry = lock.packages[location];
		if (!entry || seen.has(location)) return;
		const target = entry.link ? (lock.packages[entry.resolved ?? ''] ?? {}) : entry;
		if (!fitsPlatform(target, options.platform)) {
			if (optional) return;
			selection.unfit.push(location);
		}
		selection.packages.set(location, entry);
		visit(location);
		if (entry.link && entry.resolved !== undefined) visit(entry.resolved);
	};
	const roots = options.workspaces ?? [''];
	if (roots.includes('')) visit('');
	const links = options.hasWorkspaces === false ? [] : workspaceLinks(lock);
	for (const [name, folder] of links) if (!options.workspaces || roots.includes(folder)) add('', name, false);
	for (const location of queue) {
		const entry = lock.packages[location];
		if (!entry) continue;
		const optional = entry.optionalDependencies ?? {};
		for (const name of Object.keys(entry.dependencies ?? {})) if (!(name in optional)) add(location, name, false);
		if (!omit.has('optional')) for (const name of Object.keys(optional)) add(location, name, true);
		if (isNative(lock, location)) selection.native.add(location);
		for (const name of omit.has('peer') ? [] : Object.keys(entry.peerDependencies ?? {})) {
			add(location, name, entry.peerDependenciesMeta?.[name]?.optional === true);
		}
		if (omit.has('dev') || location.includes('node_modules/')) continue;
		for (const name of Object.keys(entry.devDependencies ?? {})) add(location, name, false);
	}
	return selection;
}

/** Links to the project's own workspaces, which no dependency need name: name and folder. */
export function workspaceLinks(lock: Lockfile): [name: string, folder: string][] {
	if (!lock.packages['']?.workspaces) return [];
	const prefix = 'node_modules/';
	const links = Object.entries(lock.packages).filter(([location, entry]) => entry.link && location.startsWith(prefix));
	return links
		.map(([location, { resolved = '' }]): [string, string] => [location.slice(prefix.length), resolved])
		.filter(([name, folder]) => !name.includes('/node_modules/') && !folder.startsWith('..'));
}

/** Whether all builds that a package brings as optional dependencies are for other processors. */
function isNative(lock: Lockfile, location: string): boolean {
	const builds = Object.keys(lock.packages[location]?.optionalDependencies ?? {}).flatMap((name) => {
		const found = findUpwards(lock, location, name);
		const entry = found === null ? undefined : lock.packages[found];
		return entry?.cpu ? [entry] : [];
	});
	return builds.length > 1 && !builds.some((build) => fitsPlatform(build));
}

/** Node's lookup in the lockfile: beside, then in each folder above. */
export function findUpwards(lock: Lockfile, from: string, name: string): string | null {
	for (let base = from; ; base = parentOf(base)) {
		const location = `${base ? `${base}/` : ''}node_modules/${name}`;
		if (lock.packages[location]) return location;
		if (!base) return null;
	}
}

function parentOf(location: string): string {
	const nested = location.lastIndexOf('/node_modules/');
	if (nested >= 0) return location.slice(0, nested);
	if (location.startsWith('node_modules/')) return '';
	return location.includes('/') ? location.slice(0, location.lastIndexOf('/')) : '';
}

function fits(value: string[] | string | undefined, wanted: string): boolean {
	const list = value === undefined ? [] : Array.isArray(value) ? value : [value];
	if (list.length === 0 || list.includes('any')) return true;
	if (list.includes(`!${wanted}`)) return false;
	const allowed = list.filter((item) => !item.startsWith('!'));
	return allowed.length === 0 || allowed.includes(wanted);
}
