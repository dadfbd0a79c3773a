import type { PreviewRequest } from '../protocol';
import { headerSentToApp } from './request-bytes';
import type { ResponseHead } from './response-parser';

/**
 * HTTP caching between a preview's pages and its app. Own code: Fetch's cache modes, freshness that is never guessed and headers as
 * the kernel will send them are most of it, and of those http-cache-semantics knows nothing.
 */

type Headers = readonly (readonly [string, string])[];

export interface StoredResponse {
	headers: [string, string][];
	body: Uint8Array<ArrayBuffer>;
	/** Milliseconds since 1970. */
	receivedAtMs: number;
	/** What the request said in the headers that `Vary` names. */
	vary: [string, string][];
}

/** A request with its Cookie header, which the kernel adds; empty for none. */
export interface CookiedRequest {
	request: PreviewRequest;
	cookie: string;
}

const CONDITIONS = new Set(['if-modified-since', 'if-none-match', 'if-unmodified-since', 'if-match', 'if-range']);
/** Of the connection, or of the body that a 304 does not have. */
const NOT_UPDATED = new Set([
	'content-length',
	'content-encoding',
	'content-type',
	'content-range',
	'transfer-encoding',
	'connection'
]);

/**
 * How the cache takes part in a request: `no-store` not at all, the others as Fetch says. Navigations never take part, as scripts are
 * put into what they get.
 * @source Fetch, HTTP-network-or-cache fetch
 */
export function cacheModeOf({ method, headers, cache, isNavigation }: PreviewRequest): RequestCache {
	const isPlain = method === 'GET' && !isNavigation && !headers.some(([name]) => name === 'range' || CONDITIONS.has(name));
	if (!isPlain) return 'no-store';
	if (cache !== 'default') return cache;
	const asked = directivesOf(headers);
	if (asked.has('no-store')) return 'no-store';
	return asked.has('no-cache') || asked.get('max-age') === '0' || valueOf(headers, 'pragma') === 'no-cache' ? 'no-cache' : cache;
}

/** Headers by which a request that bypasses caches says so to caches behind ours, unless the page says something itself. */
export function bypassHeaders({ headers, cache }: PreviewRequest): [string, string][] {
	if (headers.some(([name]) => name === 'cache-control')) return [];
	if (cache === 'no-cache') return [['cache-control', 'max-age=0']];
	if (cache !== 'reload' && cache !== 'no-store') return [];
	return [
		['pragma', 'no-cache'],
		['cache-control', 'no-cache']
	];
}

/** Nothing is stored that could never be used again; freshness is never guessed from the date of last modification. */
export function isStorable({ status, headers }: ResponseHead): boolean {
	if (status !== 200 || headers.some(([name]) => name === 'set-cookie')) return false;
	// A body that ends with its connection may have been cut short.
	if (!headers.some(([name]) => name === 'content-length' || name === 'transfer-encoding')) return false;
	const vary = valueOf(headers, 'vary') ?? '';
	if (vary.includes('*') || directivesOf(headers).has('no-store')) return false;
	return lifetimeMs(headers) > 0 || validatorsOf(headers).length > 0;
}

/** What of the request decides whether the response may answer another one. */
export function varyOf({ headers }: ResponseHead, { request, cookie }: CookiedRequest): [string, string][] {
	const names = (valueOf(headers, 'vary') ?? '').split(',').map((name) => name.trim().toLowerCase());
	return names.filter(Boolean).map((name) => [name, headerSentToApp(name, request, cookie)]);
}

export const fits = ({ vary }: StoredResponse, { request, cookie }: CookiedRequest) =>
	vary.every(([name, value]) => headerSentToApp(name, request, cookie) === value);

/** @source RFC 9111, section 4.2 */
export function isFresh({ headers, receivedAtMs }: StoredResponse, nowMs: number): boolean {
	const date = Date.parse(valueOf(headers, 'date') ?? '');
	const given = Number(valueOf(headers, 'age') ?? 0) * 1000 || 0;
	const initialAgeMs = Math.max(given, Number.isNaN(date) ? 0 : receivedAtMs - date);
	return lifetimeMs(headers) > initialAgeMs + (nowMs - receivedAtMs);
}

/** Headers that ask whether a stored response is still right; empty when it cannot be asked. */
export function validatorsOf(headers: Headers): [string, string][] {
	const [etag, modified] = [valueOf(headers, 'etag'), valueOf(headers, 'last-modified')];
	return [...pair('if-none-match', etag), ...pair('if-modified-since', modified)];
}

/** The stored headers after a 304. @source RFC 9111, section 3.2 */
export function updatedHeaders(stored: Headers, answered: Headers): [string, string][] {
	const news = answered.filter(([name]) => !NOT_UPDATED.has(name) && name !== 'set-cookie');
	const kept = stored.filter(([name]) => !news.some(([other]) => other === name));
	return [...kept, ...news].map(([name, value]) => [name, value]);
}

function lifetimeMs(headers: Headers): number {
	const directives = directivesOf(headers);
	if (directives.has('no-cache')) return 0;
	const maxAge = directives.get('max-age');
	if (maxAge !== undefined) return Number(maxAge) * 1000 || 0;
	const expires = valueOf(headers, 'expires');
	if (expires === undefined) return 0;
	const lifetime = Date.parse(expires) - Date.parse(valueOf(headers, 'date') ?? '');
	return Number.isNaN(lifetime) ? 0 : Math.max(0, lifetime);
}

function directivesOf(headers: Headers): Map<string, string> {
	const directives = new Map<string, string>();
	const text = valueOf(headers, 'cache-control') ?? '';
	for (const [, name = '', quoted, plain] of text.matchAll(/([\w-]+)(?:\s*=\s*(?:"([^"]*)"|([^\s,]*)))?/g))
		directives.set(name.toLowerCase(), quoted ?? plain ?? '');
	return directives;
}

/** All fields of a name, as one. */
function valueOf(headers: Headers, name: string): string | undefined {
	const values = headers.filter(([key]) => key === name).map(([, value]) => value);
	return values.length ? values.join(', ') : undefined;
}

const pair = (name: string, value: string | undefined): [string, string][] => (value ? [[name, value]] : []);
