/**
 * `npm` and `npx` as a Node program. Scripts and tools run through child_process; what needs the registry goes to the engine's
 * installer (`delegate`). Called as npx when the program's name says so.
 */
import { fail, NPM_VERSION, print, say } from './cli-child';
import { loadConfig, type Config } from './cli-config';
import { create, exec } from './cli-exec';
import { install, query } from './cli-install';
import { npxArguments } from './cli-npx-arguments';
import { refusal } from './cli-options';
import { editPackage } from './cli-pkg';
import { listScripts, runScript } from './cli-scripts';
import { configure } from './cli-settings';
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
	'ci, config, exec, explain, get, help, init, install, ls, outdated, pkg, prefix, prune, restart, root, run, set, start, stop, test, uninstall, update, version, view';
/** Commands of npm that need an account, git or a service that a tab does not reach. */
const ELSEWHERE =
	/^(access|adduser|audit|bugs|cache|completion|dedupe|deprecate|diff|dist-tag|docs|doctor|edit|explore|find-dupes|fund|help-search|install-ci-test|install-test|it|cit|link|login|logout|org|owner|pack|ping|profile|publish|query|rebuild|repo|sbom|search|shrinkwrap|star|stars|team|token|undeprecate|unpublish|unstar|whoami)$/;

/** @returns the exit code */
export async function main(argv: string[], programName = 'npm'): Promise<number> {
	const config = await loadConfig(programName.startsWith('npx') ? npxArguments(argv) : argv);
	const [first, ...words] = config.parsedArgv.remain;
	if (config.get('version', 'cli') === true) return print(NPM_VERSION);
	if (config.get('versions', 'cli') === true) return print(versions());
	if (first === undefined || config.get('usage') === true) return help(first === undefined ? 1 : 0);
	const command = Object.hasOwn(ALIASES, first) ? (ALIASES[first] ?? first) : first;
	const isScript = /^(test|start|stop|restart)$/.test(command);
	const refused = refusal(isScript ? 'run' : command, config);
	if (refused !== null) return fail('ENOTSUP', refused);
	if (config.get('force') === true) say('warn', 'using --force Recommended protections disabled.');
	process.env['npm_command'] = command;
	if (isScript) return runScript([command, ...words], config);
	return perform(command, { first, words, config });
}

function perform(
	command: string,
	{ first, words, config }: { first: string; words: string[]; config: Config }
): number | Promise<number> {
	switch (command) {
		case 'install':
		case 'uninstall':
		case 'update':
			return install(command, words, config);
		case 'ci':
		case 'prune':
			return install(command === 'ci' ? 'ci' : 'install', [], config);
		case 'outdated':
		case 'view':
			return query(command, words, config);
		case 'run':
			return words.length > 0 ? runScript(words, config) : listScripts(config);
		case 'exec':
			return exec(words, config);
		case 'ls':
			return listPackages(words, config);
		case 'explain':
			return explain(words, config.localPrefix);
		case 'init':
			return words.length > 0 ? create(words, config) : initialize(config);
		case 'pkg':
			return editPackage(words, config);
		case 'root':
			return print(`${config.get('global') === true ? `${config.globalPrefix}/lib` : config.localPrefix}/node_modules`);
		case 'prefix':
			return print(config.prefix);
		case 'config':
			return configure(words, config);
		case 'get':
		case 'set':
			return configure([command, ...words], config);
		case 'version':
			return words.length > 0 ? unavailable('version <new>') : print(versions());
		case 'help':
			return help(0);
		default:
			if (ELSEWHERE.test(command)) return unavailable(command);
			console.error(`Unknown command: "${first}"\n\nTo see a list of supported npm commands, run:\n  npm help`);
			return 1;
	}
}

function versions(): string {
	return JSON.stringify({ npm: NPM_VERSION, node: process.versions.node }, null, 2);
}

function unavailable(command: string): number {
	return fail('ENOTSUP', `npm ${command} is not available in the browser. Available: ${KNOWN}.`);
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
