import { interruptible } from '../interruptible';
import { ShellFault } from '../interpreter/leave';
import { write } from '../tool-output';
import type { Builtin } from './builtin';

const UNITS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86400 };

/** `sleep NUMBER[smhd]...` */
export const sleep: Builtin = async (_shell, args, { io }) => {
	let seconds = 0;
	if (args.length === 0) throw new ShellFault('missing operand');
	for (const arg of args) {
		const [, number, unit = ''] = /^(\d+\.?\d*|\.\d+)([smhd]?)$/.exec(arg) ?? [];
		if (number === undefined) {
			await write(io.stderr, `sleep: invalid time interval '${arg}'\n`);
			return 1;
		}
		seconds += Number(number) * (UNITS[unit] ?? 1);
	}
	const { setTimeout: pause } = process.getBuiltinModule('node:timers/promises');
	return interruptible((signal) => pause(seconds * 1000, 0, { signal }));
};

/** `alias [NAME[=TEXT]]...`; aliases are looked for at the prompt only. */
export const alias: Builtin = async (shell, args, { io }) => {
	let exitCode = 0;
	const show = (name: string, text: string) => write(io.stdout, `alias ${name}='${text.replaceAll("'", `'\\''`)}'\n`);
	if (args.length === 0) for (const [name, text] of [...shell.aliases].sort()) await show(name, text);
	for (const arg of args) {
		const at = arg.indexOf('=');
		const text = shell.aliases.get(arg);
		if (at > 0) shell.aliases.set(arg.slice(0, at), arg.slice(at + 1));
		else if (text !== undefined) await show(arg, text);
		else exitCode = await complain(io.stderr, `${shell.prefix}alias: ${arg}: not found`);
	}
	return exitCode;
};

export const unalias: Builtin = async (shell, args, { io }) => {
	let exitCode = 0;
	if (args[0] === '-a') shell.aliases.clear();
	else
		for (const arg of args)
			if (!shell.aliases.delete(arg)) exitCode = await complain(io.stderr, `${shell.prefix}unalias: ${arg}: not found`);
	return exitCode;
};

async function complain(stderr: NodeJS.WritableStream, message: string): Promise<number> {
	await write(stderr, `${message}\n`);
	return 1;
}

/** `history [-c]`: lines entered at the prompt. */
export const history: Builtin = async (shell, [option], { io }) => {
	if (option === '-c') shell.shared.history = [];
	const lines = shell.shared.history.toReversed().map((line, index) => `${String(index + 1).padStart(5)}  ${line}\n`);
	await write(io.stdout, lines.join(''));
	return 0;
};

export const clear: Builtin = async (_shell, _args, { io }) => {
	// Home, erase the screen, then what has scrolled out of it.
	await write(io.stdout, '\x1b[H\x1b[2J\x1b[3J');
	return 0;
};

export const times: Builtin = async (_shell, _args, { io }) => {
	const { user, system } = process.cpuUsage();
	const shown = (micros: number) => `${Math.floor(micros / 6e7)}m${((micros / 1e6) % 60).toFixed(3)}s`;
	await write(io.stdout, `${shown(user)} ${shown(system)}\n0m0.000s 0m0.000s\n`);
	return 0;
};

/** Nothing is remembered, so there is nothing to forget. */
export const hash: Builtin = () => 0;

/** `umask [MODE]`, octal. */
export const umask: Builtin = async (_shell, args, { io }) => {
	const mode = args.find((arg) => !arg.startsWith('-'));
	if (mode === undefined) await write(io.stdout, `${process.umask().toString(8).padStart(4, '0')}\n`);
	else if (/^[0-7]+$/.test(mode)) process.umask(Number.parseInt(mode, 8));
	else throw new ShellFault(`${mode}: octal number out of range`);
	return 0;
};

/** No limits are set here, and none can be. */
export const ulimit: Builtin = async (_shell, args, { io }) => {
	if (!args.some((arg) => /^\d+$/.test(arg))) await write(io.stdout, 'unlimited\n');
	return 0;
};
