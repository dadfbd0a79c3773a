import { npath } from '@yarnpkg/fslib';
import { execute, ShellError, type UserOptions } from '@yarnpkg/shell';
import { setTimeout as pause } from 'node:timers/promises';
import { glob } from './glob';
import { interruptible } from './interruptible';
import './pipeline';
import { BeyondLineGrammar, rewriteLine } from './rewrite-line';
import { runScript } from './script';
import { toolBuiltins } from './tools';

type Builtins = NonNullable<UserOptions['builtins']>;

/** Words that only a full shell grammar knows; lines with them go to the script interpreter. */
const CONTROL_FLOW =
	/(^|[;&|({\n]\s*)(if|for|while|until|case|function|select)\s|\b\w+\s*\(\)\s*\{|\[\[|<<-?\s*\w|^\s*set\s+[-+]/m;

/** A rewritten line that looks at its arguments. */
const NAMES_ARGUMENTS = /\$\{(?:\d|[@*#]\})/;

/** Exit code of a line that Ctrl-C has ended: 128 + SIGINT. */
const INTERRUPTED = 130;

/** A builtin that runs first and remembers the line's own state, so that subshells do not change the session. */
const MARK_ROOT = '__session';

/** What survives from one line to the next: working directory, exported variables, last exit code. */
export class Session {
	lastExitCode = 0;
	/** Set by `exit`: the prompt ends with this code. */
	exitRequest: number | null = null;
	/** Lines entered at the prompt, newest first. */
	history: readonly string[] = [];
	/** Stops what is left of the running line. */
	interrupt: () => void = () => {};
	readonly #env: Record<string, string> = {};

	constructor(
		public cwd: string,
		env: NodeJS.ProcessEnv
	) {
		for (const [name, value] of Object.entries(env)) if (value !== undefined) this.#env[name] = value;
	}

	get env(): Readonly<Record<string, string>> {
		return this.#env;
	}

	/** Runs one line or a whole script. @returns the exit code; 127 for an unknown command, 2 for bad syntax */
	async run(source: string, args: string[]): Promise<number> {
		if (CONTROL_FLOW.test(source)) return (this.lastExitCode = await runScript(source, args, { cwd: this.cwd, env: this.#env }));
		try {
			const line = rewriteLine(source);
			if (line === '') return this.lastExitCode;
			// Arguments that a line does not name would be added to its last command.
			this.lastExitCode = await execute(`${MARK_ROOT}; ${line}`, NAMES_ARGUMENTS.test(line) ? args : [], {
				cwd: npath.toPortablePath(this.cwd),
				env: { ...this.#env, PWD: this.cwd },
				stdin: process.stdin,
				stdout: process.stdout,
				stderr: process.stderr,
				builtins: { ...toolBuiltins(), ...this.#stateful() },
				glob
			});
		} catch (error) {
			if (error instanceof BeyondLineGrammar)
				return (this.lastExitCode = await runScript(source, args, { cwd: this.cwd, env: this.#env }));
			process.stderr.write(`sh: ${error instanceof Error ? error.message : String(error)}\n`);
			this.lastExitCode = error instanceof ShellError || /Parse error|Expected/.test(String(error)) ? 2 : 1;
		}
		return this.lastExitCode;
	}

	/** Builtins that change this session, beside the state of the line that is running. */
	#stateful(): Builtins {
		let root: unknown;
		return {
			[MARK_ROOT]: async (_args, _options, state) => {
				root = state;
				this.interrupt = () => void (state.exitCode = INTERRUPTED);
				return this.lastExitCode;
			},
			echo: async (args, _options, state) => {
				if (/^-[neE]+$/.test(args[0] ?? '')) return runEcho(args, state.stdout);
				state.stdout.write(`${args.join(' ')}\n`);
				return 0;
			},
			sleep: async ([seconds], _options, state) => {
				const ms = Number(/^[\d.]+(?=s?$)/.exec(seconds ?? '')?.[0]) * 1000;
				if (Number.isFinite(ms)) return interruptible((signal) => pause(ms, 0, { signal }));
				state.stderr.write(`sleep: invalid time interval '${seconds ?? ''}'\n`);
				return 1;
			},
			history: async ([option], _options, state) => {
				if (option === '-c') this.history = [];
				const lines = this.history.toReversed().map((line, index) => `${String(index + 1).padStart(5)}  ${line}\n`);
				state.stdout.write(lines.join(''));
				return 0;
			},
			clear: async (_args, _options, state) => {
				// Home, erase the screen, then what has scrolled out of it.
				state.stdout.write('\x1b[H\x1b[2J\x1b[3J');
				return 0;
			},
			cd: async ([target = this.#env.HOME ?? '/'], options, state) => {
				const wanted = target === '-' ? this.#env.OLDPWD : target;
				if (wanted === undefined) {
					state.stderr.write('cd: OLDPWD not set\n');
					return 1;
				}
				const path = npath.resolve(npath.fromPortablePath(state.cwd), wanted);
				const stat = await options.baseFs.statPromise(npath.toPortablePath(path)).catch(() => null);
				if (!stat?.isDirectory()) {
					state.stderr.write(`cd: ${target}: ${stat ? 'Not a directory' : 'No such file or directory'}\n`);
					return 1;
				}
				state.cwd = npath.toPortablePath(path);
				state.environment.PWD = path;
				if (target === '-') state.stdout.write(`${path}\n`);
				if (state !== root) return 0;
				this.#env.OLDPWD = this.cwd;
				this.cwd = path;
				return 0;
			},
			export: async (assignments, _options, state) => {
				for (const assignment of assignments) {
					const [name = '', ...value] = assignment.split('=');
					const text = assignment.includes('=') ? value.join('=') : (state.variables[name] ?? this.#env[name] ?? '');
					state.environment[name] = text;
					if (state === root) this.#env[name] = text;
				}
				return 0;
			},
			unset: async (names, _options, state) => {
				for (const name of names) {
					delete state.environment[name];
					delete state.variables[name];
					if (state === root) delete this.#env[name];
				}
				return 0;
			},
			exit: async ([code], _options, state) => {
				const exitCode = code === undefined ? Number(state.variables['?'] ?? 0) : Number.parseInt(code, 10) & 255;
				if (state === root) this.exitRequest = exitCode;
				return (state.exitCode = exitCode);
			},
			exec: async (words, _options, state) => {
				state.exitCode = null;
				return execute(words.map(quote).join(' '), [], {
					cwd: state.cwd,
					env: state.environment,
					stdin: process.stdin,
					stdout: process.stdout,
					stderr: process.stderr
				});
			}
		};
	}
}

const ESCAPES: Record<string, string> = {
	n: '\n',
	t: '\t',
	r: '\r',
	'\\': '\\',
	a: '\x07',
	b: '\b',
	e: '\x1b',
	f: '\f',
	v: '\v'
};

/** `echo` with flags: `-n` no newline, `-e` escapes. */
function runEcho([flags = '', ...words]: string[], output: NodeJS.WritableStream): number {
	const text = words.join(' ');
	const isEscaped = flags.includes('e');
	const body = isEscaped
		? text.replace(/\\(x[0-9a-fA-F]{1,2}|0[0-7]{0,3}|.)/g, (whole, code: string) => escapeOf(whole, code))
		: text;
	output.write(flags.includes('n') ? body : `${body}\n`);
	return 0;
}

function escapeOf(whole: string, code: string): string {
	if (code[0] === 'x' && code.length > 1) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
	if (code[0] === '0') return String.fromCharCode(Number.parseInt(code, 8));
	return ESCAPES[code] ?? whole;
}

/** A word in single quotes, safe for the shell. */
function quote(word: string): string {
	return `'${word.replaceAll("'", `'"'"'`)}'`;
}
