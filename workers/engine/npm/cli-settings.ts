/** `npm config get | set | delete | list`, kept in the .npmrc files that npm keeps them in. */
import { definitions, nerfDarts } from '@npmcli/config/lib/definitions';
import { fail, print } from './cli-child';
import type { Config } from './cli-config';

const SECRET =
	/^_|^\/\/.*:(_|(authToken|auth|password|username|email|certfile|keyfile)$)|^(auth|authToken|certfile|email|keyfile|password|username)$/;

export async function configure([verb = '', ...words]: string[], config: Config): Promise<number> {
	switch (verb) {
		case 'get':
			return words.length > 0 ? get(words, config) : list(config);
		case 'set':
			return words.length > 0 ? set(words, config) : usage();
		case 'delete':
		case 'rm':
		case 'del':
			if (words.length === 0) return usage();
			for (const key of words) config.delete(key, placeOf(config));
			await config.save(placeOf(config));
			return 0;
		case 'list':
		case 'ls':
			return list(config);
		default:
			return usage();
	}
}

function usage(): number {
	return fail(
		'EUSAGE',
		'npm config set <key>=<value> ...\nnpm config get [<key> ...]\nnpm config delete <key> ...\nnpm config list [--json]'
	);
}

function get(keys: readonly string[], config: Config): number {
	const secret = keys.find((key) => SECRET.test(key));
	if (secret !== undefined) return fail('', `The ${secret} option is protected, and cannot be retrieved in this way`);
	return print(keys.map((key) => (keys.length > 1 ? `${key}=` : '') + String(config.get(key))).join('\n'));
}

/** `a=1 b=2`, or `a 1`. */
async function set(words: readonly string[], config: Config): Promise<number> {
	const place = placeOf(config);
	const rest = [...words];
	while (rest.length > 0) {
		const word = rest.shift() ?? '';
		const at = word.indexOf('=');
		const key = (at < 0 ? word : word.slice(0, at)).trim();
		const value = (at < 0 ? (rest.shift() ?? '') : word.slice(at + 1)).trim();
		const name = key.split(':').pop() ?? '';
		if (!Object.hasOwn(definitions, name) && !nerfDarts.includes(name)) return fail('', `\`${name}\` is not a valid npm option`);
		if (value === '') config.delete(key, place);
		else config.set(key, value, place);
	}
	await config.save(place);
	return 0;
}

function placeOf(config: Config): 'user' | 'project' | 'global' {
	if (config.get('global') === true) return 'global';
	return config.get('location') as 'user' | 'project' | 'global';
}

function list(config: Config): number {
	if (config.get('json') === true) {
		const keys = new Set([...config.data.values()].flatMap(({ data }) => Object.keys(data)));
		const shown = [...keys].filter((key) => !SECRET.test(key)).map((key) => [key, config.get(key)]);
		return print(JSON.stringify(Object.fromEntries(shown), null, 2));
	}
	const lines = [...config.data].flatMap(([where, { data, source }]) => {
		const keys = Object.keys(data).sort((a, b) => a.localeCompare(b, 'en'));
		if (keys.length === 0 || (where === 'default' && config.get('long') !== true)) return [];
		const rows = keys.map((key) => {
			const row = `${key} = ${SECRET.test(key) ? '(protected)' : JSON.stringify(data[key])}`;
			return config.find(key) === where ? row : `; ${row} ; overridden by ${config.find(key)}`;
		});
		return [`; "${where}" config from ${source}`, '', ...rows, ''];
	});
	const place = [`; node version = ${process.version}`, `; npm local prefix = ${config.localPrefix}`, `; cwd = ${process.cwd()}`];
	return print([...lines, ...place, '; Run `npm config ls -l` to show all defaults.'].join('\n'));
}
