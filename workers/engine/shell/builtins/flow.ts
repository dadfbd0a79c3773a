import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { constants as system } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { quoted } from '../interpreter/quoted';
import { Leave, ShellFault } from '../interpreter/leave';
import type { Shell } from '../interpreter/shell';
import { systemMessage } from '../interpreter/system-message';
import { isTool } from '../tools';
import { write } from '../tool-output';
import type { Builtin } from './builtin';

const KEYWORDS: ReadonlySet<string> = new Set(
	'if then else elif fi for while until do done case esac function select time in { } ! [[ ]]'.split(' ')
);
const NUMBER = /^-?\d+$/;

const levels = (word: string | undefined): number => {
	if (word !== undefined && !(Number(word) >= 1)) throw new ShellFault(`${word}: loop count out of range`);
	return word === undefined ? 1 : Number(word);
};

export const breakLoop: Builtin = (shell, [count]) => {
	if (shell.loopDepth === 0) return 0;
	throw new Leave('break', Math.min(levels(count), shell.loopDepth));
};

export const continueLoop: Builtin = (shell, [count]) => {
	if (shell.loopDepth === 0) return 0;
	throw new Leave('continue', Math.min(levels(count), shell.loopDepth));
};

function exitCodeOf(shell: Shell, word: string | undefined): number {
	if (word === undefined) return shell.lastExitCode;
	if (!NUMBER.test(word)) throw new ShellFault(`${word}: numeric argument required`, 2, true);
	return Number(word) & 255;
}

export const returnFrom: Builtin = (shell, [code]) => {
	if (shell.functionDepth === 0 && shell.sourceDepth === 0)
		throw new ShellFault("can only `return' from a function or sourced script", 2);
	throw new Leave('return', exitCodeOf(shell, code));
};

export const exit: Builtin = (shell, [code]) => {
	throw new Leave('exit', exitCodeOf(shell, code));
};

export const evalSource: Builtin = (shell, args, { io }) => (args.length === 0 ? 0 : shell.run(args.join(' '), io));

/** `. FILE [ARGS]`: runs the file in this shell. */
export const source: Builtin = async (shell, [file, ...args], { io }) => {
	if (file === undefined) throw new ShellFault('filename argument required', 2);
	let text: string;
	try {
		text = readFileSync(
			file.includes('/') ? resolve(shell.cwd, file) : (onPath(shell, file, constants.R_OK) ?? resolve(shell.cwd, file)),
			'utf8'
		);
	} catch (error) {
		throw new ShellFault(`${file}: ${systemMessage(error)}`);
	}
	const outer = shell.args;
	if (args.length > 0) shell.args = args;
	shell.sourceDepth++;
	try {
		return await shell.run(text, io);
	} catch (error) {
		if (error instanceof Leave && error.kind === 'return') return error.count;
		throw error;
	} finally {
		shell.sourceDepth--;
		if (args.length > 0) shell.args = outer;
	}
};

export const exec: Builtin = (_shell, args, { replaceWith }) => {
	const words = [...args];
	// Another name, an empty environment, a login shell: programs here know none of them.
	while (/^-[acl]+$/.test(words[0] ?? '')) if (words.shift()?.includes('a')) words.shift();
	if (words[0] === '--') words.shift();
	return words.length === 0 ? 0 : replaceWith(words);
};

/** `command [-v|-V] NAME ...` */
export const command: Builtin = async (shell, args, { io, runNamed }) => {
	const words = [...args];
	let option = '';
	while (/^-[pvV]+$/.test(words[0] ?? '')) option += words.shift() ?? '';
	if (words[0] === '--') words.shift();
	if (!/[vV]/.test(option)) return words.length === 0 ? 0 : runNamed(words);
	let exitCode = words.length === 0 ? 1 : 0;
	for (const word of words) {
		const what = kindOf(shell, word);
		if (!what) exitCode = 1;
		if (!what && option.includes('V')) io.stderr.write(`${shell.prefix}command: ${word}: not found\n`);
		if (what) await write(io.stdout, `${option.includes('V') ? described(word, what) : (what.path ?? (what.kind === 'alias' ? `alias ${word}=${quoted(what.text ?? '')}` : word))}\n`); // prettier-ignore
	}
	return exitCode;
};

