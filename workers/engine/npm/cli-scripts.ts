/** `npm run`: scripts of package.json with their pre and post scripts, in the project or in workspaces. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, NPM_VERSION, quote, run } from './cli-child';
import { projectFolder, readPackage, takeWorkspaces } from './cli-project';
import type { PackageJson } from './package-json';

interface ScriptOptions {
	/** Without the lines that name the script. */
	isSilent: boolean;
	/** What to do without a script's name. */
	orElse: () => number;
}

/** @param args name, options, arguments of the script */
export async function runScript(args: string[], options: ScriptOptions): Promise<number> {
	let found: ReturnType<typeof takeWorkspaces>;
	try {
		found = takeWorkspaces(args);
	} catch (error) {
		return fail('', (error as Error).message);
	}
	const [name, ...rest] = found.rest;
	if (name === undefined) return options.orElse();
	if (!found.folders) return runIn(projectFolder(), name, { args: rest, isSilent: options.isSilent });
	let code = 0;
	for (const folder of found.folders) code = (await runIn(folder, name, { args: rest, isSilent: options.isSilent })) || code;
	return code;
}

async function runIn(cwd: string, name: string, { args, isSilent }: { args: string[]; isSilent: boolean }): Promise<number> {
	const pkg = readPackage(cwd);
	if (!pkg) return fail('ENOENT', `Could not read package.json in ${cwd}. Run npm init -y, or go to the project's folder.`);
	const scripts = (pkg['scripts'] ?? {}) as Record<string, string>;
	const isOptional = args.includes('--if-present');
	if (!Object.hasOwn(scripts, name)) {
		if (name === 'start' && existsSync(join(cwd, 'server.js'))) return run('node server.js', [], { shell: true, cwd });
		if (isOptional) return 0;
		return fail('', `Missing script: "${name}"\n\nTo see a list of scripts, run:\n  npm run`);
	}
	const passed = args.filter((argument) => argument !== '--if-present');
	const separator = passed.indexOf('--');
	if (separator >= 0) passed.splice(separator, 1);
	for (const event of [`pre${name}`, name, `post${name}`]) {
		const script = scripts[event];
		if (script === undefined) continue;
		const line = [script, ...(event === name ? passed.map(quote) : [])].join(' ');
		if (!isSilent) console.log(`\n> ${pkg.name && pkg.version ? `${pkg.name}@${pkg.version} ` : ''}${event}\n> ${line}\n`);
		const code = await run(line, [], { shell: true, cwd, env: lifecycleEnvironment(pkg, event, { script, cwd }) });
		if (code !== 0) return code;
	}
	return 0;
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

const LIFECYCLE = /^(pre|post)?(install|publish|pack|prepare|test|stop|start|restart|version)$/;

export function listScripts(): number {
	const pkg = readPackage(projectFolder()) ?? {};
	const scripts = Object.entries((pkg['scripts'] ?? {}) as Record<string, string>);
	const title = `${pkg.name ?? ''}${pkg.version ? `@${pkg.version}` : ''}`;
	const show = ([name, line]: [string, string]): void => console.log(`  ${name}\n    ${line}`);
	const lifecycle = scripts.filter(([name]) => LIFECYCLE.test(name));
	const others = scripts.filter(([name]) => !LIFECYCLE.test(name));
	if (lifecycle.length > 0) console.log(`Lifecycle scripts included in ${title}:`);
	lifecycle.forEach(show);
	if (others.length > 0)
		console.log(lifecycle.length > 0 ? 'available via `npm run`:' : `Scripts available in ${title} via \`npm run\`:`);
	others.forEach(show);
	return 0;
}
