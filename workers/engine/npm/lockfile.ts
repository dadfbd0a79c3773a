/** The parts of package-lock.json (version 3) and package.json that an install reads. */
export interface LockedPackage {
	name?: string;
	version?: string;
	resolved?: string;
	integrity?: string;
	link?: boolean;
	inBundle?: boolean;
	hasInstallScript?: boolean;
	os?: string[] | string;
	cpu?: string[] | string;
	libc?: string[] | string;
	bin?: Record<string, string>;
	dependencies?: Record<string, string>;
	devDependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
	peerDependencies?: Record<string, string>;
	peerDependenciesMeta?: Record<string, { optional?: boolean }>;
	workspaces?: string[] | { packages: string[] };
}

export interface Lockfile {
	name?: string;
	version?: string;
	lockfileVersion: number;
	/** By location relative to the project: `''` is the project, `node_modules/a` a package. */
	packages: Record<string, LockedPackage>;
}

const MODULES = 'node_modules/';

/** `node_modules/a/node_modules/@b/c` -> `@b/c`. */
export function nameAt(location: string): string {
	return location.slice(location.lastIndexOf(MODULES) + MODULES.length);
}

/** The folder that holds the package: `node_modules/a` -> `node_modules/`. */
export function modulesFolderOf(location: string): string {
	return location.slice(0, location.lastIndexOf(MODULES) + MODULES.length);
}

/** The registry path of a package's tarball; `omit resolved` lockfiles carry none, so it follows from name and version. */
export function tarballPath(location: string, entry: LockedPackage): string {
	if (entry.resolved?.startsWith('http')) return new URL(entry.resolved).pathname;
	const name = entry.name ?? nameAt(location);
	return `/${name}/-/${name.split('/').pop()}-${entry.version}.tgz`;
}
