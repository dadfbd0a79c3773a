/**
 * The shell: a Node program that answers to `sh`, `bash` and `jsh`.
 * `-c LINE [NAME ARGS]` runs a line, `FILE [ARGS]` a script, no arguments a prompt; `--tool NAME ARGS` runs one unix tool.
 */
import { readFileSync } from 'node:fs';
import { interactive } from './interactive';
import { Session } from './session';
import { isTool, runToolAsProcess } from './tools';

async function main(args: string[]): Promise<number> {
	const [first, ...rest] = args;
	if (first === '--tool') {
		const [name = '', ...toolArgs] = rest;
		if (!isTool(name)) return fail(`${name}: not found`, 127);
		return runToolAsProcess(name, toolArgs);
	}
	const session = new Session(process.cwd(), process.env);
	const flags = first !== undefined && /^-[a-z]+$/.test(first) ? first.slice(1) : '';
	if (flags.includes('c')) {
		const [line, , ...lineArgs] = rest;
		if (line === undefined) return fail('-c: option requires an argument', 2);
		return session.run(line, lineArgs);
	}
	const operands = flags ? rest : args;
	const [file, ...fileArgs] = operands;
	if (file === undefined) return process.stdin.isTTY ? interactive(session) : session.run(readFileSync(0, 'utf8'), []);
	try {
		return await session.run(readFileSync(file, 'utf8').replace(/^#!.*/, ''), fileArgs);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
		return fail(`${file}: No such file or directory`, 127);
	}
}

function fail(message: string, exitCode: number): number {
	process.stderr.write(`sh: ${message}\n`);
	return exitCode;
}

void main(process.argv.slice(2)).then((exitCode) => {
	process.exitCode = exitCode;
	// A prompt's terminal or an unread pipe on standard input must not keep a finished shell alive.
	process.stdin.unref?.();
});
