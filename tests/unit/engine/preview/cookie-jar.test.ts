import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CookieJar, type StoredCookie } from '../../../../workers/engine/preview/http/cookie-jar';

let jar: CookieJar;
let kept: StoredCookie[];
beforeEach(() => {
	kept = [];
	jar = new CookieJar((cookies) => void (kept = structuredClone(cookies)));
});
afterEach(() => vi.useRealTimers());

test('cookies of one name live beside each other on several paths, the longest path first', () => {
	jar.store('a=root; Path=/', '/');
	jar.store('b=1; Path=/', '/');
	jar.store('a=deep; Path=/app/deep', '/');
	jar.store('a=app; Path=/app', '/');
	expect(jar.headerFor('/app/deep/x')).toBe('a=deep; a=app; a=root; b=1');
	expect(jar.headerFor('/application')).toBe('a=root; b=1');
	jar.store('a=new; Path=/', '/app');
	expect(jar.headerFor('/')).toBe('a=new; b=1');
});

test('without a path a cookie belongs to the folder of what was asked for', () => {
	jar.store('a=1', '/admin/login');
	expect(['/', '/admin', '/admin/x', '/administrator'].map((path) => jar.headerFor(path))).toEqual(['', 'a=1', 'a=1', '']);
});

test('Max-Age wins over Expires, both end a cookie in time, and 0 at once', () => {
	vi.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z') });
	jar.store('a=1; Max-Age=10; Expires=Thu, 01 Jan 1970 00:00:00 GMT', '/');
	jar.store('b=1; Expires=Thu, 01 Jan 2026 00:00:20 GMT', '/');
	jar.store('c=1; Max-Age=nonsense', '/');
	expect(jar.headerFor('/')).toBe('a=1; b=1; c=1');
	// Being sent does not make a cookie last longer.
	vi.setSystemTime(Date.parse('2026-01-01T00:00:08Z'));
	expect(jar.headerFor('/')).toBe('a=1; b=1; c=1');
	vi.setSystemTime(Date.parse('2026-01-01T00:00:15Z'));
	expect(jar.headerFor('/')).toBe('b=1; c=1');
	jar.store('c=; Max-Age=0', '/');
	expect(jar.headerFor('/')).toBe('b=1');
});

describe('names with a prefix', () => {
	test.each([
		['__Secure-a=1; Secure', '__Secure-a=1'],
		['__Secure-a=1', ''],
		['__Host-a=1; Secure; Path=/', '__Host-a=1'],
		['__Host-a=1; Secure; Path=/app', ''],
		['__Host-a=1; Path=/', '']
	])('%s', (header, sent) => {
		jar.store(header, '/app');
		expect(jar.headerFor('/app')).toBe(sent);
	});
});

test('a domain is not heeded, and what is no cookie is left out', () => {
	jar.store('a=1; Domain=localhost; SameSite=Strict; HttpOnly; Secure', '/');
	jar.store('b=1; Domain=example.com', '/');
	for (const header of ['', ';', '=x', 'no equals']) jar.store(header, '/');
	expect(jar.headerFor('/')).toBe('a=1; b=1');
});

test('what was kept comes back, but does not replace what came meanwhile', () => {
	jar.store('a=1', '/');
	jar.store('b=1; Path=/x; Max-Age=100', '/');
	const next = new CookieJar();
	next.store('a=2', '/');
	next.restore(kept);
	expect(next.headerFor('/x')).toBe('b=1; a=2');
});
