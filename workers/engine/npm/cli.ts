/**
 * `npm` and `npx` as a Node program. Scripts and tools run through child_process; what changes node_modules goes to the engine's
 * installer (`delegateInstall`). Called as npx when the program's name says so.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import type { PackageJson } from './package-json';

/** A reserved program: the kernel answers it itself and writes progress to its stdout. */
const INSTALLER = '/usr/lib/tabsmith/npm-install';
const NPM_VERSION = '11.19.1';
const COMMANDS: Record<string, string> = {
	i: 'install',
	install: 'install',
	add: 'install',
	ci: 'ci',
	'clean-install': 'ci',
	uninstall: 'uninstall',
	remove: 'uninstall',
	rm: 'uninstall',
	un: 'uninstall',
	run: 'run',
	'run-script': 'run',
	test: 'test',
	t: 'test',
	start: 'start',
	stop: 'stop',
	restart: 'restart',
	exec: 'exec',
	x: 'exec',
	ls: 'ls',
	list: 'ls',
	init: 'init',
	version: 'version'
};

/** @returns the exit code */
export async function main(argv: string[], programName = 'npm'): Promise<number> {
	if (programName.startsWith('npx')) return exec(argv);
	const [first = 'help', ...rest] = argv.filter((argument) => argument !== '--silent' && argument !== '-s');
	if (first === '-v' || first === '--version') return print(NPM_VERSION);
	const command = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
	switch (command) {
		case 'install':
		case 'ci':
		case 'uninstall':
			return delegateInstall([command, ...rest]);
		case 'run':
			return rest[0] === undefined ? listScripts() : runScript(rest[0], rest.slice(1));
		case 'test':
		case 'start':
		case 'stop':
		case 'restart':
			return runScript(command, rest);
		case 'exec':
			return exec(rest);
		case 'ls':
			return listPackages();
		case 'init':
			return init();
		case 'version':
			return print(JSON.stringify({ npm: NPM_VERSION, node: process.versions.node }, null, 2));
		default:
			return fail('EUSAGE', `Unknown command: "${first}". Known: ${[...new Set(Object.values(COMMANDS))].join(', ')}.`);
	}
}

/** The one place where installing leaves this program. */
function delegateInstall(args: string[]): Promise<number> {
	return run(INSTALLER, args, { shell: false, cwd: projectFolder() });
}

async function runScript(name: string, args: string[]): Promise<number> {
	const cwd = projectFolder();
	const pkg = readPackage(cwd);
	if (!pkg) return fail('ENOENT', `Could not read package.json in ${cwd}. Run npm init -y, or go to the project's folder.`);
	const scripts = (pkg['scripts'] ?? {}) as Record<string, string>;
	const isOptional = args.includes('--if-present');
	if (!Object.hasOwn(scripts, name)) {
		if (name === 'start' && existsSync(join(cwd, 'server.js'))) return run('node server.js', [], { shell: true, cwd });
		return isOptional ? 0 : fail('', `Missing script: "${name}"\n\nTo see a list of scripts, run:\n  npm run`);
	}
	const passed = args.filter((argument) => argument !== '--if-present' && argument !== '--silent');
	const separator = passed.indexOf('--');
	if (separator >= 0) passed.splice(separator, 1);
	for (const event of [`pre${name}`, name, `post${name}`]) {
		const script = scripts[event];
		if (script === undefined) continue;
		const line = [script, ...(event === name ? passed.map(quote) : [])].join(' ');
		console.log(`\n> ${pkg.name ?? ''}${pkg.version ? `@${pkg.version}` : ''} ${event}\n> ${line}\n`);
		const code = await run(line, [], { shell: true, cwd, env: lifecycleEnvironment(pkg, event, { script, cwd }) });
		if (code !== 0) return code;
	}
	return 0;
}

/** `npx tool args`, `npm exec tool -- args`, `-c 'line'`; a tool that is not there is installed first. */
async function exec(argv: string[]): Promise<number> {
	const cwd = projectFolder();
	const args = [...argv];
	const packages: string[] = [];
	while (args[0]?.startsWith('-')) {
		const option = args.shift();
		if (option === '--') break;
		if (option === '-c' || option === '--call') return run(args.join(' '), [], { shell: true, cwd: process.cwd() });
		if (option === '-p' || option === '--package') packages.push(args.shift() ?? '');
		if (option?.startsWith('--package=')) packages.push(option.slice('--package='.length));
		if (option === '-v' || option === '--version') return print(NPM_VERSION);
	}
	const [spec, ...rest] = args;
	if (!spec) return fail('EUSAGE', 'Name the command to run: npx <command> [arguments].');
	if (rest[0] === '--') rest.shift();
	const name = spec.replace(/(?!^)@.*$/, '');
	const installed = readPackage(join(cwd, 'node_modules', name));
	const tool = packages.length > 0 ? spec : binOf(name, installed);
	if (!existsSync(join(cwd, 'node_modules/.bin', tool))) {
		const code = await delegateInstall(['install', '--no-save', ...(packages.length > 0 ? packages : [spec])]);
		if (code !== 0) return code;
	}
	const real = packages.length > 0 ? tool : binOf(name, readPackage(join(cwd, 'node_modules', name)));
	return run([real, ...rest].map(quote).join(' '), [], { shell: true, cwd: process.cwd() });
}

