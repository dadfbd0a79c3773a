/** npm's options: its own `@npmcli/config` reads the command line, `npm_config_*` and the .npmrc files, and words the warnings. */
import NpmConfig from '@npmcli/config';
import { definitions, flatten, nerfDarts, shorthands } from '@npmcli/config/lib/definitions';
import { dirname, join } from 'node:path';
import { NPM_VERSION, say, setVerbosity } from './cli-child';

export type Config = NpmConfig;

/**
 * Options and, in `parsedArgv.remain`, the words that are none. Sets `npm_config_*` and the like in `process.env`, for scripts.
 * @param argv without the program @throws TypeError for options that exclude one another, ERR_INVALID_AUTH
 */
export async function loadConfig(argv: readonly string[]): Promise<Config> {
	const folder = dirname(process.argv[1] ?? '');
	const config = new NpmConfig({
		definitions,
		flatten,
		nerfDarts,
		shorthands,
		npmPath: folder,
		argv: ['node', 'npm', ...argv],
		warn: false
	});
	config.npmBin = join(folder, 'npm');
	const told: [level: 'warn' | 'error', text: string][] = [];
	const listen = (level: string, ...words: unknown[]): void => {
		if (level === 'warn' || level === 'error') told.push([level, words.join(' ')]);
	};
	const emitter = process as NodeJS.EventEmitter;
	emitter.on('log', listen);
	try {
		await config.load();
		config.set('npm-version', NPM_VERSION, 'default');
		config.validate();
		config.logWarnings();
	} finally {
		emitter.off('log', listen);
		// What npm has not read yet cannot quieten it.
		if (config.loaded) setVerbosity(String(config.get('loglevel')));
		for (const [level, text] of told) say(level, text);
	}
	return config;
}

/** Whether the value comes from somebody, and is not what npm does anyway. */
export function isSet(config: Config, name: string): boolean {
	if (config.isDefault(name)) return false;
	const usual = config.get(name, 'default');
	return JSON.stringify(config.get(name) ?? null) !== JSON.stringify(usual ?? null);
}

export function listOf(config: Config, name: string): string[] {
	const value = config.get(name);
	return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string' && item !== '') as string[];
}
