/** What npm's options mean for an install; the npm program reads them, the npm worker follows them. */
export type DependencyField = 'dependencies' | 'devDependencies' | 'optionalDependencies' | 'peerDependencies';
export type DependencyKind = 'dev' | 'optional' | 'peer';

export interface InstallSettings {
	command: 'install' | 'ci' | 'uninstall' | 'update';
	/** Packages to add, remove or update; none installs what package.json asks for. Folders and archives as `file:` and an absolute path. */
	specs?: string[];
	/** Where new packages are noted; by default where they are, else dependencies. */
	field?: DependencyField;
	/** The version itself, without `savePrefix`. */
	exact?: boolean;
	savePrefix?: string;
	/** The version that a bare name means. */
	tag?: string;
	/** false leaves package.json and the lockfile as they are, as `--no-save`. */
	save?: boolean;
	/** Kinds of dependencies that stay out of node_modules. */
	omit?: DependencyKind[];
	/** Folders relative to the project, `''` its own: whose package.json is edited and what is installed. */
	workspaces?: string[];
	/** false leaves out the workspaces, as `--no-workspaces`. */
	hasWorkspaces?: boolean;
	/** false neither reads nor writes package-lock.json. */
	packageLock?: boolean;
	/** Writes package.json and package-lock.json, nothing else. */
	lockOnly?: boolean;
	/** Says what would change, and changes nothing. */
	dryRun?: boolean;
	/** false links no programs into node_modules/.bin. */
	binLinks?: boolean;
	/** In place of the engine's own. */
	platform?: { os?: string; cpu?: string; libc?: string };
	/** Passed on to Arborist as they are. */
	tree?: TreeSettings;
}

/** Options of Arborist that shape the tree, by its names. */
export interface TreeSettings {
	legacyPeerDeps?: boolean;
	strictPeerDeps?: boolean;
	force?: boolean;
	preferDedupe?: boolean;
	engineStrict?: boolean;
	installStrategy?: string;
	lockfileVersion?: number;
}
