/** What an install is asked for, what it tells on the way, and what it did. */
import type { InstallSettings, TreeSettings } from './install-settings';
import type { ByteStore } from '../pack-store';
import type { LocalArchive } from './local-archives';
import type { Registry } from './registry';
import type { Manifest, Substitution } from './substitutions';
import type { InstallTarget } from './target';
import type { WasmFile } from './wasm-preheat';

export type InstallProgress =
	| { type: 'resolving' }
	| { type: 'resolved'; packages: number }
	| { type: 'fetched'; packages: number; of: number; bytes: number }
	| { type: 'unpacked'; packages: number; of: number };

export interface ResolveOptions {
	cwd: string;
	/** Absolute path -> text of package.json: the project's, those of workspaces and of folders that specs name. */
	locals: Map<string, string>;
	/** Archives that specs name, by absolute path. */
	archives: Map<string, LocalArchive>;
	lockfile: string | null;
	/** Packages to move to their newest allowed version; an empty list means all. */
	update?: string[];
	tree: TreeSettings;
	/** The lockfile is to be checked, not brought up to date: nothing is asked for ahead. */
	isFixed: boolean;
	registry: Registry;
	/** The uncompressed tar of a package that brings others with it. @throws as TarSource's `get` */
	readTar: (resolved: string, integrity: string | undefined) => Promise<Uint8Array>;
	/** Hears of manifests that will most likely be installed, long before the tree is there. */
	onPick?: (manifest: Manifest) => void;
}

/** Turns package.json and an earlier lockfile into the text of a lockfile; see resolver.ts. */
export type ResolveTree = (options: ResolveOptions) => Promise<string>;

export interface InstallOptions extends InstallSettings {
	/** Absolute folder with package.json. */
	cwd: string;
	target: InstallTarget;
	registry: Registry;
	store: ByteStore;
	resolve: ResolveTree;
	/** Hears of `name@version` of what `specs` name, before anything is fetched or written; may throw. */
	onAdd?: (added: string[]) => void;
	onProgress?: (progress: InstallProgress) => void;
	/** Hears of each WebAssembly file that is unpacked. */
	onWasm?: (file: WasmFile) => void;
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
