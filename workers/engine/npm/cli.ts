/**
 * `npm` and `npx` as a Node program. Scripts and tools run through child_process; what needs the registry goes to the engine's
 * installer (`delegate`). Called as npx when the program's name says so.
 */
import { fail, NPM_VERSION, print } from './cli-child';
import { delegate } from './cli-delegate';
import { create, exec } from './cli-exec';
import { editPackage } from './cli-pkg';
import { installFolder, projectFolder } from './cli-project';
import { listScripts, runScript } from './cli-scripts';
import { explain, initialize, listPackages } from './cli-tree';

const ALIASES: Record<string, string> = {
	i: 'install',
	add: 'install',
	in: 'install',
	'clean-install': 'ci',
	ic: 'ci',
	remove: 'uninstall',
	rm: 'uninstall',
	r: 'uninstall',
	un: 'uninstall',
	unlink: 'uninstall',
	up: 'update',
	upgrade: 'update',
	'run-script': 'run',
	rum: 'run',
	t: 'test',
	tst: 'test',
	x: 'exec',
	list: 'ls',
	la: 'ls',
	ll: 'ls',
	create: 'init',
	innit: 'init',
	info: 'view',
	show: 'view',
	v: 'view',
	why: 'explain',
	ddp: 'dedupe'
};

const KNOWN =
	'ci, config, exec, explain, get, help, init, install, ls, outdated, pkg, prefix, prune, restart, root, run, start, stop, test, uninstall, update, version, view';
/** Commands of npm that need an account, git or a service that a tab does not reach. */
const ELSEWHERE =
	/^(access|adduser|audit|bugs|cache|completion|dedupe|deprecate|diff|dist-tag|docs|doctor|edit|explore|find-dupes|fund|help-search|install-ci-test|install-test|it|cit|link|login|logout|org|owner|pack|ping|profile|publish|query|rebuild|repo|sbom|search|set|shrinkwrap|star|stars|team|token|undeprecate|unpublish|unstar|whoami)$/;

/** @returns the exit code */
export async function main(argv: string[], programName = 'npm'): Promise<number> {
	if (programName.startsWith('npx')) return exec(argv);
	const end = argv.indexOf('--');
	const isQuiet = (argument: string, index: number): boolean => (end < 0 || index < end) && /^(-s|--silent)$/.test(argument);
	const silent = argv.some(isQuiet) ? ['--silent'] : [];
	const [first = 'help', ...rest] = argv.filter((argument, index) => !isQuiet(argument, index));
	if (first === '-v' || first === '--version') return print(NPM_VERSION);
	if (/^(-h|--help|-l|-\?)$/.test(first)) return help(1);
	const command = Object.hasOwn(ALIASES, first) ? (ALIASES[first] ?? first) : first;
	switch (command) {
		case 'install':
		case 'ci':
		case 'uninstall':
		case 'update':
		case 'outdated':
		case 'view':
			return delegate([command, ...silent, ...rest], installFolder());
		case 'prune':
			return delegate(['install', ...silent, ...rest], installFolder());
		case 'run':
			return runScript(rest, { isSilent: silent.length > 0, orElse: listScripts });
		case 'test':
		case 'start':
		case 'stop':
		case 'restart':
			return runScript([command, ...rest], { isSilent: silent.length > 0, orElse: listScripts });
		case 'exec':
			return exec(rest);
		case 'ls':
			return listPackages(rest);
		case 'explain':
			return explain(rest);
		case 'init':
			return rest.some((argument) => !argument.startsWith('-')) ? create(rest) : initialize();
		case 'pkg':
			return editPackage(rest);
		case 'root':
			return print(`${projectFolder()}/node_modules`);
		case 'prefix':
			return print(projectFolder());
		case 'config':
			return rest[0] === 'get' ? config(rest[1]) : unavailable(`config ${rest[0] ?? ''}`);
		case 'get':
			return config(rest[0]);
		case 'version':
			return rest.length > 0
				? unavailable('version <new>')
				: print(JSON.stringify({ npm: NPM_VERSION, node: process.versions.node }, null, 2));
		case 'help':
			return help(argv.length > 0 ? 0 : 1);
		default:
			if (ELSEWHERE.test(command)) return unavailable(command);
			console.error(`Unknown command: "${first}"\n\nTo see a list of supported npm commands, run:\n  npm help`);
			return 1;
	}
}

function unavailable(command: string): number {
	return fail('ENOTSUP', `npm ${command} is not available in the browser. Available: ${KNOWN}.`);
}

/** Settings live in .npmrc; the few that tools ask for. */
function config(key = ''): number {
	const known: Record<string, string> = {
		registry: 'https://registry.npmjs.org/',
		prefix: '/usr/local',
		'user-agent': `npm/${NPM_VERSION}`
	};
	return print(process.env[`npm_config_${key.replaceAll('-', '_')}`] ?? known[key] ?? 'undefined');
}

/** @param exitCode 1 when nothing was asked for, as npm has it */
function help(exitCode: number): number {
	console.log(`npm <command>

Usage:

npm install        install all the dependencies in your project
npm install <foo>  add the <foo> dependency to your project
npm test           run this project's tests
npm run <foo>      run the script named <foo>
npm help           this text

Commands available in the browser:

    ${KNOWN}

npm@${NPM_VERSION}`);
	return exitCode;
}
