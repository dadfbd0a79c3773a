/** `npx`, `npm exec` and `npm create`: a tool of the project, else one that is installed into a folder of its own. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { binFolders, fail, NPM_VERSION, print, quote, run } from './cli-child';
import { delegate } from './cli-delegate';
import { readPackage } from './cli-project';
import type { PackageJson } from './package-json';

const PACKAGE_MANAGERS = new Set(['pnpm', 'yarn', 'bun', 'corepack']);

/** `npx tool args`, `npm exec tool -- args`, `-p package tool`, `-c 'line'`. */
export async function exec(argv: string[]): Promise<number> {
	const args = [...argv];
	const packages: string[] = [];
	let line: string | null = null;
	while (args[0]?.startsWith('-')) {
		const option = args.shift() ?? '';
		if (option === '--') break;
		if (option === '-c' || option === '--call') line = args.shift() ?? '';
		else if (option.startsWith('--call=')) line = option.slice('--call='.length);
		else if (option === '-p' || option === '--package') packages.push(args.shift() ?? '');
		else if (option.startsWith('--package=')) packages.push(option.slice('--package='.length));
		else if (option === '-v' || option === '--version') return print(NPM_VERSION);
	}
	const [spec, ...rest] = args;
	if (rest[0] === '--') rest.shift();
	if (line === null && spec === undefined) return fail('EUSAGE', 'Name the command to run: npx <command> [arguments].');
	const cwd = process.cwd();
	const wanted = packages.length > 0 ? packages : spec !== undefined && line === null ? [spec] : [];
	const isLocal = packages.length === 0 && spec !== undefined && localTool(spec, cwd) !== null;
	const other = wanted.map((name) => split(name).name).find((name) => PACKAGE_MANAGERS.has(name));
	if (other !== undefined && !isLocal) {
		return fail(
			'ENOTSUP',
			`${other} cannot install here: it opens connections of its own, which a browser does not allow.\nUse npm: it reads the same package.json, and workspaces from its "workspaces" field.`
		);
	}
	const folder = isLocal || wanted.length === 0 ? null : await toolFolder(wanted);
	if (typeof folder === 'number') return folder;
	const bins = folder === null ? [] : [join(folder, 'node_modules/.bin')];
	if (line !== null) return run(line, [], { shell: true, cwd, bins });
	const tool = packages.length > 0 ? spec : isLocal ? localTool(spec ?? '', cwd) : toolOf(spec ?? '', folder ?? cwd);
	if (!tool) return fail('', 'could not determine executable to run');
	return run([tool, ...rest].map(quote).join(' '), [], { shell: true, cwd, bins });
}

/** `npm create vite@latest my -- --template x` runs `create-vite@latest my --template x`. */
export function create(argv: string[]): Promise<number> {
	const at = argv.findIndex((argument) => !argument.startsWith('-'));
	const rest = [...argv.slice(0, at), ...argv.slice(at + 1)].filter((argument) => !/^(-y|--yes)$/.test(argument));
	const separator = rest.indexOf('--');
	if (separator >= 0) rest.splice(separator, 1);
	return exec(['--yes', creatorOf(argv[at] ?? ''), ...rest]);
}

/** `vite@latest` -> `create-vite@latest`, `@scope` -> `@scope/create`, `@scope/app` -> `@scope/create-app`. */
function creatorOf(initializer: string): string {
	const [, name = initializer, version = ''] = /^(.[^@]*)(@.*)?$/.exec(initializer) ?? [];
	if (!name.startsWith('@')) return `create-${name}${version}`;
	const [scope, own] = name.split('/');
	return `${scope}/create${own ? `-${own}` : ''}${version}`;
}

/** The tool's name when the project has it, in the version that was asked for. */
function localTool(spec: string, cwd: string): string | null {
	const { name, version } = split(spec);
	for (const folder of binFolders(cwd)) {
		const pkg = readPackage(join(folder, '..', name));
		if (version && version !== pkg?.version) continue;
		const tool = pkg ? binOf(name, pkg) : name;
		if (tool && existsSync(join(folder, tool))) return tool;
	}
	return null;
}

/** A folder with these packages in its node_modules, installed when they are not there; or the exit code of a failed install. */
async function toolFolder(specs: readonly string[]): Promise<string | number> {
	const key = specs.join('+').replace(/[^\w@.+-]/g, '_');
	const folder = join(homedir(), '.npm/_npx', key);
	if (specs.every((spec) => existsSync(join(folder, 'node_modules', split(spec).name, 'package.json')))) return folder;
	mkdirSync(folder, { recursive: true });
	if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{}\n');
	const code = await delegate(['install', '--loglevel=error', ...specs], folder);
	return code === 0 ? folder : code;
}

function toolOf(spec: string, folder: string): string | null {
	const { name } = split(spec);
	const pkg = readPackage(join(folder, 'node_modules', name));
	return pkg && binOf(name, pkg);
}

/** One program is the one; of several, the one with the package's name. */
function binOf(name: string, pkg: PackageJson): string | null {
	const short = name.split('/').pop() ?? name;
	const bins = pkg['bin'];
	if (typeof bins === 'string') return short;
	if (typeof bins !== 'object' || bins === null) return null;
	const names = Object.keys(bins);
	if (names.includes(short)) return short;
	const targets = new Set(Object.values(bins as Record<string, string>));
	return targets.size === 1 ? (names[0] ?? null) : null;
}

function split(spec: string): { name: string; version: string } {
	const at = spec.indexOf('@', 1);
	return at < 0 ? { name: spec, version: '' } : { name: spec.slice(0, at), version: spec.slice(at + 1) };
}
