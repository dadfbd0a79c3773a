import type { StoredResponse } from './cache-rules';

/** Of all previews together. */
const MAX_BYTES = 32 << 20;
/** A larger response is not worth what it would push out. */
export const MAX_RESPONSE_BYTES = MAX_BYTES / 4;
/** Roughly what the headers and the entry itself take. */
const ENTRY_BYTES = 1024;

/** Responses in memory, one per server and URL. The ones used longest ago make room for others. */
export class ResponseStore {
	/** The one used last comes last. */
	readonly #responses = new Map<string, StoredResponse>();
	#bytes = 0;

	constructor(private readonly maxBytes = MAX_BYTES) {}

	get(serverId: number, url: string): StoredResponse | undefined {
		const key = keyOf(serverId, url);
		const response = this.#responses.get(key);
		if (!response) return undefined;
		this.#responses.delete(key);
		this.#responses.set(key, response);
		return response;
	}

	set(serverId: number, url: string, response: StoredResponse): void {
		this.delete(serverId, url);
		this.#responses.set(keyOf(serverId, url), response);
		this.#bytes += sizeOf(response);
		for (const key of this.#responses.keys()) {
			if (this.#bytes <= this.maxBytes) return;
			this.#remove(key);
		}
	}

	delete(serverId: number, url: string): void {
		this.#remove(keyOf(serverId, url));
	}

	/** Forgets all of a server. */
	drop(serverId: number): void {
		for (const key of [...this.#responses.keys()]) if (key.startsWith(keyOf(serverId, ''))) this.#remove(key);
	}

	#remove(key: string): void {
		const response = this.#responses.get(key);
		if (response && this.#responses.delete(key)) this.#bytes -= sizeOf(response);
	}
}

const keyOf = (serverId: number, url: string) => `${serverId} ${url}`;

const sizeOf = ({ body }: StoredResponse) => body.length + ENTRY_BYTES;
