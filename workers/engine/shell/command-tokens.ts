const PIPE = new Set(['|', '|&']);
/** Makes a group's streams its own: the line interpreter connects only what is redirected. */
const CONNECT = ['2>&', '2'];
const ERRORS_TOO = ['2>&', '1'];
const REDIRECTION = /^(?:\d?(?:>>|>&|>|<<<|<&|<))$/;

/** Indices of a group's braces or parentheses in the line, and whether it reads from a pipe. */
interface Group {
	start: number;
	end: number;
	isPipedTo: boolean;
}

/** Collects a line's tokens, and writes those commands anew whose streams the line interpreter would connect wrongly. */
export class CommandTokens {
	readonly #line: string[] = [];
	#command: string[] = [];
	readonly #groups: Group[] = [];
	/** The group that was closed last. */
	#closed: Group | null = null;

	/** Whether the next word names a command. */
	get isCommandStart(): boolean {
		return this.#command.length === 0 && this.#line.at(-1) !== ')';
	}

	word(word: string): void {
		if (word === '{' && this.isCommandStart) this.#open(word);
		else if (word === '}' && this.isCommandStart) this.#close(word);
		else this.#command.push(word);
	}

	redirection(operator: string): void {
		// Both streams into one file.
		if (operator === '&>') this.#command.push(...ERRORS_TOO, '>');
		else this.#command.push(operator);
	}

	/** `;`, `&`, `|`, `(` and their like. */
	control(operator: string): void {
		if (operator === '(') return this.#open(operator);
		if (operator === ')') return this.#close(operator);
		if (operator === '|' && this.#takesErrorsAlong()) operator = '|&';
		this.#endCommand();
		if (PIPE.has(operator) && this.#closed?.end === this.#line.length - 1) this.#connect(this.#closed);
		this.#line.push(operator);
	}

	/** A newline ends a command, and nothing where there is none. */
	newline(): void {
		if (!this.isCommandStart) this.control(';');
	}

	toString(): string {
		this.#endCommand();
		return (this.#line.at(-1) === ';' ? this.#line.slice(0, -1) : this.#line).join(' ');
	}

	#open(brace: string): void {
		this.#groups.push({ start: this.#line.length, end: -1, isPipedTo: PIPE.has(this.#line.at(-1) ?? '') });
		this.#line.push(brace);
	}

	#close(brace: string): void {
		this.#endCommand();
		this.#closed = this.#groups.pop() ?? null;
		if (this.#closed) this.#closed.end = this.#line.length;
		this.#line.push(brace);
		if (brace === '}' && this.#closed?.isPipedTo) this.#line.push(...CONNECT);
	}

	/** A group is about to be piped into something. One in parentheses that is itself piped to would lose its input: braces do here. */
	#connect({ start, end, isPipedTo }: Group): void {
		if (isPipedTo) [this.#line[start], this.#line[end]] = ['{', '}'];
		this.#line.push(...CONNECT);
	}

	/** `2>&1 |` is `|&`, which the interpreter connects without a stream in between: the pipe's end reaches the program. */
	#takesErrorsAlong(): boolean {
		const redirections = this.#command.filter((token) => REDIRECTION.test(token));
		const at = this.#command.findIndex((token, index) => token === '2>&' && this.#command[index + 1] === '1');
		if (at < 1 || redirections.some((token) => token !== '2>&' && token !== '<')) return false;
		if (redirections.filter((token) => token === '2>&').length > 1) return false;
		this.#command.splice(at, 2);
		return true;
	}

	/** `> FILE 2>&1` sends errors to the file too; the interpreter would send them to where output went before. */
	#endCommand(): void {
		const command = this.#command;
		this.#command = [];
		const at = command.findIndex((token) => /^1?>>?$/.test(token));
		const merge = command.findIndex((token, index) => token === '2>&' && command[index + 1] === '1');
		if (at < 0 || merge < 0) return void this.#line.push(...command);
		const output = command.splice(at, 2);
		this.#line.push('{', ...command, ';', '}', ...output);
	}
}
