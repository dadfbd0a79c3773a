/**
 * The shell: a Node program that answers to `sh`, `bash` and `jsh`.
 * `-c LINE [NAME ARGS]` runs a line, `FILE [ARGS]` a script, no arguments a prompt; `--tool NAME ARGS` runs one unix tool.
 */
import { readFileSync, statSync } from 'node:fs';
import { takeOptions } from './builtins/options';
import { Descriptors } from './interpreter/descriptors';
import { ShellFault } from './interpreter/leave';
import { Shell } from './interpreter/shell';
import { adoptState, SUBSHELL_OPTION } from './interpreter/subshell-process';
import { systemMessage } from './interpreter/system-message';
import { quoted } from './interpreter/quoted';

const NOT_FOUND = 127;
const NOT_EXECUTABLE = 126;

async function main([first, ...rest]: string[]): Promise<number> {
	const io = Descriptors.ofProcess();
	const shell = Shell.of(process.env, process.cwd());
	if (first === '--tool') {
		return shell.runToEnd(rest.map(quoted).join(' '), io);
	}
	if (first === SUBSHELL_OPTION) return shell.runToEnd(await adoptState(shell, rest[0] ?? '', io), io);
	const { mode, words } = parseArguments(shell, first === undefined ? [] : [first, ...rest]);
	if (mode === 'line') {
		const [line, name, ...args] = words;
		if (line === undefined) return fail('-c: option requires an argument', 2);
		Object.assign(shell, { name: name ?? shell.name, args });
		return shell.runToEnd(line, io);
	}
	const [file, ...args] = mode === 'input' ? [] : words;
	if (file === undefined) {
		shell.args = words;
		if (process.stdin.isTTY) return (await import('./interactive')).interactive(shell, io);
		return shell.runToEnd(readFileSync(0, 'utf8'), io);
	}
	Object.assign(shell, { name: file, args });
	const text = textOf(file);
	return typeof text === 'string' ? shell.runToEnd(text, io) : fail(`${file}: ${text.message}`, text.exitCode);
}

function textOf(file: string): string | { message: string; exitCode: number } {
	try {
		if (statSync(file).isDirectory()) return { message: 'Is a directory', exitCode: NOT_EXECUTABLE };
		return readFileSync(file, 'utf8');
	} catch (error) {
		return {
			message: systemMessage(error),
			exitCode: (error as NodeJS.ErrnoException).code === 'ENOENT' ? NOT_FOUND : NOT_EXECUTABLE
		};
	}
}

/** `-c` and `-s` are the shell's own, `-i` and `-l` change nothing; the other options are those of `set`. */
function parseArguments(shell: Shell, args: string[]): { mode: 'line' | 'input' | 'file'; words: string[] } {
	let mode: 'line' | 'input' | 'file' = 'file';
	const words = [...args];
	const options: string[] = [];
	for (;;) {
		const word = words[0] ?? '';
		if (word === '--' || word === '-') {
			words.shift();
			break;
		}
		if (/^--(?:norc|noprofile|login|posix|noediting)$/.test(word)) {
			words.shift();
			continue;
		}
		if (!/^[-+][a-zA-Z]+$/.test(word)) break;
		words.shift();
		if (word.includes('c')) mode = 'line';
		else if (word.includes('s')) mode = 'input';
		const others = word.slice(1).replace(/[csil]/g, '');
		if (others) options.push(`${word.charAt(0)}${others}`, ...(others.includes('o') ? words.splice(0, 1) : []));
	}
	takeOptions(shell, options);
	return { mode, words };
}

function fail(message: string, exitCode: number): number {
	process.stderr.write(`sh: ${message}\n`);
	return exitCode;
}

void main(process.argv.slice(2))
	.catch((error: unknown) => {
		if (error instanceof ShellFault) return fail(error.message, error.exitCode);
		throw error;
	})
	.then((exitCode) => {
		process.exitCode = exitCode;
		// A prompt's terminal or an unread pipe on standard input must not keep a finished shell alive.
		process.stdin.unref?.();
	});
