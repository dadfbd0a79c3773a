import {
	parse,
	type ArithmeticExpression,
	type Assignment,
	type HereDocBody,
	type ParsedScript,
	type Script,
	type Word
} from 'unbash';
import { BUILTINS } from '../builtins/builtins';
import { valueOf } from './assignments';
import { expressionOf } from './arithmetic-text';
import type { ShellFunction } from './functions';
import { Jobs } from './jobs';
import { INTERRUPTED, Leave, ShellFault } from './leave';
import type { Descriptors } from './descriptors';
import { indexOf } from './parameters';
import { runNode, runStatements, type Runnable } from './statements';
import { Traps } from './traps';
import { Variables, type Value } from './variables';
import { evaluateIn, expandHereDocument, expandPattern, expandText, expandWords, wordOf } from './words';

/** Exit code of bad syntax. */
const SYNTAX_ERROR = 2;
/** What all copies of one shell share. */
interface Shared {
	/** Ctrl-C was pressed at the prompt's terminal: what runs ends. */
	isInterrupted: boolean;
	/** Lines entered at the prompt, newest first. */
	history: readonly string[];
}

/** A shell's state, and how it runs source. A subshell is a copy. */
export class Shell {
	variables = new Variables();
	functions = new Map<string, ShellFunction>();
	aliases = new Map<string, string>();
	/** `$0`. */
	name = 'sh';
	/** `$1` and so on. */
	args: string[] = [];
	/** Absolute path. */
	cwd = '/';
	/** Names as `set -o` has them. */
	options = new Set<string>();
	lastExitCode = 0;
	/** Of the last `$(...)`: what a command of assignments alone ends with. */
	substitutionExitCode = 0;
	/** `$$`: of the first shell, in subshells too. */
	pid = process.pid;
	isInteractive = false;
	isSubshell = false;
	/** Above 0 while a condition runs: a failure is no reason to end under `set -e`. */
	testDepth = 0;
	functionDepth = 0;
	/** Files that `.` reads now. */
	sourceDepth = 0;
	loopDepth = 0;
	/** Below the current one: those of `pushd`. */
	folders: string[] = [];
	/** Where `getopts` is: index of the word, index of the letter within. */
	optionPosition: [index: number, at: number] = [1, 1];
	jobs = new Jobs();
	traps = new Traps();
	shared: Shared = { isInterrupted: false, history: [] };
	/** Text that positions of the running script index. */
	source = '';
	/** Index into it of the command that runs. */
	position = 0;

	static of(env: NodeJS.ProcessEnv, cwd: string): Shell {
		const shell = new Shell();
		shell.variables = Variables.from(env);
		shell.cwd = cwd;
		shell.variables.set('PWD', cwd);
		for (const [name, value] of [
			['IFS', ' \t\n'],
			['OPTIND', '1'],
			['BASH_VERSION', '5.2.0(1)-release'],
			['OSTYPE', 'linux-gnu']
		] as const)
			shell.variables.set(name, value);
		return shell;
	}

	copy(): Shell {
		const copy = Object.assign(new Shell(), this);
		copy.variables = this.variables.copy();
		copy.functions = new Map(this.functions);
		copy.args = [...this.args];
		copy.options = new Set(this.options);
		copy.jobs = this.jobs.copy();
		copy.traps = new Traps();
		copy.isSubshell = true;
		return copy;
	}

	isBuiltin(name: string): boolean {
		return BUILTINS.has(name);
	}

	/** 1-based. */
	get lineNumber(): number {
		return this.source.slice(0, this.position).split('\n').length;
	}

	/** `sh: line 3: `, as messages begin. */
	get prefix(): string {
		return this.isInteractive ? `${this.name}: ` : `${this.name}: line ${this.lineNumber}: `;
	}

	/** Ends what runs when Ctrl-C was pressed. @throws Leave */
	checkInterrupt(): void {
		if (this.shared.isInterrupted) throw new Leave('interrupted', INTERRUPTED);
	}

	/** Parses and runs; the exit code becomes the last one. @throws Leave */
	async run(source: string, io: Descriptors): Promise<number> {
		const outer = { source: this.source, position: this.position };
		this.source = source;
		try {
			return await this.#runParsed(parse(source), io);
		} finally {
			Object.assign(this, outer);
		}
	}

