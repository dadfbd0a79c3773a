import { BUILTIN_BASE_URL, BUILTIN_MODEL, providers, type ModelProvider } from '../models/providers';
import type { CommandRule } from '../domain/command-policy';
import type { ROLES } from '../domain/role-names';

/** The person's choices on this device. Everything but the key lies in localStorage; the key stays in memory or goes to a key keeper. */

export type Theme = 'system' | 'light' | 'dark';
export type Engine = 'embedded' | 'stackblitz';

/** A model to begin with where a provider has a well-known one; elsewhere the person names it. */
const FIRST_MODELS: Record<string, string> = {
	builtin: BUILTIN_MODEL,
	openai: 'gpt-5',
	openrouter: 'anthropic/claude-sonnet-4.5',
	dashscope: 'qwen3-coder-plus',
	groq: 'openai/gpt-oss-120b',
	deepseek: 'deepseek-chat',
	mistral: 'mistral-large-latest',
	ollama: 'qwen3-coder'
};

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
	keyStorage: 'memory' | 'wrapped';
}

/** Keeps keys across reloads, wrapped by WebCrypto; the models floor has one. */
export interface KeyKeeper {
	load(providerId: string): Promise<string | undefined>;
	save(providerId: string, key: string): Promise<void>;
	forget(providerId: string): Promise<void>;
}

const STORAGE_KEY = 'tabsmith:settings';
const BUILT_IN: ModelProvider = {
	id: 'builtin',
	label: 'Built-in',
	baseUrl: BUILTIN_BASE_URL,
	needsKey: false,
	hasStreamUsage: true
};
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
		return providers.find((one) => one.id === this.#data.providerId) ?? BUILT_IN;
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
		const provider = providers.find((one) => one.id === providerId);
		if (!provider) return;
		this.change({ providerId, baseUrl: provider.baseUrl, model: FIRST_MODELS[providerId] ?? '', modelByRole: {} });
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
