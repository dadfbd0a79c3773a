/** The command line of `npx` as one of `npm exec`. @source npm's bin/npx-cli.js, whose walk over the options this is */
import { definitions, shorthands } from '@npmcli/config/lib/definitions';

const REMOVED = new Set(['always-spawn', 'ignore-existing', 'shell-auto-fallback', 'npm', 'node-arg', 'n']);
const SWITCHES = new Set([
	...Object.entries(definitions).flatMap(([name, { type }]) => ([type].flat().includes(Boolean) ? [name] : [])),
	...['always-spawn', 'ignore-existing', 'shell-auto-fallback', 'no-install', 'quiet', 'q', 'version', 'v', 'help', 'h']
]);
const WITH_VALUE = new Set(['package', 'p', 'cache', 'userconfig', 'call', 'c', 'shell', 'npm', 'node-arg', 'n']);

/** Options up to the first word are npm's, all else is the program's. */
export function npxArguments(argv: readonly string[]): string[] {
	const own: string[] = [];
	const rest = [...argv];
	for (;;) {
		const argument = rest[0];
		if (argument === undefined || argument === '--') return ['exec', ...own, ...rest];
		if (!argument.startsWith('-')) return ['exec', ...own, '--', ...rest];
		rest.shift();
		const [key = '', ...values] = argument.replace(/^-+/, '').split('=');
		const value = values.length > 0 ? [values.join('=')] : [];
		const long = shorthands[key];
		if (key !== 'p' && long && !REMOVED.has(key)) {
			rest.unshift(...long, ...value);
			continue;
		}
		if (REMOVED.has(key)) console.error(`npx: the --${key} argument has been removed.`);
		else own.push(renamed(key, argument, value));
		const takesNext = value.length === 0 && !SWITCHES.has(key) && (WITH_VALUE.has(key) || !rest[0]?.startsWith('-'));
		if (!takesNext || rest.length === 0) continue;
		const next = rest.shift() ?? '';
		if (!REMOVED.has(key)) own.push(next);
	}
}

function renamed(key: string, argument: string, value: readonly string[]): string {
	if (key === 'p') return ['--package', ...value].join('=');
	if (key === 'shell') return ['--script-shell', ...value].join('=');
	return key === 'no-install' ? '--yes=false' : argument;
}
