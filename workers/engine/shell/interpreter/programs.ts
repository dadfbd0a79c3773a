import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { exitCodeOf } from '../exit-code';
import type { Descriptors, Endpoint } from './descriptors';
import { ShellFault } from './leave';
import { systemMessage } from './system-message';

export const NOT_FOUND = 127;
export const NOT_EXECUTABLE = 126;

export interface ProgramContext {
	/** Absolute path. */
	cwd: string;
	env: Record<string, string>;
	io: Descriptors;
}

export interface Started {
	child: ChildProcess;
	/** Its exit code, 128 + the signal that ended it. Rejects with a ShellFault when it could not be started. */
	ended: Promise<number>;
	/** The signal that ended it, once it has ended. */
	signal(): NodeJS.Signals | null;
}

/** Starts a program that PATH or its path names. It inherits the shell's own descriptors and is connected to pipes within the shell. */
export function startProgram([name = '', ...args]: string[], context: ProgramContext): Started {
	if (name.includes('/') && statSync(resolve(context.cwd, name), { throwIfNoEntry: false })?.isDirectory())
		throw new ShellFault(`${name}: Is a directory`, NOT_EXECUTABLE);
	if (name === '') throw new ShellFault(': command not found', NOT_FOUND);
	return start(name, [name, ...args], context);
}

/** @param words path and arguments @param shown the name in messages */
export function start(shown: string, [path = '', ...args]: string[], { cwd, env, io }: ProgramContext): Started {
	const descriptors = Array.from({ length: Math.max(3, io.count) }, (_, fd) => io.get(fd));
	const stdio = descriptors.map((endpoint) => (endpoint ? (endpoint.fd ?? ('pipe' as const)) : ('ignore' as const)));
	const child = spawn(path, args, { cwd, env, stdio });
	for (const [fd, endpoint] of descriptors.entries()) {
		if (!endpoint || endpoint.fd !== null) continue;
		if (fd === 0) feed(endpoint.reader(), child.stdin);
		else drain(child.stdio[fd] as Readable | null | undefined, endpoint);
	}
	let endedBy: NodeJS.Signals | null = null;
	const ended = new Promise<number>((settle, reject) => {
		child.on('error', (error: NodeJS.ErrnoException) => {
			if (child.pid !== undefined) return;
			if (error.code === 'ENOEXEC') settle(start(shown, ['sh', path, ...args], { cwd, env, io }).ended);
			else reject(faultOf(error, shown, cwd));
		});
		child.on('close', (code, signal) => {
			if (child.pid === undefined) return;
			endedBy = signal;
			settle(code ?? (signal ? exitCodeOf(signal) : 1));
		});
	});
	return { child, ended, signal: () => endedBy };
}

function faultOf(error: NodeJS.ErrnoException, name: string, cwd: string): ShellFault {
	if (error.code !== 'ENOENT') return new ShellFault(`${name}: ${systemMessage(error)}`, NOT_EXECUTABLE);
	if (name.includes('/')) return new ShellFault(`${name}: No such file or directory`, NOT_FOUND);
	const hint = isInstalled(name, cwd) ? `\nAn installed package has it: try npx ${name}` : '';
	return new ShellFault(`${name}: command not found${hint}`, NOT_FOUND);
}

/** Whether a package of this folder or of one above brings the program. */
function isInstalled(name: string, cwd: string): boolean {
	for (let folder = cwd; ; folder = dirname(folder)) {
		if (existsSync(join(folder, 'node_modules/.bin', name))) return true;
		if (folder === dirname(folder)) return false;
	}
}

/** What the program does not take stays with the shell, but for what is in the pipe already. */
function feed(source: Readable, target: Writable | null): void {
	if (!target) return;
	// It may end without having read everything.
	target.on('error', () => {});
	target.once('close', () => source.unpipe(target));
	if (source.readableEnded || source.destroyed) target.end();
	else source.pipe(target);
}

/** A reader that has gone closes the program's pipe: its next write fails. */
function drain(source: Readable | null | undefined, endpoint: Endpoint): void {
	if (!source) return;
	const target = endpoint.writer();
	source.once('close', endpoint.hold());
	source.on('error', () => {});
	if (target.destroyed) source.destroy();
	else source.pipe(target, { end: false });
}
