import { openDB, type IDBPDatabase } from 'idb';
import type { StoredCookie } from './cookie-jar';

const STORE = 'cookies';

/** Where the cookies of a project's previews outlive the engine, as they would outlive a reload in a browser: by the preview's host. */
export class CookieStore {
	#opening: Promise<IDBPDatabase> | null = null;

	/** Those of a host; none when the browser keeps nothing. */
	async read(host: string): Promise<StoredCookie[]> {
		try {
			return ((await (await this.#database()).get(STORE, host)) as StoredCookie[] | undefined) ?? [];
		} catch (error) {
			console.warn(`[kernel] The cookies of ${host} cannot be read:`, error);
			return [];
		}
	}

	async write(host: string, cookies: StoredCookie[]): Promise<void> {
		try {
			await (await this.#database()).put(STORE, cookies, host);
		} catch (error) {
			console.warn(`[kernel] The cookies of ${host} last only as long as this engine:`, error);
		}
	}

	#database(): Promise<IDBPDatabase> {
		this.#opening ??= openDB('preview-cookies', 2, {
			upgrade: (database, from) => {
				// The first version knew cookies by name alone.
				if (from > 0) database.deleteObjectStore(STORE);
				database.createObjectStore(STORE);
			}
		});
		return this.#opening;
	}
}