/** `type [-t|-p|-a] NAME...` */
export const type: Builtin = async (shell, args, { io }) => {
	const flags = args.filter((arg) => /^-[tpaPf]+$/.test(arg)).join('');
	let exitCode = 0;
	for (const word of args.filter((arg) => !/^-[tpaPf]+$/.test(arg))) {
		const what = kindOf(shell, word);
		if (!what) {
			exitCode = 1;
			if (flags === '' || flags === '-a') io.stderr.write(`${shell.prefix}type: ${word}: not found\n`);
		} else if (flags.includes('t')) await write(io.stdout, `${what.kind}\n`);
		else if (/[pP]/.test(flags)) await write(io.stdout, what.path ? `${what.path}\n` : '');
		else await write(io.stdout, `${described(word, what)}\n`);
	}
	return exitCode;
};

interface Kind {
	kind: 'alias' | 'keyword' | 'function' | 'builtin' | 'file';
	path?: string;
	text?: string;
}

function kindOf(shell: Shell, name: string): Kind | null {
	const text = shell.aliases.get(name);
	if (text !== undefined) return { kind: 'alias', text };
	if (KEYWORDS.has(name)) return { kind: 'keyword' };
	if (shell.functions.has(name)) return { kind: 'function' };
	if (shell.isBuiltin(name)) return { kind: 'builtin' };
	const path = name.includes('/') ? executable(resolve(shell.cwd, name), constants.X_OK) : onPath(shell, name, constants.X_OK);
	if (path !== null) return { kind: 'file', path: name.includes('/') ? name : path };
	return isTool(name) ? { kind: 'file', path: `/usr/bin/${name}` } : null;
}

function described(name: string, { kind, path, text }: Kind): string {
	if (kind === 'alias') return `${name} is aliased to \`${text ?? ''}'`;
	if (kind === 'keyword') return `${name} is a shell keyword`;
	if (kind === 'function') return `${name} is a function`;
	return kind === 'builtin' ? `${name} is a shell builtin` : `${name} is ${path ?? name}`;
}

function onPath(shell: Shell, name: string, mode: number): string | null {
	for (const folder of (shell.variables.text('PATH') ?? '').split(delimiter)) {
		const path = executable(resolve(shell.cwd, join(folder, name)), mode);
		if (path) return path;
	}
	return null;
}

function executable(path: string, mode: number): string | null {
	try {
		accessSync(path, mode);
		return statSync(path).isFile() ? path : null;
	} catch {
		// It is not there, or is not for us to run.
		return null;
	}
}

/** `trap [SOURCE | - | ''] SIGNAL...`, `trap -p`, `trap -l`. */
export const trap: Builtin = async (shell, args, { io }) => {
	const [first, ...rest] = args[0] === '--' ? args.slice(1) : args;
	if (first === '-l') {
		await write(io.stdout, `${Object.entries(system.signals).map(([name, number]) => `${number}) ${name}`).join('\n')}\n`); // prettier-ignore
		return 0;
	}
	if (first === undefined || first === '-p') {
		for (const [name, text] of shell.traps.list()) await write(io.stdout, `trap -- '${text.replaceAll("'", `'\\''`)}' ${name}\n`);
		return 0;
	}
	const isReset = first === '-' || NUMBER.test(first) || rest.length === 0;
	for (const word of first === '-' || !isReset ? rest : [first, ...rest]) {
		const name = signalName(word);
		if (name === null) throw new ShellFault(`${word}: invalid signal specification`);
		shell.traps.set(name, isReset ? null : first);
	}
	return 0;
};

function signalName(word: string): string | null {
	if (word === '0') return 'EXIT';
	if (NUMBER.test(word)) return Object.entries(system.signals).find(([, number]) => number === Number(word))?.[0] ?? null;
	const upper = word.toUpperCase();
	if (['EXIT', 'ERR', 'DEBUG', 'RETURN'].includes(upper)) return upper;
	const full = upper.startsWith('SIG') ? upper : `SIG${upper}`;
	return full in system.signals ? full : null;
}
