import type { ListedModel } from '../models/model-list';
import { knownPrice } from '../models/prices';
import {
	BUILTIN_BASE_URL,
	BUILTIN_MODEL,
	builtinEndpoint,
	builtinProvider,
	providerOf,
	type ModelEndpoint,
	type ModelPrice,
	type ModelProvider
} from '../models/providers';
import { NO_PROXY, proxyUrlOf, type ModelProxy } from '../models/proxy-url';
import type { CommandRule } from '../domain/command-policy';
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
	/** How long a question of an agent waits for an answer, in minutes; 0 takes the default at once. */
	askWaitMinutes: number;
	/** What agents' commands may do that are not known to be harmless. */
	commandRule: CommandRule;
	/** A reviewer reads the code once all checks pass. */
	isReviewed: boolean;
	keyStorage: 'memory' | 'wrapped';
	/** US dollars per million tokens as the person entered them, by base URL and model. */
	prices: Record<string, ModelPrice>;
	/** The same as providers state them, of models that are in use. */
	statedPrices: Record<string, ModelPrice>;
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
	askWaitMinutes: 3,
	commandRule: 'ask',
	isReviewed: true,
	keyStorage: 'memory',
	prices: {},
	statedPrices: {}
};

export class Settings {
	#data: SettingsData = $state.raw(DEFAULTS);
	#key = $state.raw('');
	#storage: Storage | undefined;
	#keeper: KeyKeeper | undefined = $state.raw();
	#proxy: { known: ModelProxy; origin: string } = $state.raw({ known: NO_PROXY, origin: '' });
	#listed: { baseUrl: string; models: readonly ListedModel[] } = $state.raw({ baseUrl: '', models: [] });

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
	/** The models that the chosen provider says it has; empty until it was asked. */
	get listed(): readonly ListedModel[] {
		return this.#listed.baseUrl === this.#data.baseUrl ? this.#listed.models : [];
	}
	/** How to reach a model of the chosen provider. */
	endpointOf(model = this.#data.model): ModelEndpoint {
		const { provider, key } = this;
		if (provider.id === 'builtin') return builtinEndpoint;
		const { baseUrl } = this.#data;
		const price = this.#data.prices[priceKey(baseUrl, model)] ?? this.#data.statedPrices[priceKey(baseUrl, model)];
		const proxyUrl = proxyUrlOf(baseUrl, this.#proxy.known, this.#proxy.origin);
		return {
			providerId: provider.id,
			baseUrl,
			model,
			...(key ? { apiKey: key } : {}),
			...(price ? { price } : {}),
			...(proxyUrl ? { proxyUrl } : {})
		};
	}
	/** What a model costs and who says so. */
	priceOf(model: string): { price?: ModelPrice; source: 'person' | 'provider' | 'table' | 'unknown' } {
		const key = priceKey(this.#data.baseUrl, model);
		const own = this.#data.prices[key];
		if (own) return { price: own, source: 'person' };
		const stated = this.#data.statedPrices[key];
		if (stated) return { price: stated, source: 'provider' };
		const price = knownPrice({ baseUrl: this.#data.baseUrl, model });
		return price ? { price, source: 'table' } : { source: 'unknown' };
	}
	/** Undefined takes back what was entered. */
	setPrice(model: string, price: ModelPrice | undefined): void {
		const { [priceKey(this.#data.baseUrl, model)]: _, ...others } = this.#data.prices;
		this.change({ prices: price ? { ...others, [priceKey(this.#data.baseUrl, model)]: price } : others });
	}
	/** What the provider at `baseUrl` has answered. */
	takeListed(baseUrl: string, models: readonly ListedModel[]): void {
		this.#listed = { baseUrl, models };
		this.#keepStated();
	}
	attachProxy(known: ModelProxy, origin: string): void {
		this.#proxy = { known, origin };
	}
	modelOf(role: string): string {
		return this.#data.modelByRole[role]?.trim() || this.#data.model;
	}

	change(part: Partial<SettingsData>): void {
		this.#data = { ...this.#data, ...part };
		if (part.model !== undefined || part.modelByRole) this.#keepStated();
		this.#store();
	}
	#store(): void {
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

	/** Prices of the models in use go on counting when nobody lists any more. */
	#keepStated(): void {
		const { baseUrl, model, modelByRole, statedPrices } = this.#data;
		const used = new Set([model, ...Object.values(modelByRole)]);
		const stated = this.listed.flatMap(({ id, price }) =>
			price && used.has(id) ? [[priceKey(baseUrl, id), price] as const] : []
		);
		if (!stated.length) return;
		this.#data = { ...this.#data, statedPrices: { ...statedPrices, ...Object.fromEntries(stated) } };
		this.#store();
	}
	async #loadKey(): Promise<void> {
		const { providerId, keyStorage } = this.#data;
		if (keyStorage !== 'wrapped' || !this.#keeper) return;
		const key = await this.#keeper.load(providerId);
		if (key && this.#data.providerId === providerId && !this.#key) this.#key = key;
	}
}

const priceKey = (baseUrl: string, model: string) => `${baseUrl.replace(/\/+$/, '')} ${model}`;

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
			([key, setting]) => key in DEFAULTS && typeof setting === typeof DEFAULTS[key as keyof SettingsData]
		);
		return Object.fromEntries(known) as Partial<SettingsData>;
	} catch {
		return {};
	}
}
