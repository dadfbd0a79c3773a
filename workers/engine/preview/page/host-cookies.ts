/**
 * Cookies that a page sets stay on its own host: without a domain, no other preview, nor the engine or the IDE, is ever sent them. A
 * page that is set on it finds a setter that we did not reach, so nothing may rest on this.
 */
export function keepCookiesOnHost(): void {
	const native = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
	const setNative = native?.set;
	if (native && setNative)
		Object.defineProperty(Document.prototype, 'cookie', {
			...native,
			set(this: Document, cookie: unknown) {
				setNative.call(this, withoutDomain(String(cookie)));
			}
		});
	const store = globalThis.CookieStore?.prototype;
	if (!store) return;
	const set = store.set as (...args: unknown[]) => Promise<void>;
	Object.defineProperty(store, 'set', {
		...Object.getOwnPropertyDescriptor(store, 'set'),
		value: {
			set(this: CookieStore, first: unknown, ...rest: unknown[]): Promise<void> {
				const isInit = typeof first === 'object' && first !== null;
				return set.call(this, isInit ? { ...first, domain: null } : first, ...rest);
			}
		}.set
	});
}

/** @source RFC 6265, section 5.2: an attribute's name ends at the first `=`, and blanks around it do not count */
export function withoutDomain(cookie: string): string {
	const [pair = '', ...attributes] = cookie.split(';');
	return [pair, ...attributes.filter((attribute) => attribute.split('=')[0]?.trim().toLowerCase() !== 'domain')].join(';');
}