	/** As the whole of a shell process: `exit` and the EXIT trap end here. @returns the exit code */
	async runToEnd(source: string, io: Descriptors): Promise<number> {
		return this.#toEnd(() => this.run(source, io), io);
	}

	/** On a copy made for it. @param source text of the script where it is another than this shell's */
	async runAsSubshell(script: Script, io: Descriptors, source = this.source): Promise<number> {
		this.source = source;
		return this.#toEnd(() => runStatements(this, script.commands, io), io);
	}

	/** @throws Leave */
	runNode(node: Runnable, io: Descriptors): Promise<number> {
		return runNode(this, node, io);
	}

	/** Runs as a condition: its failure ends nothing. */
	async isTrue(node: Runnable, io: Descriptors): Promise<boolean> {
		this.testDepth++;
		try {
			return (await runNode(this, node, io)) === 0;
		} finally {
			this.testDepth--;
		}
	}

	expandWords(words: readonly Word[], io: Descriptors): Promise<string[]> {
		return expandWords(this, words, io);
	}
	expandText(word: Word, io: Descriptors, isAssignment = false): Promise<string> {
		return expandText(this, word, io, isAssignment);
	}
	/** The text of a word that stands in `source`. */
	expandSource(source: string, io: Descriptors): Promise<string> {
		const word = wordOf(source);
		return word ? expandText(this, word, io) : Promise.resolve('');
	}
	expandPattern(word: Word, io: Descriptors): Promise<string> {
		return expandPattern(this, word, io);
	}
	expandHereDocument(body: HereDocBody, options: { io: Descriptors; strip: (text: string) => string }): Promise<string> {
		return expandHereDocument(this, body, options);
	}
	expandAssigned(assignment: Assignment, io: Descriptors): Promise<Value> {
		return valueOf(this, assignment, io);
	}
	evaluate(expression: ArithmeticExpression, io: Descriptors): Promise<bigint> {
		return evaluateIn({ shell: this, io }, expression);
	}
	async evaluateText(text: string, io: Descriptors): Promise<bigint> {
		const expression = expressionOf(text);
		return expression ? evaluateIn({ shell: this, io }, expression) : 0n;
	}
	/** Key of an array's element. */
	indexOf(name: string, index: Word, io: Descriptors): Promise<string> {
		return indexOf({ shell: this, io }, name, index);
	}

	/** A command of a pipeline or one in parentheses, on a copy made for it. */
	subshell(run: () => Promise<number>, io: Descriptors): Promise<number> {
		return this.#toEnd(run, io);
	}

	/** Writes the fault where the command's errors go. */
	async complain(error: ShellFault, io: Descriptors): Promise<void> {
		await new Promise<void>((resolve) => io.stderr.write(`${this.prefix}${error.message}\n`, () => resolve()));
	}

	/** Statements before a syntax error still run, as a shell that reads line by line would. */
	async #runParsed(script: ParsedScript, io: Descriptors): Promise<number> {
		const error = script.errors?.[0];
		if (!error) return runStatements(this, script.commands, io);
		if (!this.isInteractive) {
			const lineStart = this.source.lastIndexOf('\n', error.pos) + 1;
			await runStatements(this, script.commands.filter(({ end }) => end < lineStart && end <= error.pos), io); // prettier-ignore
		}
		this.position = error.pos;
		await this.complain(new ShellFault(`syntax error: ${error.message}`), io);
		this.lastExitCode = SYNTAX_ERROR;
		if (!this.isInteractive) throw new Leave('exit', SYNTAX_ERROR);
		return SYNTAX_ERROR;
	}

	async #toEnd(run: () => Promise<number>, io: Descriptors): Promise<number> {
		try {
			this.lastExitCode = await this.#leaving(run, io);
			return await this.#leaving(async () => {
				await this.traps.runExit(this, io);
				return this.lastExitCode;
			}, io);
		} finally {
			this.traps.dispose();
		}
	}

	async #leaving(run: () => Promise<number>, io: Descriptors): Promise<number> {
		try {
			return await run();
		} catch (error) {
			if (error instanceof Leave) return (this.lastExitCode = error.kind === 'exit' || error.kind === 'return' || error.kind === 'interrupted' ? error.count : 0); // prettier-ignore
			if (!(error instanceof ShellFault)) throw error;
			await this.complain(error, io);
			return (this.lastExitCode = error.exitCode);
		}
	}
}