function binOf(name: string, pkg: PackageJson | null): string {
	const short = name.split('/').pop() ?? name;
	const bins = pkg?.['bin'];
	if (typeof bins !== 'object' || bins === null || short in bins) return short;
	return Object.keys(bins)[0] ?? short;
}

interface RunOptions {
	shell: boolean;
	cwd: string;
	env?: NodeJS.ProcessEnv;
}

/** Waits for the child; a signal becomes 128 + its number, as in a shell. */
function run(command: string, args: string[], { shell, cwd, env = process.env }: RunOptions): Promise<number> {
	const bins = binFolders(cwd);
	return new Promise((done) => {
		const child = spawn(command, args, {
			shell,
			cwd,
			stdio: 'inherit',
			env: { ...env, PATH: [...bins, env['PATH'] ?? ''].join(delimiter) }
		});
		const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
		process.on('SIGINT', forward).on('SIGTERM', forward);
		child.on('error', (error) =>
			done(fail((error as NodeJS.ErrnoException).code ?? '', `Cannot start '${command}': ${error.message}`))
		);
		child.on('exit', (code, signal) => {
			process.off('SIGINT', forward).off('SIGTERM', forward);
			done(code ?? 128 + (signal ? constants.signals[signal] : 0));
		});
	});
}

function binFolders(cwd: string): string[] {
	const folders: string[] = [];
	for (let folder = cwd; ; folder = dirname(folder)) {
		folders.push(join(folder, 'node_modules/.bin'));
		if (folder === dirname(folder)) return folders;
	}
}

function lifecycleEnvironment(
	pkg: PackageJson,
	event: string,
	{ script, cwd }: { script: string; cwd: string }
): NodeJS.ProcessEnv {
	return {
		...process.env,
		npm_lifecycle_event: event,
		npm_lifecycle_script: script,
		npm_package_name: pkg.name ?? '',
		npm_package_version: pkg.version ?? '',
		npm_package_json: join(cwd, 'package.json'),
		npm_node_execpath: process.execPath,
		npm_execpath: process.argv[1] ?? '',
		npm_command: event === 'test' || event === 'start' ? event : 'run-script',
		npm_config_user_agent: `npm/${NPM_VERSION} node/${process.version} linux x64 workspaces/false`,
		INIT_CWD: process.cwd(),
		NODE: process.execPath
	};
}

function listScripts(): number {
	const scripts = (readPackage(projectFolder())?.['scripts'] ?? {}) as Record<string, string>;
	for (const [name, line] of Object.entries(scripts)) console.log(`  ${name}\n    ${line}`);
	return 0;
}

function listPackages(): number {
	const cwd = projectFolder();
	const pkg = readPackage(cwd) ?? {};
	console.log(`${pkg.name ?? basename(cwd)}${pkg.version ? `@${pkg.version}` : ''} ${cwd}`);
	const wanted = { ...(pkg['dependencies'] as object), ...(pkg['devDependencies'] as object) } as Record<string, string>;
	const names = Object.keys(wanted).sort();
	let code = 0;
	for (const [index, name] of names.entries()) {
		const version = readPackage(join(cwd, 'node_modules', name))?.version;
		if (!version) code = 1;
		const branch = index === names.length - 1 ? '└──' : '├──';
		console.log(`${branch} ${version ? `${name}@${version}` : `UNMET DEPENDENCY ${name}@${wanted[name]}`}`);
	}
	if (names.length === 0) console.log('└── (empty)');
	return code;
}

function init(): number {
	const path = join(process.cwd(), 'package.json');
	const earlier = readPackage(process.cwd()) ?? {};
	const pkg = {
		name: basename(process.cwd()).toLowerCase(),
		version: '1.0.0',
		description: '',
		main: 'index.js',
		scripts: { test: 'echo "Error: no test specified" && exit 1' },
		keywords: [],
		author: '',
		license: 'ISC',
		...earlier
	};
	const text = JSON.stringify(pkg, null, 2) + '\n';
	writeFileSync(path, text);
	return print(`Wrote to ${path}:\n\n${text}`);
}

/** The nearest folder upwards with a package.json; else the current one. */
function projectFolder(): string {
	for (let folder = resolve('.'); ; folder = dirname(folder)) {
		if (existsSync(join(folder, 'package.json'))) return folder;
		if (folder === dirname(folder)) return process.cwd();
	}
}

function readPackage(folder: string): PackageJson | null {
	const path = join(folder, 'package.json');
	return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as PackageJson) : null;
}

function quote(argument: string): string {
	return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}

function print(text: string): number {
	console.log(text);
	return 0;
}

function fail(code: string, message: string): number {
	for (const line of [...(code ? [`code ${code}`] : []), ...message.split('\n')]) console.error(`npm error ${line}`.trimEnd());
	return 1;
}
