import { EACCES, ENOENT } from '../fs/errno';
import type { FileSystem } from '../fs/file-system';
import { SHELL_TOOLS } from '../shell/tool-names';

export const NODE_PATH = '/usr/local/bin/node';
/** Where the shell program lives when the build has one. */
export const SHELL_PATH = '/usr/local/lib/tabsmith/sh.cjs';
export const DEFAULT_PATH = '/usr/local/bin:/usr/bin:/bin';

const ANY_EXECUTE = 0o111;
const MAX_INTERPRETERS = 4;
const HEAD_BYTES = 256;

const SYSTEM_PROGRAM = /^\/(usr\/(local\/)?)?bin\/[^/]+$/;
const NODE_NAMES: ReadonlySet<string> = new Set(['node', 'nodejs']);
/** What a shell does itself, whatever PATH holds. */
const SHELL_WORDS: ReadonlySet<string> = new Set(
	(
		'. : alias bg break builtin case cd command continue declare dirs disown do echo env eval exec exit export fg for function getopts hash if jobs kill local read readonly mapfile nice pushd popd ' +
		'return select set shift source time times trap type ulimit umask unalias unset until wait while'
	).split(' ')
);
const NPM_NAMES: ReadonlySet<string> = new Set(['npm', 'npx']);
const SHELL_NAMES: ReadonlySet<string> = new Set(['sh', 'bash', 'jsh', 'dash', 'zsh']);

export type ResolvedProgram = { argv: string[] } | { errno: number };

/**
 * What `execvp` would start, as a command line of node: programs are JavaScript files, found by PATH and their `#!` line.
 * @param args including `args[0]`
 */
export function resolveProgram(
	fs: FileSystem,
	file: string,
	args: readonly string[],
	cwd: string,
	path: string | undefined
): ResolvedProgram {
	return resolve(fs, file, args.slice(1), cwd, path ?? DEFAULT_PATH, 0);
}

function resolve(
	fs: FileSystem,
	file: string,
	rest: readonly string[],
	cwd: string,
	path: string,
	depth: number
): ResolvedProgram {
	if (depth > MAX_INTERPRETERS) return { errno: -40 };
	const name = file.slice(file.lastIndexOf('/') + 1);
	const found = findProgram(fs, file, cwd, path);
	if (SHELL_NAMES.has(name) && (!found || SYSTEM_PROGRAM.test(String(found)))) {
		const [program, ...words] = plainCommand(rest);
		if (program && typeof findProgram(fs, program, cwd, path) === 'string')
			return resolve(fs, program, words, cwd, path, depth + 1);
	}
	if (!found) return builtIn(fs, file, name, rest);
	if (typeof found === 'number') return { errno: found };
	if (found === NODE_PATH) return { argv: [NODE_PATH, ...rest] };
	const interpreter = interpreterOf(fs, found);
	if (!interpreter)
		return isJavaScript(fs, found)
			? { argv: [NODE_PATH, found, ...rest] }
			: resolve(fs, 'sh', [found, ...rest], cwd, path, depth + 1);
	const [program = '', ...options] = interpreter;
	if (NODE_NAMES.has(program.slice(program.lastIndexOf('/') + 1))) return { argv: [NODE_PATH, ...options, found, ...rest] };
	return resolve(fs, program, [...options, found, ...rest], cwd, path, depth + 1);
}

/** Programs that have no file of their own: node, the shell, and the unix tools that the shell carries. */
function builtIn(fs: FileSystem, file: string, name: string, rest: readonly string[]): ResolvedProgram {
	const directory = file.slice(0, file.length - name.length);
	if (directory !== '' && !SYSTEM_PROGRAM.test(file)) return { errno: ENOENT };
	if (NODE_NAMES.has(name)) return { argv: [NODE_PATH, ...rest] };
	const hasShell = fs.walk(SHELL_PATH) > 0;
	if (SHELL_NAMES.has(name)) return hasShell ? { argv: [NODE_PATH, SHELL_PATH, ...rest] } : withoutShell(name, rest);
	if (hasShell && SHELL_TOOLS.has(name)) return { argv: [NODE_PATH, SHELL_PATH, '--tool', name, ...rest] };
	return { errno: ENOENT };
}

