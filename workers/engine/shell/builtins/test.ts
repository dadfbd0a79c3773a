import { BINARY, testBinary, testUnary, UNARY } from '../interpreter/file-tests';
import { ShellFault } from '../interpreter/leave';
import type { Shell } from '../interpreter/shell';
import type { Builtin } from './builtin';

/** `test EXPRESSION`: 0 true, 1 false, 2 bad. @source POSIX, test */
export const test: Builtin = (shell, args) => (new Expression(shell, args).value() ? 0 : 1);

/** `[ EXPRESSION ]`. */
export const bracket: Builtin = (shell, args) => {
	if (args.at(-1) !== ']') throw new ShellFault("missing `]'", 2);
	return new Expression(shell, args.slice(0, -1)).value() ? 0 : 1;
};

class Expression {
	#at = 0;

	constructor(
		private readonly shell: Shell,
		private readonly words: readonly string[]
	) {}

	value(): boolean {
		const { words } = this;
		// With few arguments their number decides, whatever they look like.
		if (words.length === 0) return false;
		if (words.length === 1) return words[0] !== '';
		if (words.length === 2 && words[0] === '!') return words[1] === '';
		if (words.length === 3 && BINARY.test(words[1] ?? '')) return this.#binary(words[0] ?? '', words[1] ?? '', words[2] ?? '');
		if (words.length === 4 && words[0] === '!') return !new Expression(this.shell, words.slice(1)).value();
		const value = this.#or();
		if (this.#at < words.length)
			throw new ShellFault(words.length === 3 ? `${words[1]}: binary operator expected` : 'too many arguments', 2);
		return value;
	}

	#or(): boolean {
		let value = this.#and();
		while (this.words[this.#at] === '-o') {
			this.#at++;
			value = this.#and() || value;
		}
		return value;
	}

	#and(): boolean {
		let value = this.#term();
		while (this.words[this.#at] === '-a') {
			this.#at++;
			value = this.#term() && value;
		}
		return value;
	}

	#term(): boolean {
		const [word, operator, right] = this.words.slice(this.#at, this.#at + 3);
		if (word === undefined) throw new ShellFault('argument expected', 2);
		if (operator !== undefined && right !== undefined && BINARY.test(operator)) {
			this.#at += 3;
			return this.#binary(word, operator, right);
		}
		if (word === '!') {
			this.#at++;
			return !this.#term();
		}
		if (word === '(') {
			this.#at++;
			const value = this.#or();
			if (this.words[this.#at++] !== ')') throw new ShellFault("`)' expected", 2);
			return value;
		}
		if (operator !== undefined && UNARY.test(word)) {
			this.#at += 2;
			return testUnary(this.shell, word, operator);
		}
		if (operator !== undefined && this.words.length === 2) throw new ShellFault(`${word}: unary operator expected`, 2);
		this.#at++;
		return word !== '';
	}

	#binary(left: string, operator: string, right: string): boolean {
		return testBinary(this.shell, left, { operator, right });
	}
}
