import { concatBytes } from '../../joined-bytes';

const ATTRIBUTES = String.raw`(?:"[^"]*"|'[^']*'|[^'">])*`;
/** What may stand before `<head>`, in a page of standards: byte order mark, spaces, comments, doctype, `<html>`. */
const PROLOGUE = new RegExp(
	String.raw`\xEF\xBB\xBF|\s+|<!--[^]*?-->|<!(?!-)[^>]*>|<\?[^>]*>|<html(?=[\s/>])${ATTRIBUTES}>`,
	'iy'
);
const HEAD = new RegExp(`<head(?=[\\s/>])${ATTRIBUTES}>`, 'iy');
/** A beginning of any of these that later bytes may complete. */
const UNFINISHED = /^(?:$|\xEF\xBB?$|<[!?]|<(?:h(?:t(?:m(?:l(?:[\s/][^]*)?)?)?|e(?:a(?:d(?:[\s/][^]*)?)?)?)?)?$)/i;
/** A page whose head does not begin within so many bytes gets the markup where it stands. */
const MAX_HELD_BYTES = 64 << 10;
const encoder = new TextEncoder();
const decoder = new TextDecoder('latin1');

/**
 * Puts markup first in the head of a page while it streams through, so that it runs before the page's own scripts. A page
 * without `<head>` gets it before its first tag, but behind its doctype: nothing may put it into quirks mode.
 */
export class HeadInjector {
	#held: Uint8Array<ArrayBuffer> | null = new Uint8Array(0);

	constructor(
		/** ASCII; the page may have any encoding that contains it. */
		private readonly markup: string
	) {}

	/** What can go on to the browser; may be empty. */
	feed(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
		if (!this.#held) return bytes;
		this.#held = concatBytes([this.#held, bytes]);
		const place = placeIn(decoder.decode(this.#held));
		return place.isFinal || this.#held.length > MAX_HELD_BYTES ? this.#inject(place.at) : new Uint8Array(0);
	}

	/** The rest. A body without anything stays so. */
	end(): Uint8Array<ArrayBuffer> {
		if (!this.#held?.length) return new Uint8Array(0);
		return this.#inject(placeIn(decoder.decode(this.#held)).at);
	}

	#inject(at: number): Uint8Array<ArrayBuffer> {
		const held = this.#held ?? new Uint8Array(0);
		this.#held = null;
		return concatBytes([held.subarray(0, at), encoder.encode(this.markup), held.subarray(at)]);
	}
}

/** Where the markup belongs, and whether more bytes could move it. */
function placeIn(html: string): { at: number; isFinal: boolean } {
	let at = 0;
	for (;;) {
		HEAD.lastIndex = PROLOGUE.lastIndex = at;
		if (HEAD.test(html)) return { at: HEAD.lastIndex, isFinal: true };
		if (!PROLOGUE.test(html)) return { at, isFinal: !UNFINISHED.test(html.slice(at)) };
		at = PROLOGUE.lastIndex;
	}
}
