/** Longer ones name no page that a person could want back, in UTF-16 code units. */
const MAX_LENGTH = 4000;

/**
 * The path, query and fragment that `text` leads to within the app at `server`; undefined when it leads anywhere else (another
 * origin, another scheme), to nothing, or is too long. What a person types and what the app says of itself are checked alike.
 */
export function pathWithin(server: string, text: string): string | undefined {
	if (text.length > MAX_LENGTH) return undefined;
	const { origin, protocol } = new URL(server);
	const url = URL.parse(text, origin);
	// A blob has the origin of its page, too.
	if (url?.origin !== origin || url.protocol !== protocol) return undefined;
	const path = url.pathname + url.search + url.hash;
	// Such as `/.//elsewhere`: as an address of its own, it would name another host.
	return URL.parse(path, origin)?.origin === origin ? path : undefined;
}