/**
 * The words of `sh -c 'program argument ...'` that a shell would change nothing about: it is replaced by the program, as shells do
 * with their last command. Empty where something is left to the shell.
 */
function plainCommand([option, line, ...more]: readonly string[]): string[] {
	if (option !== '-c' || line === undefined || more.length > 0 || !/^[\w@%+:,./-]+( [\w@%+=:,./-]+)*$/.test(line)) return [];
	const words = line.split(' ');
	return SHELL_WORDS.has(words[0] ?? '') || SHELL_TOOLS.has(words[0] ?? '') ? [] : words;
}

/** A build without the shell still runs `sh -c 'node ...'`. */
function withoutShell(name: string, rest: readonly string[]): ResolvedProgram {
	const words = rest[0] === '-c' ? splitWords(rest[1] ?? '') : [];
	if (words[0] === 'node') return { argv: [NODE_PATH, ...words.slice(1)] };
	const message = `${name}: this build of the engine has no shell\n`;
	return { argv: [NODE_PATH, '-e', `process.stderr.write(${JSON.stringify(message)});process.exitCode=127`] };
}

/** Names that are the engine's own: whatever package brings a program of such a name, it does not take their place. */
const isOwnName = (name: string): boolean =>
	NODE_NAMES.has(name) || SHELL_NAMES.has(name) || NPM_NAMES.has(name) || SHELL_TOOLS.has(name);

const isOfPackages = (folder: string): boolean => folder.endsWith('/node_modules/.bin') || folder.endsWith('/node_modules/.bin/');

/** Absolute path of a program, null when there is none, or a negative errno. */
function findProgram(fs: FileSystem, file: string, cwd: string, searchPath: string): string | number | null {
	if (file.includes('/')) return usable(fs, file.startsWith('/') ? file : `${cwd}/${file}`);
	let refused: number | null = null;
	for (const directory of searchPath.split(':')) {
		const base = directory === '' ? cwd : directory.startsWith('/') ? directory : `${cwd}/${directory}`;
		if (isOwnName(file) && isOfPackages(base)) continue;
		const path = `${base}/${file}`;
		const candidate = usable(fs, path);
		if (typeof candidate === 'string') return candidate;
		if (candidate === null || fs.isDir(fs.walk(path))) continue;
		// A bin of the project's own folders is run as npm would have left it: executable.
		if (isOfPackages(base)) return path;
		refused = candidate;
	}
	return refused;
}

function usable(fs: FileSystem, path: string): string | number | null {
	const inode = fs.walk(path);
	if (inode < 0) return null;
	return fs.isDir(inode) || (fs.mode(inode) & ANY_EXECUTE) === 0 ? EACCES : path;
}

function interpreterOf(fs: FileSystem, path: string): string[] | null {
	const line = head(fs, path).split('\n', 1)[0] ?? '';
	if (!line.startsWith('#!')) return null;
	const words = line.slice(2).trim().split(/\s+/);
	if (words[0]?.endsWith('/env')) {
		words.shift();
		while (words[0] === '-S' || words[0]?.includes('=')) words.shift();
	}
	return words.length > 0 ? words : null;
}

function isJavaScript(fs: FileSystem, path: string): boolean {
	return /\.[cm]?[jt]s$/.test(path) || /^\s*(["']use strict|import |const |var |let |require\(|\/\*|\/\/)/.test(head(fs, path));
}

function head(fs: FileSystem, path: string): string {
	const inode = fs.walk(path);
	if (inode < 0) return '';
	const bytes = new Uint8Array(HEAD_BYTES);
	const count = fs.pread(inode, bytes, 0, HEAD_BYTES, 0);
	return new TextDecoder().decode(bytes.subarray(0, Math.max(0, count)));
}

/** Words of a simple command line: quotes and backslashes, nothing more. */
function splitWords(line: string): string[] {
	const words: string[] = [];
	for (const match of line.matchAll(/(?:"((?:\\.|[^"\\])*)"|'([^']*)'|((?:\\.|[^\s"'\\])+))/g)) {
		words.push(match[2] ?? (match[1] ?? match[3] ?? '').replace(/\\(.)/g, '$1'));
	}
	return words;
}
