import { npath } from '@yarnpkg/fslib';
import { execute, ShellError, type UserOptions } from '@yarnpkg/shell';
import { runScript } from './script';
import { toolBuiltins } from './tools';

type Builtins = NonNullable<UserOptions['builtins']>;

/** Words that only a full shell grammar knows; lines with them go to the script interpreter. */
const CONTROL_FLOW =
	/(^|[;&|({\n]\s*)(if|for|while|until|case|function|select)\s|\b\w+\s*\(\)\s*\{|\[\[|<<-?\s*\w|^\s*set\s+[-+]/m;

/** A builtin that runs first and remembers the line's own state, so that subshells do not change the session. */
const MARK_ROOT = '__session';

/** What survives from one line to the next: working directory, exported variables, last exit code. */
export class Session {
	lastExitCode = 0;
	/** Set by `exit`: the prompt ends with this code. */
	exitRequest: number | null = null;
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
		const line = joinLines(source);
		if (line === '') return this.lastExitCode;
		try {
			this.lastExitCode = await execute(`${MARK_ROOT}; ${line}`, args, {
				cwd: npath.toPortablePath(this.cwd),
				env: { ...this.#env, PWD: this.cwd },
				stdin: process.stdin,
				stdout: process.stdout,
				stderr: process.stderr,
				builtins: { ...toolBuiltins(), ...this.#stateful() },
				variables: { '?': String(this.lastExitCode), $: String(process.pid) }
			});
		} catch (error) {
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
				return this.lastExitCode;
			},
			echo: async (args, _options, state) => {
				if (/^-[neE]+$/.test(args[0] ?? '')) return runEcho(args, state.stdout);
				state.stdout.write(`${args.join(' ')}\n`);
				return 0;
			},
			clear: async (_args, _options, state) => {
				// Home, erase the screen, then what has scrolled out of it.
				state.stdout.write('\x1b[H\x1b[2J\x1b[3J');
				return 0;
			},
			cd: async ([target = this.#env.HOME ?? '/'], options, state) => {
				const wanted = target === '-' ? (this.#env.OLDPWD ?? this.cwd) : target;
				const path = npath.resolve(npath.fromPortablePath(state.cwd), wanted);
				const stat = await options.baseFs.statPromise(npath.toPortablePath(path)).catch(() => null);
				if (!stat?.isDirectory()) {
					state.stderr.write(`cd: ${target}: ${stat ? 'Not a directory' : 'No such file or directory'}\n`);
					return 1;
				}
				state.cwd = npath.toPortablePath(path);
				state.environment.PWD = path;
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

/** A script's lines as one: comments dropped, continuations joined. */
function joinLines(source: string): string {
	return source
		.replace(/\\\n/g, ' ')
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '' && !line.startsWith('#'))
		.map((line) => (/(&&|\|\||[;|&])$/.test(line) ? line : `${line};`))
		.join(' ')
		.replace(/;$/, '');
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
