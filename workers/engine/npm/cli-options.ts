/** Options of npm that would change what a command does and that cannot be honoured here: never left out in silence. */
import { isSet, type Config } from './cli-config';

const SCRIPTS = 'install scripts are not run in the browser';
const NO_GLOBAL = 'there is no global folder in a tab; add the package to the project, or run its program with npx';
const NO_DATES = 'the dates of releases are not asked for here; name the version you want';
const ONE_PROJECT = 'give the command in the folder of the workspace';

/** Why it is refused; or a function that says so for some values only. */
type Rule = string | ((value: unknown) => string | null);

const INSTALL: Record<string, Rule> = {
	global: NO_GLOBAL,
	location: (value) => (value === 'global' ? NO_GLOBAL : null),
	'install-links': 'folders are linked; pack them with npm pack elsewhere and name the archive',
	'install-strategy': (value) => (value === 'linked' ? 'linked stores are not made here' : null),
	before: NO_DATES,
	'min-release-age': NO_DATES,
	'save-bundle': 'name the package in "bundleDependencies" of package.json',
	offline: 'the store of the tab is asked first anyway; leave the option out',
	'lockfile-version': (value) => (value === 1 ? 'locks of version 1 are read, and written as version 3' : null),
	'format-package-lock': 'locks are written with their indent',
	'replace-registry-host': (value) => (value === 'never' ? 'packages come from the registry that is set, wherever it is' : null),
	'dangerously-allow-all-scripts': SCRIPTS,
	'strict-allow-scripts': SCRIPTS,
	'allow-directory': 'leave the folder out of package.json',
	'allow-file': 'leave the archive out of package.json'
};

const READ: Record<string, Rule> = { global: NO_GLOBAL };
const SCRIPT: Record<string, Rule> = {
	'script-shell': (value) =>
		/(^|[/\\])(ba|j|da|z)?sh(\.exe)?$/.test(String(value)) ? null : 'scripts run in the shell of the tab'
};

const REFUSED: Record<string, Record<string, Rule>> = {
	install: INSTALL,
	ci: INSTALL,
	uninstall: INSTALL,
	update: INSTALL,
	prune: INSTALL,
	run: SCRIPT,
	exec: SCRIPT,
	ls: {
		...READ,
		long: 'the short list has name, version and place',
		link: 'npm ls --all shows links with an arrow',
		'package-lock-only': 'what is installed is listed',
		workspace: ONE_PROJECT,
		workspaces: 'workspaces are listed in the tree of their root',
		omit: 'all that is installed is listed'
	},
	explain: { ...READ, json: 'the answer is text', workspace: ONE_PROJECT },
	outdated: {
		...READ,
		json: 'the answer is a table',
		long: 'the answer is a table',
		parseable: 'the answer is a table',
		all: 'direct dependencies are listed',
		before: NO_DATES,
		'min-release-age': NO_DATES,
		workspace: ONE_PROJECT
	},
	view: { workspace: 'name the package', workspaces: 'name the package' },
	pkg: { workspace: ONE_PROJECT, workspaces: ONE_PROJECT },
	init: { workspace: 'make the folder and run npm init in it', workspaces: 'make the folders and run npm init in them' },
	config: { editor: 'open .npmrc in the editor of the page' }
};

/** The first option that `command` cannot honour, in words for the user; null where there is none. */
export function refusal(command: string, config: Config): string | null {
	for (const [name, rule] of Object.entries(REFUSED[command] ?? {})) {
		// Where one stands, npm itself chooses the workspace.
		if (name === 'workspace' && config.find(name) === 'default') continue;
		if (!isSet(config, name)) continue;
		const reason = typeof rule === 'string' ? rule : rule(config.get(name));
		if (reason === null) continue;
		return `npm ${command} cannot honour '${name}' (set by ${sourceOf(config, name)}) in the browser: ${reason}.`;
	}
	return null;
}

function sourceOf(config: Config, name: string): string {
	const where = config.find(name) ?? 'default';
	return where === 'cli' ? 'the command line' : where === 'env' ? 'the environment' : (config.data.get(where)?.source ?? where);
}
