/** Replacements in a source text, applied in one pass; what they replace keeps its line breaks, so that line numbers stay right. */
export class SourceEdits {
	readonly #source: string;
	readonly #edits: [start: number, end: number, text: string][] = [];
	readonly #marks: { start: number; end: number; note: number[] }[] = [];

	constructor(source: string) {
		this.#source = source;
	}

	replace(start: number, end: number, text: string): void {
		this.#edits.push([start, end, text]);
	}

	insert(at: number, text: string): void {
		this.#edits.push([at, at, text]);
	}

	/** Removes a range but for its line breaks. */
	blank(start: number, end: number): void {
		this.#edits.push([start, end, this.#source.slice(start, end).replace(/[^\n]+/g, '')]);
	}

	/** Leaves a range as it is, and remembers where it ends up. */
	mark(start: number, end: number, note: number[]): void {
		this.#marks.push({ start, end, note });
	}

	/** An edit that lies inside an earlier one is dropped. */
	apply(): string {
		return this.applyMarked().text;
	}

	/** As `apply`; `marks` are flat: offset in the text, length, then the note, of each mark in order. All notes are of one length. */
	applyMarked(): { text: string; marks: number[] } {
		this.#edits.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
		this.#marks.sort((a, b) => a.start - b.start);
		const marks: number[] = [];
		let nextMark = 0;
		let result = '';
		let position = 0;
		const copyUpTo = (end: number) => {
			for (let mark = this.#marks[nextMark]; mark && mark.start < end; mark = this.#marks[++nextMark])
				if (mark.start >= position) marks.push(result.length + mark.start - position, mark.end - mark.start, ...mark.note);
			result += this.#source.slice(position, end);
		};
		for (const [start, end, text] of this.#edits) {
			if (start < position) continue;
			copyUpTo(start);
			result += text;
			position = end;
		}
		copyUpTo(this.#source.length);
		return { text: result, marks };
	}
}
