import { accessSync, constants, fstatSync, lstatSync, statSync, type Stats } from 'node:fs';
import { resolve } from 'node:path';
import { isatty } from 'node:tty';
import { ShellFault } from './leave';
import type { Shell } from './shell';

export const UNARY = /^-[abcdefghknoprstuvwxzGLNORS]$/;
export const BINARY = /^(?:==?|!=|[<>]|-(?:eq|ne|lt|le|gt|ge|nt|ot|ef))$/;

const SET_UID = 0o4000;
const SET_GID = 0o2000;
const STICKY = 0o1000;

/** `-f FILE` and its like. */
export function testUnary(shell: Shell, operator: string, operand: string): boolean {
	const path = resolve(shell.cwd, operand);
	const is = (test: (stat: Stats) => boolean) => testStat(operand, () => statSync(path), test);
	const may = (mode: number) => {
		if (operand === '') return false;
		try {
			accessSync(path, mode);
			return true;
		} catch {
			// It may not, or is not there.
			return false;
		}
	};
	switch (operator) {
		case '-z':
			return operand === '';
		case '-n':
			return operand !== '';
		case '-a':
		case '-e':
			return is(() => true);
		case '-f':
			return is((stat) => stat.isFile());
		case '-d':
			return is((stat) => stat.isDirectory());
		case '-s':
			return is((stat) => stat.size > 0);
		case '-p':
			return operand === '/dev/stdin' ? fstatSync(0).isFIFO() : is((stat) => stat.isFIFO());
		case '-S':
			return is((stat) => stat.isSocket());
		case '-b':
			return is((stat) => stat.isBlockDevice());
		case '-c':
			return is((stat) => stat.isCharacterDevice());
		case '-u':
			return is((stat) => (stat.mode & SET_UID) !== 0);
		case '-g':
			return is((stat) => (stat.mode & SET_GID) !== 0);
		case '-k':
			return is((stat) => (stat.mode & STICKY) !== 0);
		case '-h':
		case '-L':
			return testStat(operand, () => lstatSync(path), (stat) => stat.isSymbolicLink()); // prettier-ignore
		case '-O':
			return is((stat) => stat.uid === process.getuid?.());
		case '-G':
			return is((stat) => stat.gid === process.getgid?.());
		case '-N':
			return is((stat) => stat.mtimeMs > stat.atimeMs);
		case '-r':
			return may(constants.R_OK);
		case '-w':
			return may(constants.W_OK);
		case '-x':
			return may(constants.X_OK);
		case '-t':
			return /^\d+$/.test(operand) && isatty(Number(operand));
		case '-o':
			return shell.options.has(operand);
		case '-v':
			return isSet(shell, operand);
		default:
			throw new ShellFault(`${operator}: unary operator expected`, 2);
	}
}

function isSet(shell: Shell, name: string): boolean {
	const [, array = name, key] = /^(\w+)\[(.*)\]$/.exec(name) ?? [];
	const value = shell.variables.get(array)?.value;
	if (value instanceof Map) return value.has(key ?? '0');
	return value !== undefined;
}

function testStat(operand: string, read: () => Stats, test: (stat: Stats) => boolean): boolean {
	if (operand === '') return false;
	try {
		return test(read());
	} catch {
		// What is not there is nothing.
		return false;
	}
}

/** @throws ShellFault for a number that is none */
export function testBinary(shell: Shell, left: string, { operator, right }: { operator: string; right: string }): boolean {
	switch (operator) {
		case '=':
		case '==':
			return left === right;
		case '!=':
			return left !== right;
		case '<':
		case '>':
			return compareText(left, operator, right);
		case '-nt':
		case '-ot': {
			const [a, b] = [left, right].map((path) => statSync(resolve(shell.cwd, path), { throwIfNoEntry: false })?.mtimeMs ?? -1);
			return operator === '-nt' ? Number(a) > Number(b) : Number(a) < Number(b);
		}
		case '-ef': {
			const [a, b] = [left, right].map((path) => statSync(resolve(shell.cwd, path), { throwIfNoEntry: false }));
			return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
		}
		default:
			return compareNumbers(integer(left), operator, integer(right));
	}
}

export const compareText = (left: string, operator: '<' | '>', right: string): boolean =>
	operator === '<' ? left < right : left > right;

function integer(text: string): bigint {
	if (!/^\s*[+-]?\d+\s*$/.test(text)) throw new ShellFault(`${text}: integer expression expected`, 2);
	return BigInt(text.trim().replace(/^\+/, ''));
}

function compareNumbers(a: bigint, operator: string, b: bigint): boolean {
	switch (operator) {
		case '-eq':
			return a === b;
		case '-ne':
			return a !== b;
		case '-lt':
			return a < b;
		case '-le':
			return a <= b;
		case '-gt':
			return a > b;
		case '-ge':
			return a >= b;
		default:
			throw new ShellFault(`${operator}: binary operator expected`, 2);
	}
}
