import { constants, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { HereDoc, HereString, Redirect, Redirection } from 'unbash';
import { OpenFile, type Descriptors } from './descriptors';
import { ShellFault } from './leave';
import type { Shell } from './shell';
import { systemMessage } from './system-message';

const READ = constants.O_RDONLY;
const WRITE = constants.O_WRONLY | constants.O_CREAT;
const FLAGS: Readonly<Record<string, number>> = {
	'<': READ,
	'<>': constants.O_RDWR | constants.O_CREAT,
	'>': WRITE | constants.O_TRUNC,
	'>|': WRITE | constants.O_TRUNC,
	'&>': WRITE | constants.O_TRUNC,
	'>>': WRITE | constants.O_APPEND,
	'&>>': WRITE | constants.O_APPEND
};
const NEW_FILE_MODE = 0o666;

/**
 * Applies redirections to `io` in their order.
 * @returns what closes the files that were opened for them
 * @throws ShellFault for a file that cannot be opened
 */
export async function redirect(shell: Shell, redirections: readonly Redirection[], io: Descriptors): Promise<() => void> {
	const opened: OpenFile[] = [];
	const close = () => {
		for (const file of opened.splice(0)) file.close();
	};
	try {
		for (const redirection of redirections) await applyOne(shell, redirection, { io, opened });
	} catch (error) {
		close();
		throw error;
	}
	return close;
}

interface Target {
	io: Descriptors;
	opened: OpenFile[];
}

async function applyOne(shell: Shell, redirection: Redirection, { io, opened }: Target): Promise<void> {
	const file = (path: string, flags: number) => {
		const made = open(shell.cwd, path, flags);
		opened.push(made);
		return made;
	};
	if (redirection.type !== 'Redirect') {
		const text =
			redirection.type === 'HereDoc' ? await textOfDocument(shell, redirection, io) : await textOfString(shell, redirection, io);
		const made = heldText(text);
		opened.push(made);
		return io.set(numberOf(shell, redirection, { io, fallback: 0 }), made);
	}
	const { operator } = redirection;
	if (operator === '<&' || operator === '>&') return duplicate(shell, redirection, { io, opened });
	const [path, ...others] = await shell.expandWords([wordOf(redirection)], io);
	if (path === undefined || others.length > 0) throw new ShellFault(`${wordOf(redirection).text}: ambiguous redirect`);
	const made = file(
		path,
		operator === '>' && shell.options.has('noclobber') ? WRITE | constants.O_EXCL : (FLAGS[operator] ?? READ)
	);
	io.set(numberOf(shell, redirection, { io, fallback: operator.startsWith('<') ? 0 : 1 }), made);
	if (operator.startsWith('&')) io.set(2, made);
}

/** `2>&1`, `<&3`, `3>&-`, and `>& FILE`. */
async function duplicate(shell: Shell, redirection: Redirect, { io, opened }: Target): Promise<void> {
	const fallback = redirection.operator === '<&' ? 0 : 1;
	const target = await shell.expandText(wordOf(redirection), io);
	const fd = numberOf(shell, redirection, { io, fallback });
	if (target === '-') return io.close(fd);
	const [, source, moves] = /^(\d+)(-?)$/.exec(target) ?? [];
	if (source !== undefined) {
		io.set(fd, io.endpoint(Number(source)));
		return moves ? io.close(Number(source)) : undefined;
	}
	if (redirection.operator === '<&' || redirection.descriptor) throw new ShellFault(`${target}: ambiguous redirect`);
	const made = open(shell.cwd, target, WRITE | constants.O_TRUNC);
	opened.push(made);
	io.set(1, made);
	io.set(2, made);
}

function wordOf(redirection: Redirect | HereString) {
	if (!redirection.target) throw new ShellFault(`syntax error near unexpected token \`${redirection.operator}'`, 2);
	return redirection.target;
}

function numberOf(shell: Shell, { descriptor }: Redirection, { io, fallback }: { io: Descriptors; fallback: number }): number {
	if (!descriptor) return fallback;
	if (descriptor.type === 'FileDescriptor') return descriptor.value;
	const fd = io.free();
	shell.variables.set(descriptor.name, String(fd));
	return fd;
}

function open(cwd: string, path: string, flags: number): OpenFile {
	try {
		return new OpenFile(openSync(resolve(cwd, path), flags, NEW_FILE_MODE));
	} catch (error) {
		const isTaken = (error as NodeJS.ErrnoException).code === 'EEXIST';
		throw new ShellFault(`${path}: ${isTaken ? 'cannot overwrite existing file' : systemMessage(error)}`);
	}
}

async function textOfDocument(shell: Shell, { body, delimiter, operator }: HereDoc, io: Descriptors): Promise<string> {
	const strip = (text: string) => (operator === '<<-' ? text.replace(/^\t+/gm, '') : text);
	return delimiter?.quoted ? strip(body.text) : shell.expandHereDocument(body, { io, strip });
}

async function textOfString(shell: Shell, redirection: HereString, io: Descriptors): Promise<string> {
	return `${await shell.expandText(wordOf(redirection), io)}\n`;
}

/** A file of the text that nobody else can open: all commands that read it share one position, and programs get it as it is. */
function heldText(text: string): OpenFile {
	const folder = mkdtempSync(join(tmpdir(), 'sh-'));
	const path = join(folder, 'text');
	try {
		writeFileSync(path, text, { mode: 0o600 });
		return new OpenFile(openSync(path, 'r'));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
