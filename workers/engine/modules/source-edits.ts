/** Replacements in a source text, applied in one pass; what they replace keeps its line breaks, so that line numbers stay right. */
export class SourceEdits {
	readonly #source: string;
	readonly #edits: [start: number, end: number, text: string][] = [];

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

	/** An edit that lies inside an earlier one is dropped. */
	apply(): string {
		this.#edits.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
		let result = '';
		let position = 0;
		for (const [start, end, text] of this.#edits) {
			if (start < position) continue;
			result += this.#source.slice(position, start) + text;
			position = end;
		}
		return result + this.#source.slice(position);
	}
}
