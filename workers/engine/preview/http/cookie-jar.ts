import { Cookie, CookieJar as Jar, type SerializedCookie } from 'tough-cookie';
import { withoutDomain } from '../page/host-cookies';

export type StoredCookie = SerializedCookie;

/** Each preview has a jar of its own, and its address counts as secure, as localhost does in browsers: one host stands for all. */
const urlOf = (path: string) => `https://preview.localhost${path}`;
const newJar = () => new Jar(undefined, { rejectPublicSuffixes: false });

/**
 * The cookies of one preview. A service worker may neither see nor set real ones, so the kernel keeps them. `Domain` is not heeded: no
 * other host is sent them. `SameSite` neither: a page within the IDE's would be none of its own site.
 * @source RFC 6265bis, by tough-cookie
 */
export class CookieJar {
	#jar = newJar();

	/** @param keep hears all that the jar holds after each change, to keep it */
	constructor(private readonly keep?: (cookies: StoredCookie[]) => void) {}

	get isKept(): boolean {
		return this.keep !== undefined;
	}

	/** Puts back what was kept; what came meanwhile is newer. */
	restore(cookies: readonly StoredCookie[]): void {
		const jar = newJar().toJSON();
		if (jar) this.#jar = Jar.fromJSON({ ...jar, cookies: [...cookies, ...this.#all()] });
	}

	/** Takes one `Set-Cookie` value that came with what `path` was answered. */
	store(header: string, path: string): void {
		const cookie = Cookie.parse(withoutDomain(header));
		if (!cookie) return;
		// Max-Age counts from now: tough-cookie 6.1 counts it from when the cookie was last sent.
		if (cookie.maxAge !== null) Object.assign(cookie, { expires: cookie.expiryDate(new Date()), maxAge: null });
		this.#jar.setCookieSync(cookie, urlOf(path), { ignoreError: true });
		this.keep?.(this.#all());
	}

	/** The `Cookie` header for a path; empty when there are none. */
	headerFor(path: string): string {
		return this.#jar.getCookieStringSync(urlOf(path));
	}

	#all(): StoredCookie[] {
		return this.#jar.toJSON()?.cookies ?? [];
	}
}
