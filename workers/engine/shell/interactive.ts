import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, resolve } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Session } from './session';
import { toolNames } from './tools';

const GREEN = '\x1b[32m';
const RED = '\x1b[31m';
const DIM = '\x1b[2m';
const RESET = '\x1b[0m';
const HISTORY_SIZE = 500;

/** Reads lines at a prompt until `exit` or Ctrl-D; Ctrl-C clears the line or interrupts what runs. @returns the exit code */
export async function interactive(session: Session): Promise<number> {
	let begun = '';
	// While a program runs the terminal sends it the signal; the shell itself must survive.
	process.on('SIGINT', () => session.interrupt());
	for (;;) {
		const asked = await ask(session, begun);
		({ begun } = asked);
		session.history = asked.entries;
		if (asked.lines.length === 0) return session.lastExitCode;
		for (const line of asked.lines) {
			await session.run(line, []);
			if (session.exitRequest !== null) return session.exitRequest;
		}
	}
}

interface Asked {
	/** Several when they were pasted; none at the end of the input. */
	lines: string[];
	/** What was typed of the line after them. */
	begun: string;
	/** The history with them. */
	entries: readonly string[];
}

function ask(session: Session, begun: string): Promise<Asked> {
	return new Promise((settle) => {
		const reader: Interface = createInterface({
			input: process.stdin,
			output: process.stdout,
			terminal: true,
			history: [...session.history],
			historySize: HISTORY_SIZE,
			removeHistoryDuplicates: true,
			prompt: promptOf(session),
			completer: (text: string) => complete(session, text)
		} as Parameters<typeof createInterface>[0]);
		let entries = session.history;
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
			settle({ lines: [''], begun: '', entries });
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

function promptOf(session: Session): string {
	const home = homedir();
	const place =
		session.cwd === home ? '~' : session.cwd.startsWith(`${home}/`) ? `~${session.cwd.slice(home.length)}` : session.cwd;
	return `${DIM}${place}${RESET} ${session.lastExitCode === 0 ? GREEN : RED}❯${RESET} `;
}

/** Completes the last word: commands first on the line, paths elsewhere. */
function complete(session: Session, text: string): [string[], string] {
	const word = /\S*$/.exec(text)?.[0] ?? '';
	const isCommand = text.trimStart() === word && !word.includes('/');
	const paths = pathsLike(session.cwd, word);
	if (!isCommand) return [paths, word];
	const names = [...toolNames(), 'cd', 'clear', 'exit', 'export', 'history', 'node', 'npm', 'npx'].filter((name) =>
		name.startsWith(word)
	);
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
