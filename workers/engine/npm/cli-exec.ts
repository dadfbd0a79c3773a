/**
 * `npx`, `npm exec` and `npm create`: a program of the project by its name, else a package that the project has, else one that is
 * installed into a folder of its own. @source libnpmexec, lib/index.js
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative } from 'node:path';
import satisfies from 'semver/functions/satisfies';
import validRange from 'semver/ranges/valid';
import { binFolders, fail, quote, run } from './cli-child';
import { listOf, type Config } from './cli-config';
import { installInto } from './cli-install';
import { readPackage } from './cli-project';
import { lifecycleEnvironment } from './cli-scripts';
import { hiddenPackages } from './cli-tree';
import { chosenWorkspaces } from './cli-workspaces';
import { nameAt } from './lockfile';
import type { PackageJson } from './package-json';
import { isReserved } from './reserved-names';

const PACKAGE_MANAGERS = new Set(['pnpm', 'yarn', 'bun', 'corepack']);

interface Program {
	/** A name that is found in `bins` or above, or a path. */
	command: string;
	bins: string[];
}

/** `npx tool args`, `npm exec tool -- args`, `-p package tool`, `-c 'line'`; in each workspace that is asked for. */
export async function exec(words: string[], config: Config): Promise<number> {
	const folders = chosenWorkspaces(config);
	if (!folders) return execIn(process.cwd(), config.localPrefix, { words, config });
	let code = 0;
	for (const folder of folders) code = (await execIn(folder, folder, { words, config })) || code;
	return code;
}

/** @param cwd where the program runs @param project where it is looked for */
async function execIn(cwd: string, project: string, { words, config }: { words: string[]; config: Config }): Promise<number> {
	const call = String(config.get('call') ?? '');
	const packages = listOf(config, 'package');
	const [name, ...args] = words;
	if (call !== '' && name !== undefined)
		return fail('EUSAGE', "Give either a command or --call: npx -c '<command> [arguments]'.");
	if (call === '' && name === undefined) return fail('EUSAGE', 'Name the command to run: npx <command> [arguments].');
	const isByName = call === '' && packages.length === 0 && name !== undefined;
	const found = isByName ? programOf(name, project, config) : null;
	const program =
		found ?? (await packagedProgram(isByName ? [name] : packages, isByName ? null : (name ?? ''), { project, config }));
	if (typeof program === 'number') return program;
	const line = call !== '' ? call : [program.command, ...args].map(quote).join(' ');
	const env = lifecycleEnvironment(readPackage(project) ?? {}, 'npx', { script: line, cwd: project, config });
	return run(line, [], { shell: true, cwd, bins: program.bins, env });
}

/** `npm create vite@latest my -- --template x` runs `create-vite@latest my --template x`. */
export function create([initializer = '', ...args]: string[], config: Config): Promise<number> {
	return exec([creatorOf(initializer), ...args], config);
}

/** `vite@latest` -> `create-vite@latest`, `@scope` -> `@scope/create`, `@scope/app` -> `@scope/create-app`. */
function creatorOf(initializer: string): string {
	const [, name = initializer, version = ''] = /^(.[^@]*)(@.*)?$/.exec(initializer) ?? [];
	if (!name.startsWith('@')) return `create-${name}${version}`;
	const [scope, own] = name.split('/');
	return `${scope}/create${own ? `-${own}` : ''}${version}`;
}

/** What is there under this very name: of the project's own package.json, of node_modules upwards, of the system. */
function programOf(name: string, project: string, config: Config): Program | null {
	for (const folder of new Set([project, config.localPrefix])) {
		const file = binsOf(readPackage(folder) ?? {})[name];
		if (file !== undefined) return { command: join(folder, file), bins: [] };
	}
	if (name.includes('/')) return null;
	const folder = binFolders(project).find((bins) => existsSync(join(bins, name)));
	if (folder !== undefined) return { command: name, bins: [folder] };
	const system = join(config.globalPrefix, 'bin');
	return existsSync(join(system, name)) ? { command: name, bins: [system] } : null;
}

