import { BUILTIN_BASE_URL, BUILTIN_MODEL, builtinProvider, providerOf, type ModelProvider } from '../models/providers';
import type { ROLES } from '../domain/role-names';

/** The person's choices on this device. Everything but the key lies in localStorage; the key stays in memory or goes to a key keeper. */

export type Theme = 'system' | 'light' | 'dark';
export type Engine = 'embedded' | 'stackblitz';

export interface SettingsData {
	theme: Theme;
	engine: Engine;
	providerId: string;
	baseUrl: string;
	model: string;
	/** A role's own model; absent or empty means the common one. */
	modelByRole: Record<string, string>;
	/** Hard stop of a run, in US dollars; 0 is no limit. */
	budgetDollars: number;
	/** Hard stop of a run of an AI model, in tokens; 0 is no limit. What it costs is not known of every model. */
	budgetTokens: number;
	/** Agents at work at once. */
	workers: number;
	keyStorage: 'memory' | 'wrapped';
}

/** Keeps keys across reloads, wrapped by WebCrypto; the models floor has one. */
export interface KeyKeeper {
	load(providerId: string): Promise<string | undefined>;
	save(providerId: string, key: string): Promise<void>;
	forget(providerId: string): Promise<void>;
}

const STORAGE_KEY = 'tabsmith:settings';
const DEFAULTS: SettingsData = {
	theme: 'system',
	engine: 'embedded',
	providerId: 'builtin',
	baseUrl: BUILTIN_BASE_URL,
	model: BUILTIN_MODEL,
	modelByRole: {},
	budgetDollars: 2,
	budgetTokens: 5_000_000,
	workers: 4,
	keyStorage: 'memory'
};

export class Settings {
	#data: SettingsData = $state.raw(DEFAULTS);
	#key = $state.raw('');
	#storage: Storage | undefined;
	#keeper: KeyKeeper | undefined = $state.raw();

	constructor(storage?: Storage) {
		this.#storage = storage;
		this.#data = { ...DEFAULTS, ...parse(read(storage)) };
	}

	get data(): SettingsData {
		return this.#data;
	}
	get provider(): ModelProvider {
		return providerOf(this.#data.providerId) ?? builtinProvider;
	}
	/** The key of the chosen provider; never stored with the other settings. */
	get key(): string {
		return this.#key;
	}
	get canWrapKeys(): boolean {
		return this.#keeper !== undefined;
	}
	/** What stands in the way of using the chosen provider, in words; undefined when nothing does. */
	get problem(): string | undefined {
		const { provider } = this;
		if (provider.id === 'builtin') return undefined;
		if (!isHttpUrl(this.#data.baseUrl))
			return 'The base URL must start with http:// or https://, as in https://api.openai.com/v1.';
		if (provider.needsKey && !this.#key) return `${provider.label} needs an API key.`;
		if (!this.#data.model.trim()) return 'Name the model to use.';
		return undefined;
	}
	modelOf(role: string): string {
		return this.#data.modelByRole[role]?.trim() || this.#data.model;
	}

	change(part: Partial<SettingsData>): void {
		this.#data = { ...this.#data, ...part };
		try {
			this.#storage?.setItem(STORAGE_KEY, JSON.stringify(this.#data));
		} catch {
			// A full or closed storage only means the choice lasts until the tab closes.
		}
	}
	chooseProvider(providerId: string): void {
		const provider = providerOf(providerId);
		if (!provider) return;
		this.change({ providerId, baseUrl: provider.baseUrl, model: provider.firstModel, modelByRole: {} });
		this.#key = '';
		void this.#loadKey();
	}
	setRoleModel(role: (typeof ROLES)[number], model: string): void {
		this.change({ modelByRole: { ...this.#data.modelByRole, [role]: model } });
	}
	async setKey(key: string): Promise<void> {
		this.#key = key.trim();
		if (this.#data.keyStorage === 'wrapped' && this.#key) await this.#keeper?.save(this.#data.providerId, this.#key);
	}
	async forgetKey(): Promise<void> {
		this.#key = '';
		await this.#keeper?.forget(this.#data.providerId);
	}
	/** Chooses where the key lives. Memory forgets the wrapped copy at once. */
	async chooseKeyStorage(keyStorage: SettingsData['keyStorage']): Promise<void> {
		this.change({ keyStorage });
		if (keyStorage === 'memory') await this.#keeper?.forget(this.#data.providerId);
		else if (this.#key) await this.#keeper?.save(this.#data.providerId, this.#key);
	}
	/** Gives the settings a place that keeps keys; loads the chosen provider's one. */
	async attachKeeper(keeper: KeyKeeper): Promise<void> {
		this.#keeper = keeper;
		await this.#loadKey();
	}

	async #loadKey(): Promise<void> {
		const { providerId, keyStorage } = this.#data;
		if (keyStorage !== 'wrapped' || !this.#keeper) return;
		const key = await this.#keeper.load(providerId);
		if (key && this.#data.providerId === providerId && !this.#key) this.#key = key;
	}
}

function isHttpUrl(text: string): boolean {
	return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
function read(storage: Storage | undefined): string | null {
	try {
		return storage?.getItem(STORAGE_KEY) ?? null;
	} catch {
		return null;
	}
}
function parse(text: string | null): Partial<SettingsData> {
	try {
		const value: unknown = JSON.parse(text ?? '{}');
		if (typeof value !== 'object' || value === null) return {};
		const known = Object.entries(value).filter(
			([key, one]) => key in DEFAULTS && typeof one === typeof DEFAULTS[key as keyof SettingsData]
		);
		return Object.fromEntries(known) as Partial<SettingsData>;
	} catch {
		return {};
	}
}
