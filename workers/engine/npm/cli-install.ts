/** `npm install`, `ci`, `uninstall`, `update`, `prune`, `view` and `outdated`: options become a question to the engine's installer. */
import { relative, resolve } from 'node:path';
import type { Config } from './cli-config';
import { delegate } from './cli-delegate';
import { chosenWorkspaces } from './cli-workspaces';
import type { DependencyField, DependencyKind, InstallSettings } from './install-settings';
import type { NpmQuestion } from './protocol';

/** @returns the exit code @throws Error for an unknown workspace */
export function install(command: InstallSettings['command'], specs: string[], config: Config): Promise<number> {
	return delegate({ ...questionFrom(config, config.localPrefix), settings: settingsFrom(command, specs, config) });
}

/** `npm view` and `npm outdated`. */
export function query(command: 'view' | 'outdated', words: string[], config: Config): Promise<number> {
	return delegate({
		...questionFrom(config, config.localPrefix),
		query: { command, words, isJson: config.get('json') === true }
	});
}

/** Packages for npx, into a folder of their own. */
export function installInto(folder: string, specs: string[], config: Config): Promise<number> {
	const settings: InstallSettings = { command: 'install', specs, tag: String(config.get('tag')) };
	return delegate({ ...questionFrom(config, folder), settings, output: 'errors', consent: config.get('yes') as boolean | null });
}

function questionFrom(config: Config, cwd: string): NpmQuestion {
	const level = String(config.get('loglevel'));
	return {
		cwd,
		isTerminal: process.stderr.isTTY && config.get('progress') === true,
		routes: Object.entries(config.flat).filter(([key, value]) => typeof value === 'string' && isRoute(key)) as [string, string][],
		output: level === 'silent' ? 'none' : config.get('json') === true ? 'json' : level === 'error' ? 'summary' : 'all'
	};
}

/** Keys of .npmrc that say where packages come from. */
function isRoute(key: string): boolean {
	return key === 'registry' || key.startsWith('//') || /^@[^:]+:registry$/.test(key);
}

function settingsFrom(command: InstallSettings['command'], specs: string[], config: Config): InstallSettings {
	const { flat } = config;
	const workspaces = chosenWorkspaces(config)?.map((folder) => relative(config.localPrefix, folder));
	const field = fieldFrom(config);
	return {
		command,
		specs: specs.map(withAbsolutePath),
		...(field ? { field } : {}),
		exact: config.get('save-exact') === true,
		savePrefix: String(config.get('save-prefix') ?? ''),
		tag: String(config.get('tag')),
		save: config.get('save') !== false,
		omit: (flat['omit'] ?? []) as DependencyKind[],
		...(workspaces ? { workspaces } : {}),
		hasWorkspaces: config.get('workspaces') !== false,
		packageLock: command === 'ci' || (config.get('package-lock') !== false && config.get('shrinkwrap') !== false),
		lockOnly: config.get('package-lock-only') === true,
		dryRun: config.get('dry-run') === true,
		binLinks: config.get('bin-links') !== false,
		platform: Object.fromEntries(
			['os', 'cpu', 'libc'].flatMap((name) => (typeof config.get(name) === 'string' ? [[name, config.get(name)]] : []))
		) as NonNullable<InstallSettings['platform']>,
		tree: {
			legacyPeerDeps: config.get('legacy-peer-deps') === true,
			strictPeerDeps: config.get('strict-peer-deps') === true,
			force: config.get('force') === true,
			preferDedupe: config.get('prefer-dedupe') === true,
			engineStrict: config.get('engine-strict') === true,
			installStrategy: String(flat['installStrategy'] ?? 'hoisted'),
			...(typeof config.get('lockfile-version') === 'number' ? { lockfileVersion: config.get('lockfile-version') as number } : {})
		}
	};
}

function fieldFrom(config: Config): DependencyField | null {
	const fields: [string, DependencyField][] = [
		['save-dev', 'devDependencies'],
		['save-optional', 'optionalDependencies'],
		['save-peer', 'peerDependencies'],
		['save-prod', 'dependencies']
	];
	return fields.find(([name]) => config.get(name) === true)?.[1] ?? null;
}

/** Folders and archives are named from where the command is given. */
function withAbsolutePath(spec: string): string {
	const path =
		/^(?:file:|link:)(.*)$/.exec(spec)?.[1] ??
		(/^(\.{0,2}\/|\.{1,2}$|~\/)|^[^@:]*\.(tgz|tar\.gz|tar)$/i.test(spec) ? spec : null);
	if (path === null) return spec;
	return `file:${path.startsWith('~/') ? resolve(process.env['HOME'] ?? '/', path.slice(2)) : resolve(path)}`;
}
