/** From this length on, a piece that begins with all that came before is no chance. */
const SURE_LENGTH = 12;

/** Puts a text together from its pieces; some servers send all of the text so far each time. */
export class GrowingText {
	#sum = '';
	#whole = '';
	#pieces = 0;
	#mode: 'open' | 'parts' | 'whole' = 'open';
	#toldLength = 0;

	/** @param onText is told what is new, in order; pieces are held back only while it is open how the server sends them */
	constructor(private readonly onText?: (text: string) => void) {}

	get text(): string {
		return this.#isWhole ? this.#whole : this.#sum;
	}
	add(piece: string): void {
		if (!piece) return;
		const continues = piece.startsWith(this.#whole) && piece.length > this.#whole.length;
		if (this.#mode === 'open') this.#mode = continues || this.#pieces === 0 ? 'open' : 'parts';
		this.#sum += piece;
		this.#pieces++;
		if (this.#mode === 'whole' && !piece.startsWith(this.#whole)) this.#whole += piece;
		else this.#whole = piece;
		if (this.#mode === 'open' && this.#pieces >= 3 && this.#whole.length >= SURE_LENGTH) this.#mode = 'whole';
		if (this.#mode !== 'open') this.#tell();
	}
	/** No piece comes any more. */
	end(): void {
		this.#tell();
	}

	get #isWhole(): boolean {
		return this.#mode === 'whole' || (this.#mode === 'open' && this.#pieces > 1 && this.#whole.length >= SURE_LENGTH);
	}
	#tell(): void {
		const news = this.text.slice(this.#toldLength);
		this.#toldLength = this.text.length;
		if (news) this.onText?.(news);
	}
}
