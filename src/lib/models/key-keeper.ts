/** Where wrapped keys are kept. */
export interface KeyValueStore {
	get(key: string): Promise<unknown>;
	set(key: string, value: unknown): Promise<void>;
	delete(key: string): Promise<void>;
}

/** Keeps API keys on this device, encrypted by a WebCrypto key that cannot be exported. */
export class WrappedKeyKeeper {
	constructor(private readonly store: KeyValueStore) {}

	async load(providerId: string): Promise<string | undefined> {
		const kept = (await this.store.get(`key:${providerId}`)) as { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer } | undefined;
		if (!kept) return undefined;
		const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: kept.iv }, await this.#wrappingKey(), kept.data);
		return new TextDecoder().decode(plain);
	}
	async save(providerId: string, key: string): Promise<void> {
		const iv = crypto.getRandomValues(new Uint8Array(12));
		const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await this.#wrappingKey(), new TextEncoder().encode(key));
		await this.store.set(`key:${providerId}`, { iv, data });
	}
	async forget(providerId: string): Promise<void> {
		await this.store.delete(`key:${providerId}`);
	}

	async #wrappingKey(): Promise<CryptoKey> {
		const kept = await this.store.get('wrapping-key');
		if (kept) return kept as CryptoKey;
		const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
		await this.store.set('wrapping-key', made);
		return made;
	}
}
