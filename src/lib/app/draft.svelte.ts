/** What somebody is typing, kept in this tab over a reload, or a visit to another page, until it is sent. */
export class Draft {
	readonly #key: string;
	#text = $state('');

	/** @param name what it is a draft of, unlike all others */
	constructor(name: string) {
		this.#key = `tabsmith:draft:${name}`;
		this.#text = sessionStorage.getItem(this.#key) ?? '';
	}

	get text(): string {
		return this.#text;
	}
	/** An empty text is not kept. */
	set text(text: string) {
		this.#text = text;
		try {
			if (text) sessionStorage.setItem(this.#key, text);
			else sessionStorage.removeItem(this.#key);
		} catch (error) {
			// Longer than the browser keeps: it is still on the screen.
			if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') throw error;
		}
	}
}
