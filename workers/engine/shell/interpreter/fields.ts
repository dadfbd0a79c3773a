/** A part of a field; what is not quoted may be a pattern. */
export interface Piece {
	text: string;
	isQuoted: boolean;
}

/** Collects what a word expands to, and splits it into fields. @source POSIX 2.6.5 Field Splitting */
export class Fields {
	readonly #fields: Piece[][] = [];
	#current: Piece[] | null = null;

	/** @param separators the value of IFS; null where nothing is split (assignments, patterns) */
	constructor(private readonly separators: string | null) {}

	quoted(text: string): void {
		(this.#current ??= []).push({ text, isQuoted: true });
	}

	/** Text of the word itself, or of what is never split. */
	literal(text: string): void {
		(this.#current ??= []).push({ text, isQuoted: false });
	}

	/** What an expansion outside of quotes gives. */
	value(text: string): void {
		if (this.separators === null) return text === '' ? undefined : this.literal(text);
		let begun = '';
		let isBehindBlank = false;
		const flush = () => {
			if (begun) this.literal(begun);
			begun = '';
		};
		for (const char of text) {
			if (!this.separators.includes(char)) {
				if (isBehindBlank) this.end();
				isBehindBlank = false;
				begun += char;
				continue;
			}
			flush();
			if (/\s/.test(char)) isBehindBlank = true;
			else {
				this.#current ??= [];
				this.end();
				isBehindBlank = false;
			}
		}
		flush();
		if (isBehindBlank) this.end();
	}

	/** The next piece begins another field. */
	end(): void {
		if (this.#current) this.#fields.push(this.#current);
		this.#current = null;
	}

	all(): Piece[][] {
		this.end();
		return this.#fields;
	}
}

export const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/** The field as a pattern in which quoted text stands for itself. */
export const patternOf = (pieces: readonly Piece[]): string =>
	pieces.map(({ text, isQuoted }) => (isQuoted ? text.replace(/[\\*?[\](){}|!@+^-]/g, '\\$&') : text)).join('');
