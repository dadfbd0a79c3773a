import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, resolve } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { forEachChild, parse, type SyntaxNode } from 'unbash';
import { BUILTINS } from './builtins/builtins';
import type { Descriptors } from './interpreter/descriptors';
import { Leave, ShellFault } from './interpreter/leave';
import type { Shell } from './interpreter/shell';
import { toolNames } from './tools';

const GREEN = '\x1b[32m';
const RED = '\x1b[31m';
const DIM = '\x1b[2m';
const RESET = '\x1b[0m';
const HISTORY_SIZE = 500;
const CONTINUATION = `${DIM}>${RESET} `;
/** What a line that Ctrl-C has cleared stands for. */
const CANCELLED = '\x03';

/** Reads lines at a prompt until `exit` or Ctrl-D; Ctrl-C clears the line or interrupts what runs. @returns the exit code */
export async function interactive(shell: Shell, io: Descriptors): Promise<number> {
	shell.isInteractive = true;
	const prompt = new Prompt(shell);
	// While a program runs the terminal sends it the signal; the shell itself must survive.
	process.on('SIGINT', () => (shell.shared.isInterrupted = true));
	try {
		for (;;) {
			const source = await prompt.command();
			if (source === null) return await ended(shell, shell.lastExitCode, io);
			await runSource(shell, source, io);
		}
	} catch (error) {
		if (error instanceof Leave && error.kind === 'exit') return await ended(shell, error.count, io);
		throw error;
	}
}

/** Runs what the EXIT trap says. */
function ended(shell: Shell, exitCode: number, io: Descriptors): Promise<number> {
	return shell.runToEnd(`exit ${exitCode}`, io);
}

async function runSource(shell: Shell, source: string, io: Descriptors): Promise<void> {
	shell.shared.isInterrupted = false;
	try {
		await shell.run(source, io);
	} catch (error) {
		if (error instanceof ShellFault) {
			await shell.complain(error, io);
			shell.lastExitCode = error.exitCode;
		} else if (!(error instanceof Leave) || error.kind === 'exit') throw error;
		else if (error.kind === 'interrupted') shell.lastExitCode = error.count;
	} finally {
		shell.testDepth = shell.loopDepth = shell.functionDepth = 0;
	}
}

/** Asks for commands: several lines where one leaves something open. */
class Prompt {
	/** Lines that were pasted and have not run yet. */
	#waiting: string[] = [];
	#begun = '';

	constructor(private readonly shell: Shell) {}

	/** Null at the end of the input. */
	async command(): Promise<string | null> {
		for (let source = ''; ;) {
			const line = await this.#line(source === '' ? promptOf(this.shell) : CONTINUATION);
			if (line === null) return source === '' ? null : source;
			if (line === CANCELLED) source = '';
			else source += source === '' ? line : `\n${line}`;
			if (!isOpen(source)) return source;
		}
	}

	async #line(prompt: string): Promise<string | null> {
		const waiting = this.#waiting.shift();
		if (waiting !== undefined) return waiting;
		const { lines, begun, entries } = await ask(this.shell, { prompt, begun: this.#begun });
		this.#begun = begun;
		this.shell.shared.history = entries;
		this.#waiting = lines.slice(1);
		return lines[0] ?? null;
	}
}

/** Whether more lines must follow: a quote, a list or a here-document is open. */
function isOpen(source: string): boolean {
	if (/(?:^|[^\\])(?:\\\\)*\\$/.test(source)) return true;
	const { errors, commands } = parse(source);
	if (hasOpenDocument(commands)) return true;
	const error = errors?.[0];
	return (
		error !== undefined &&
		/unterminated|expected|unclosed|missing/i.test(error.message) &&
		error.pos >= source.trimEnd().length - 1
	);
}

function hasOpenDocument(nodes: readonly SyntaxNode[]): boolean {
	return nodes.some((node) => {
		if (node.type === 'HereDoc') return node.closing === undefined;
		const children: SyntaxNode[] = [];
		forEachChild(node, (child) => void children.push(child));
		return hasOpenDocument(children);
	});
}

interface Asked {
	/** Several when they were pasted; none at the end of the input. */
	lines: string[];
	/** What was typed of the line after them. */
	begun: string;
	/** The history with them. */
	entries: readonly string[];
}

function ask(shell: Shell, { prompt, begun }: { prompt: string; begun: string }): Promise<Asked> {
	return new Promise((settle) => {
		const reader: Interface = createInterface({
			input: process.stdin,
			output: process.stdout,
			terminal: true,
			history: [...shell.shared.history],
			historySize: HISTORY_SIZE,
			removeHistoryDuplicates: true,
			prompt,
			completer: (text: string) => complete(shell, text)
		} as Parameters<typeof createInterface>[0]);
		let entries = shell.shared.history;
		reader.on('history', (latest) => (entries = latest));
		const lines: string[] = [];
		let isDone = false;
		const finish = () => {
			if (isDone) return;
			isDone = true;
			const { line } = reader;
			reader.close();
			settle({ lines, begun: line, entries });
		};
		reader.on('line', (line) => {
			lines.push(line);
			// What came in the same chunk is still to be read: a closed reader would drop it.
			if (lines.length === 1) setImmediate(finish);
		});
		reader.on('SIGINT', () => {
			process.stdout.write('^C\n');
			isDone = true;
			reader.close();
			settle({ lines: [CANCELLED], begun: '', entries });
		});
		reader.on('close', () => {
			if (isDone) return;
			isDone = true;
			process.stdout.write('\n');
			settle({ lines: [], begun: '', entries });
		});
		reader.prompt();
		if (begun) reader.write(begun);
	});
}

function promptOf(shell: Shell): string {
	const home = homedir();
	const place = shell.cwd === home ? '~' : shell.cwd.startsWith(`${home}/`) ? `~${shell.cwd.slice(home.length)}` : shell.cwd;
	return `${DIM}${place}${RESET} ${shell.lastExitCode === 0 ? GREEN : RED}❯${RESET} `;
}

/** Completes the last word: commands first on the line, paths elsewhere. */
function complete(shell: Shell, text: string): [string[], string] {
	const word = /\S*$/.exec(text)?.[0] ?? '';
	const isCommand = text.trimStart() === word && !word.includes('/');
	const paths = pathsLike(shell.cwd, word);
	if (!isCommand) return [paths, word];
	const names = [...new Set([...toolNames(), ...BUILTINS.keys(), 'node', 'npm', 'npx'])].filter((name) => name.startsWith(word));
	return [[...names.sort(), ...paths], word];
}

function pathsLike(cwd: string, word: string): string[] {
	const folder = word.endsWith('/') ? word : dirname(word);
	const stem = word.endsWith('/') ? '' : basename(word);
	try {
		return readdirSync(resolve(cwd, folder || '.'), { withFileTypes: true })
			.filter((entry) => entry.name.startsWith(stem) && (stem.startsWith('.') || !entry.name.startsWith('.')))
			.map((entry) => `${word.slice(0, word.length - stem.length)}${entry.name}${entry.isDirectory() ? '/' : ''}`);
	} catch {
		return [];
	}
}
