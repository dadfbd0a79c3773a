/** What an install is asked for, what it tells on the way, and what it did. */
import type { DependencyField } from './arguments';
import type { ByteStore } from '../pack-store';
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
	store: ByteStore;
	resolve: ResolveTree;
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
