import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ShellFault } from '../interpreter/leave';
import type { Shell } from '../interpreter/shell';
import { systemMessage } from '../interpreter/system-message';
import { write } from '../tool-output';
import type { Builtin } from './builtin';

/** `cd [-L|-P] [FOLDER | -]`. */
export const cd: Builtin = async (shell, args, { io }) => {
	const operands = args.filter((arg) => !/^-[LPe@]+$|^--$/.test(arg));
	if (operands.length > 1) throw new ShellFault('too many arguments');
	const { variables } = shell;
	const target = operands[0] ?? variables.text('HOME');
	if (target === undefined) throw new ShellFault('HOME not set');
	const wanted = target === '-' ? variables.text('OLDPWD') : target;
	if (wanted === undefined) throw new ShellFault('OLDPWD not set');
	const found = alongPath(shell, wanted);
	const path = found ?? resolve(shell.cwd, wanted);
	enter(shell, path, wanted);
	if (target === '-' || found) await write(io.stdout, `${path}\n`);
	return 0;
};

/** A folder below one of CDPATH's. */
function alongPath(shell: Shell, wanted: string): string | null {
	if (/^\.{0,2}\//.test(wanted) || /^\.{1,2}$/.test(wanted)) return null;
	const folders = shell.variables.text('CDPATH')?.split(':') ?? [];
	return folders.filter(Boolean).map((folder) => resolve(shell.cwd, folder, wanted)).find((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory()) ?? null; // prettier-ignore
}

function enter(shell: Shell, path: string, shown: string): void {
	try {
		if (!statSync(path).isDirectory()) throw new ShellFault(`${shown}: Not a directory`);
	} catch (error) {
		throw error instanceof ShellFault ? error : new ShellFault(`${shown}: ${systemMessage(error)}`);
	}
	const { variables } = shell;
	variables.set('OLDPWD', shell.cwd);
	variables.set('PWD', path);
	for (const name of ['OLDPWD', 'PWD']) variables.declare(name, { isExported: true });
	shell.cwd = path;
}

export const pwd: Builtin = async (shell, _args, { io }) => {
	await write(io.stdout, `${shell.cwd}\n`);
	return 0;
};

/** `pushd [FOLDER]`: without one, the two on top change places. */
export const pushd: Builtin = async (shell, [folder], context) => {
	const from = shell.cwd;
	const target = folder ?? shell.folders[0];
	if (target === undefined) throw new ShellFault('no other directory');
	enter(shell, resolve(shell.cwd, target), target);
	shell.folders = [from, ...(folder === undefined ? shell.folders.slice(1) : shell.folders)];
	return dirs(shell, [], context);
};

export const popd: Builtin = async (shell, _args, context) => {
	const [target, ...rest] = shell.folders;
	if (target === undefined) throw new ShellFault('directory stack empty');
	enter(shell, target, target);
	shell.folders = rest;
	return dirs(shell, [], context);
};

export const dirs: Builtin = async (shell, _args, { io }) => {
	const home = shell.variables.text('HOME');
	const shown = [shell.cwd, ...shell.folders].map((path) =>
		home && (path === home || path.startsWith(`${home}/`)) ? `~${path.slice(home.length)}` : path
	);
	await write(io.stdout, `${shown.join(' ')}\n`);
	return 0;
};
