/** Programs that npm starts, and how it speaks. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

export const NPM_VERSION = '11.19.1';

export interface RunOptions {
	shell: boolean;
	cwd: string;
	env?: NodeJS.ProcessEnv;
	/** Folders of programs that go before those of the project. */
	bins?: string[];
}

/** Waits for the child; a signal becomes 128 + its number, as in a shell. */
export function run(command: string, args: string[], { shell, cwd, env = process.env, bins = [] }: RunOptions): Promise<number> {
	const path = [...bins, ...binFolders(cwd), env['PATH'] ?? ''].join(delimiter);
	return new Promise((done) => {
		const child = spawn(command, args, { shell, cwd, stdio: 'inherit', env: { ...env, PATH: path } });
		const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
		process.on('SIGINT', forward).on('SIGTERM', forward);
		child.on('error', (error) =>
			done(fail((error as NodeJS.ErrnoException).code ?? '', `Cannot start '${command}': ${error.message}`))
		);
		child.on('exit', (code, signal) => {
			process.off('SIGINT', forward).off('SIGTERM', forward);
			done(code ?? 128 + (signal ? constants.signals[signal] : 0));
		});
	});
}

/** node_modules/.bin of a folder and of all above it. */
export function binFolders(cwd: string): string[] {
	const folders: string[] = [];
	for (let folder = cwd; ; folder = dirname(folder)) {
		folders.push(join(folder, 'node_modules/.bin'));
		if (folder === dirname(folder)) return folders;
	}
}

export function quote(argument: string): string {
	return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}

export function print(text: string): number {
	console.log(text);
	return 0;
}

const LEVELS = ['silent', 'error', 'warn'];
let verbosity = LEVELS.indexOf('warn');

/** @param level of npm's `loglevel`; those past `warn` tell no more than that here */
export function setVerbosity(level: string): void {
	verbosity = LEVELS.includes(level) ? LEVELS.indexOf(level) : LEVELS.indexOf('warn');
}

/** Lines on stderr, unless `loglevel` asks for silence. */
export function say(level: 'error' | 'warn', text: string): void {
	if (verbosity < LEVELS.indexOf(level)) return;
	for (const line of text.split('\n')) console.error(`npm ${level} ${line}`.trimEnd());
}

/** @returns 1, the exit code */
export function fail(code: string, message: string): number {
	say('error', (code ? `code ${code}\n` : '') + message);
	return 1;
}