/** @param command null for the first package's own program @returns the exit code of an install that failed */
async function packagedProgram(
	specs: string[],
	command: string | null,
	{ project, config }: { project: string; config: Config }
): Promise<Program | number> {
	const missing = specs.filter((spec) => installedFolder(spec, config.localPrefix) === null);
	const other = missing.map((spec) => split(spec).name).find((name) => PACKAGE_MANAGERS.has(name));
	if (other !== undefined)
		return fail(
			'ENOTSUP',
			`${other} cannot install here: it opens connections of its own, which a browser does not allow.\nUse npm: it reads the same package.json, and workspaces from its "workspaces" field.`
		);
	const root = missing.length > 0 ? await toolFolder(missing, config) : project;
	if (typeof root === 'number') return root;
	const bins = missing.length > 0 ? [join(root, 'node_modules/.bin')] : [];
	if (command !== null) return { command, bins };
	const spec = specs[0] ?? '';
	const folder = missing.includes(spec)
		? join(root, 'node_modules', split(spec).name)
		: installedFolder(spec, config.localPrefix);
	const tool = folder === null ? null : toolIn(folder, missing.includes(spec) ? root : config.localPrefix);
	if (!tool || folder === null) return fail('', 'could not determine executable to run');
	const [name, file] = tool;
	return { command: isReserved(name) ? join(folder, file) : name, bins };
}

/** The program that a package is run by. What stands in for a native package has the programs of that one, as the lockfile says. */
function toolIn(folder: string, root: string): [name: string, file: string] | null {
	const pkg = readPackage(folder);
	const location = relative(root, folder);
	const bin = hiddenPackages(root)[location]?.bin ?? pkg?.['bin'];
	return pkg && toolOf({ ...pkg, name: nameAt(location), bin });
}

/** Where the project has a package that a spec asks for; null where it has not, and for tags, which only the registry knows. */
function installedFolder(spec: string, project: string): string | null {
	const { name, wanted } = split(spec);
	if (wanted !== '' && validRange(wanted, { loose: true }) === null) return null;
	for (const [location, { name: real, version = '' }] of Object.entries(hiddenPackages(project))) {
		if (nameAt(location) !== name && real !== name) continue;
		if (wanted === '' || satisfies(version, wanted, { loose: true })) return join(project, location);
	}
	return null;
}

/** A folder with these packages in its node_modules, installed when they are not there; or the exit code of a failed install. */
async function toolFolder(specs: readonly string[], config: Config): Promise<string | number> {
	const key = [...specs].sort((a, b) => a.localeCompare(b, 'en')).join('\n');
	const { createHash } = process.getBuiltinModule('node:crypto');
	const folder = join(homedir(), '.npm/_npx', createHash('sha512').update(key).digest('hex').slice(0, 16));
	if (specs.every((spec) => existsSync(join(folder, 'node_modules', split(spec).name, 'package.json')))) return folder;
	mkdirSync(folder, { recursive: true });
	if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{}\n');
	const code = await installInto(folder, [...specs], config);
	return code === 0 ? folder : code;
}

/** One program is the one; of several, the one with the package's name. */
function toolOf(pkg: PackageJson): [name: string, file: string] | null {
	const bins = Object.entries(binsOf(pkg));
	if (new Set(bins.map(([, file]) => file)).size === 1) return bins[0] ?? null;
	return bins.find(([name]) => name === shortName(pkg)) ?? null;
}

function binsOf(pkg: PackageJson): Record<string, string> {
	const bins = pkg['bin'];
	if (typeof bins === 'string') return { [shortName(pkg)]: bins };
	const found = Object.entries((bins ?? {}) as Record<string, unknown>).filter(([, file]) => typeof file === 'string');
	return Object.fromEntries(found) as Record<string, string>;
}

function shortName({ name = '' }: PackageJson): string {
	return name.slice(name.lastIndexOf('/') + 1);
}

function split(spec: string): { name: string; wanted: string } {
	const at = spec.indexOf('@', 1);
	return at < 0 ? { name: spec, wanted: '' } : { name: spec.slice(0, at), wanted: spec.slice(at + 1) };
}
