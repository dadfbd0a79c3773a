import type { ExchangeSink } from './app-connection';
import {
	bypassHeaders,
	cacheModeOf,
	fits,
	isFresh,
	isStorable,
	updatedHeaders,
	validatorsOf,
	varyOf,
	type CookiedRequest,
	type StoredResponse
} from './cache-rules';
import type { ConnectionPool } from './connection-pool';
import { joinedBytes } from '../../joined-bytes';
import { requestBytes } from './request-bytes';
import { MAX_RESPONSE_BYTES, type ResponseStore } from './response-store';
import type { ResponseHead } from './response-parser';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);
let lastId = 0;

/**
 * One server of the app, as a browser sees it: with kept connections and a private HTTP cache. The browser itself caches nothing
 * that a service worker answers. All of it lasts as long as the server listens: the next one on this port may be another app.
 * @source RFC 9111
 */
export class AppServer {
	readonly #id = ++lastId;
	#isGone = false;

	constructor(
		private readonly pool: ConnectionPool,
		private readonly store: ResponseStore
	) {}

	/** @returns what ends the exchange before its time; `sink` may have heard all of it already */
	request(asked: CookiedRequest, sink: ExchangeSink): () => void {
		const { request } = asked;
		const mode = cacheModeOf(request);
		const stored = mode === 'no-store' || mode === 'reload' ? undefined : this.#storedFor(asked);
		const isEnough = stored && (isAnyAgeFine(mode) || (mode === 'default' && isFresh(stored, Date.now())));
		if (isEnough) return respondFrom(stored, sink);
		if (mode === 'only-if-cached') return respondNothing(sink);
		const validators = stored ? validatorsOf(stored.headers) : [];
		const bytes = requestBytes(request, asked.cookie, [...bypassHeaders(request), ...validators]);
		const caching = mode === 'no-store' ? this.#invalidating(asked, sink) : this.#storing(asked, stored, sink);
		return this.pool.request({ bytes, method: request.method }, caching);
	}

	/** It listens no more: what it is answering may end. */
	retire(): void {
		this.#isGone = true;
		this.forget();
		this.pool.retire();
	}

	/** Drops what is cached. */
	forget(): void {
		this.store.drop(this.#id);
	}

	#storedFor(asked: CookiedRequest): StoredResponse | undefined {
		const stored = this.store.get(this.#id, asked.request.url);
		return stored && fits(stored, asked) ? stored : undefined;
	}

	/** What an unsafe method has changed must be asked for anew. */
	#invalidating({ request: { method, url } }: CookiedRequest, sink: ExchangeSink): ExchangeSink {
		if (SAFE.has(method)) return sink;
		const onHead = (head: ResponseHead) => {
			if (head.status < 400) this.store.delete(this.#id, url);
			sink.onHead(head);
		};
		return { ...sink, onHead };
	}

	/** Puts `stored` in the place of a 304, and keeps what may be kept. */
	#storing(asked: CookiedRequest, stored: StoredResponse | undefined, sink: ExchangeSink): ExchangeSink {
		const { url } = asked.request;
		let kept: Omit<StoredResponse, 'body'> | null = null;
		let parts: Uint8Array<ArrayBuffer>[] = [];
		let size = 0;
		const onHead = (head: ResponseHead) => {
			const receivedAtMs = Date.now();
			if (stored && head.status === 304) {
				const headers = updatedHeaders(stored.headers, head.headers);
				if (!this.#isGone) this.store.set(this.#id, url, { ...stored, headers, receivedAtMs });
				// The page's cookies come from this answer, the rest from the stored one.
				const cookies = head.headers.filter(([name]) => name === 'set-cookie');
				sink.onHead({ status: 200, headers: [...headers, ...cookies] });
				return sink.onBody(stored.body.slice());
			}
			this.store.delete(this.#id, url);
			if (isStorable(head)) kept = { headers: head.headers, receivedAtMs, vary: varyOf(head, asked) };
			sink.onHead(head);
		};
		const onBody = (part: Uint8Array<ArrayBuffer>) => {
			size += part.length;
			if (size > MAX_RESPONSE_BYTES) [kept, parts] = [null, []];
			// The other end gets the bytes themselves.
			if (kept) parts.push(part.slice());
			sink.onBody(part);
		};
		const onEnd = () => {
			if (kept && !this.#isGone) this.store.set(this.#id, url, { ...kept, body: joinedBytes(parts) });
			sink.onEnd();
		};
		return { ...sink, onHead, onBody, onEnd };
	}
}

const isAnyAgeFine = (mode: RequestCache) => mode === 'force-cache' || mode === 'only-if-cached';

function respondFrom({ headers, body }: StoredResponse, sink: ExchangeSink): () => void {
	sink.onHead({ status: 200, headers });
	sink.onBody(body.slice());
	sink.onEnd();
	return () => {};
}

function respondNothing(sink: ExchangeSink): () => void {
	sink.onHead({ status: 504, headers: [] });
	sink.onEnd();
	return () => {};
}
