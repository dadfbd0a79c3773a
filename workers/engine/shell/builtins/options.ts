import { ShellFault } from '../interpreter/leave';
import { quoted } from '../interpreter/quoted';
import type { Shell } from '../interpreter/shell';
import { OPTION_NAMES } from '../interpreter/special-parameters';
import { write } from '../tool-output';
import type { Builtin } from './builtin';

const NAMES: ReadonlySet<string> = new Set([...OPTION_NAMES.values(), 'pipefail', 'posix', 'vi', 'emacs', 'braceexpand', 'hashall', 'errtrace', 'functrace', 'notify', 'physical', 'privileged', 'history', 'histexpand', 'ignoreeof', 'interactive-comments', 'keyword', 'nolog', 'onecmd']); // prettier-ignore

/** Letters that change nothing here. */
const WITHOUT_EFFECT: Readonly<Record<string, string>> = {
	B: 'braceexpand',
	h: 'hashall',
	b: 'notify',
	E: 'errtrace',
	T: 'functrace',
	P: 'physical',
	H: 'histexpand',
	p: 'privileged'
};

/**
 * Takes options from the words' beginning, as `set` and the shell's own command line have them.
 * @returns the words behind them; null when there was no `--` and none are left
 */
export function takeOptions(shell: Shell, words: readonly string[]): { rest: string[]; areArguments: boolean } {
	const rest = [...words];
	for (;;) {
		const word = rest[0];
		if (word === '--') return { rest: rest.slice(1), areArguments: true };
		if (word === undefined || !/^[-+]./.test(word)) return { rest, areArguments: rest.length > 0 };
		rest.shift();
		for (const letter of word.slice(1)) {
			const name = letter === 'o' ? rest.shift() : (OPTION_NAMES.get(letter) ?? WITHOUT_EFFECT[letter]);
			if (name === undefined || !NAMES.has(name)) throw new ShellFault(letter === 'o' ? `${name ?? ''}: invalid option name` : `${word}: invalid option`, 2); // prettier-ignore
			if (word.startsWith('-')) shell.options.add(name);
			else shell.options.delete(name);
		}
	}
}

/** `set [-+abefhkmnpuvxBCEHPT] [-o NAME] [--] [ARGS]`. */
export const set: Builtin = async (shell, args, { io }) => {
	if (args.length === 0) {
		for (const name of shell.variables.names()) await write(io.stdout, `${name}=${quoted(shell.variables.text(name) ?? '')}\n`);
		return 0;
	}
	if (args.length === 1 && /^[-+]o$/.test(args[0] ?? '')) {
		for (const name of [...NAMES].sort())
			await write(io.stdout, `${name.padEnd(15)}\t${shell.options.has(name) ? 'on' : 'off'}\n`);
		return 0;
	}
	const { rest, areArguments } = takeOptions(shell, args);
	if (areArguments) shell.args = rest;
	return 0;
};

/** `shift [COUNT]`. */
export const shift: Builtin = (shell, [count = '1']) => {
	const number = Number(count);
	if (!/^\d+$/.test(count)) throw new ShellFault(`${count}: numeric argument required`);
	if (number > shell.args.length) return 1;
	shell.args = shell.args.slice(number);
	return 0;
};

/** `shopt [-s|-u|-q] [NAME]...`. */
export const shopt: Builtin = async (shell, args, { io }) => {
	const flags = args.filter((arg) => arg.startsWith('-')).join('');
	let exitCode = 0;
	for (const name of args.filter((arg) => !arg.startsWith('-'))) {
		if (flags.includes('s')) shell.options.add(name);
		else if (flags.includes('u')) shell.options.delete(name);
		else {
			const isOn = shell.options.has(name);
			if (!isOn) exitCode = 1;
			if (!flags.includes('q')) await write(io.stdout, `${name.padEnd(15)}\t${isOn ? 'on' : 'off'}\n`);
		}
	}
	return exitCode;
};
