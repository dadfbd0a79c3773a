/** `npm run`: scripts of package.json with their pre and post scripts, in the project or in workspaces. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, quote, run, say } from './cli-child';
import type { Config } from './cli-config';
import { readPackage } from './cli-project';
import { chosenWorkspaces } from './cli-workspaces';
import type { PackageJson } from './package-json';

/** @param words the script's name, then its arguments @throws Error for an unknown workspace */
export async function runScript(words: string[], config: Config): Promise<number> {
	const folders = chosenWorkspaces(config);
	if (!folders) return runIn(config.localPrefix, words, config);
	let code = 0;
	for (const folder of folders) {
		const failed = await runIn(folder, words, config);
		if (failed === 0) continue;
		say(
			'error',
			`Lifecycle script \`${words[0]}\` failed with error:\ncode ${failed}\nworkspace ${readPackage(folder)?.name ?? ''}\nlocation ${folder}`
		);
		code = failed;
	}
	return code;
}

async function runIn(cwd: string, [name = '', ...args]: string[], config: Config): Promise<number> {
	const pkg = readPackage(cwd);
	if (!pkg) return fail('ENOENT', `Could not read package.json in ${cwd}. Run npm init -y, or go to the project's folder.`);
	const scripts = scriptsOf(pkg);
	if (!Object.hasOwn(scripts, name)) {
		if (name === 'start' && existsSync(join(cwd, 'server.js'))) return run('node server.js', [], { shell: true, cwd });
		if (config.get('if-present') === true) return 0;
		const place = config.localPrefix === cwd ? '' : `\nin ${cwd}`;
		return fail('', `Missing script: "${name}"${place}\n\nTo see a list of scripts, run:\n  npm run`);
	}
	const events = config.get('ignore-scripts') === true ? [name] : [`pre${name}`, name, `post${name}`];
	for (const event of events) {
		const script = scripts[event];
		if (script === undefined) continue;
		const line = [script, ...(event === name ? args.map(quote) : [])].join(' ');
		if (config.get('loglevel') !== 'silent')
			console.log(`\n> ${pkg.name && pkg.version ? `${pkg.name}@${pkg.version} ` : ''}${event}\n> ${line}\n`);
		const code = await run(line, [], { shell: true, cwd, env: lifecycleEnvironment(pkg, event, { script, cwd, config }) });
		if (code !== 0) return code;
	}
	return 0;
}

function scriptsOf(pkg: PackageJson): Record<string, string> {
	return (pkg['scripts'] ?? {}) as Record<string, string>;
}

/** What npm tells a script, beside what `@npmcli/config` has set for all of npm's children. */
export function lifecycleEnvironment(
	pkg: PackageJson,
	event: string,
	{ script, cwd, config }: { script: string; cwd: string; config: Config }
): NodeJS.ProcessEnv {
	return {
		...process.env,
		...packageEnvironment(pkg),
		npm_lifecycle_event: event,
		npm_lifecycle_script: script,
		npm_package_json: join(cwd, 'package.json'),
		npm_config_user_agent: String(config.flat['userAgent'])
	};
}

/** `npm_package_*` of the fields that npm passes on. @source @npmcli/run-script, lib/package-envs.js */
function packageEnvironment({ name, version, ...pkg }: PackageJson): NodeJS.ProcessEnv {
	const env: NodeJS.ProcessEnv = {};
	const add = (value: unknown, key: string): void => {
		if (value === undefined) return;
		if (typeof value === 'object' && value !== null)
			for (const [inner, part] of Object.entries(value)) add(part, `${key}_${inner}`);
		else env[key] = value === null || value === false ? '' : String(value as string | number | true);
	};
	add({ name, version, config: pkg['config'], engines: pkg['engines'], bin: pkg['bin'] }, 'npm_package');
	return env;
}

const LIFECYCLE = /^(pre|post)?(install|publish|pack|prepare|test|stop|start|restart|version)$/;

export function listScripts(config: Config): number {
	for (const folder of chosenWorkspaces(config) ?? [config.localPrefix]) listIn(readPackage(folder) ?? {}, config);
	return 0;
}

function listIn(pkg: PackageJson, config: Config): void {
	if (config.get('json') === true) return console.log(JSON.stringify(scriptsOf(pkg), null, 2));
	const scripts = Object.entries(scriptsOf(pkg));
	const title = `${pkg.name ?? ''}${pkg.version ? `@${pkg.version}` : ''}`;
	const show = ([name, line]: [string, string]): void => console.log(`  ${name}\n    ${line}`);
	const lifecycle = scripts.filter(([name]) => LIFECYCLE.test(name));
	const others = scripts.filter(([name]) => !LIFECYCLE.test(name));
	if (lifecycle.length > 0) console.log(`Lifecycle scripts included in ${title}:`);
	lifecycle.forEach(show);
	if (others.length > 0)
		console.log(lifecycle.length > 0 ? 'available via `npm run`:' : `Scripts available in ${title} via \`npm run\`:`);
	others.forEach(show);
}
