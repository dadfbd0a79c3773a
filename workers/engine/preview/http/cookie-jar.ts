interface Cookie {
	value: string;
	path: string;
	/** Milliseconds since 1970; infinite for a session cookie. */
	expiresAtMs: number;
}

/** A cookie by its name. */
export type CookieEntry = [string, Cookie];

/**
 * The cookies of one preview. A service worker may neither see nor set real ones, so the kernel keeps them.
 * @source RFC 6265, sections 5.2 to 5.4, for one host
 */
export class CookieJar {
	readonly #cookies = new Map<string, Cookie>();

	/** @param keep hears all that the jar holds after each change, to keep it */
	constructor(private readonly keep?: (cookies: CookieEntry[]) => void) {}

	get isKept(): boolean {
		return this.keep !== undefined;
	}

	/** Puts back what was kept; what came meanwhile is newer. */
	restore(cookies: readonly CookieEntry[]): void {
		for (const [name, cookie] of cookies) if (!this.#cookies.has(name)) this.#cookies.set(name, cookie);
	}

	/** Takes one `Set-Cookie` value. */
	store(header: string, nowMs = Date.now()): void {
		const [pair = '', ...attributes] = header.split(';');
		const equals = pair.indexOf('=');
		if (equals <= 0) return;
		const name = pair.slice(0, equals).trim();
		const cookie: Cookie = { value: pair.slice(equals + 1).trim(), path: '/', expiresAtMs: Infinity };
		let hasMaxAge = false;
		for (const attribute of attributes) {
			const [key = '', ...rest] = attribute.split('=');
			const value = rest.join('=').trim();
			switch (key.trim().toLowerCase()) {
				case 'path':
					if (value.startsWith('/')) cookie.path = value;
					break;
				case 'max-age':
					hasMaxAge = true;
					cookie.expiresAtMs = nowMs + Number(value) * 1000;
					break;
				case 'expires':
					if (!hasMaxAge) cookie.expiresAtMs = Date.parse(value) || Infinity;
			}
		}
		if (cookie.expiresAtMs <= nowMs) this.#cookies.delete(name);
		else this.#cookies.set(name, cookie);
		this.keep?.([...this.#cookies]);
	}

	/** The `Cookie` header for a path; empty when there are none. */
	headerFor(path: string, nowMs = Date.now()): string {
		const fits = ([, cookie]: [string, Cookie]) => cookie.expiresAtMs > nowMs && isBelow(path, cookie.path);
		return [...this.#cookies]
			.filter(fits)
			.map(([name, { value }]) => `${name}=${value}`)
			.join('; ');
	}
}

const isBelow = (path: string, folder: string) =>
	path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
