import { BUILTIN_BASE_URL, isLoopback, type ModelEndpoint, type ModelPrice } from './providers';

/** What tokens cost. Lists change: what a provider states, or the person enters, counts more than what stands here. */

/** US dollars per million tokens, by the start of the model's name, longest match first. */
const PRICES: Record<string, ModelPrice> = {
	'gpt-5': { input: 1.25, output: 10 },
	'gpt-5-mini': { input: 0.25, output: 2 },
	'gpt-5-nano': { input: 0.05, output: 0.4 },
	'gpt-4.1': { input: 2, output: 8 },
	'gpt-4.1-mini': { input: 0.4, output: 1.6 },
	'gpt-4o': { input: 2.5, output: 10 },
	'gpt-4o-mini': { input: 0.15, output: 0.6 },
	'deepseek-chat': { input: 0.28, output: 0.42 },
	'mistral-large': { input: 2, output: 6 }
};

/** The price of a model; undefined when nobody knows. Models on this computer are free. */
export function knownPrice({
	baseUrl,
	model,
	price
}: Pick<ModelEndpoint, 'baseUrl' | 'model' | 'price'>): ModelPrice | undefined {
	if (price) return price;
	if (baseUrl === BUILTIN_BASE_URL || isLoopback(baseUrl)) return { input: 0, output: 0 };
	const name = model.split('/').at(-1) ?? '';
	const start = Object.keys(PRICES)
		// 'gpt-5' is no price for 'gpt-5.5'.
		.filter((known) => name === known || (name.startsWith(known) && /^-(\d{4}|latest)/.test(name.slice(known.length))))
		.sort((a, b) => b.length - a.length)[0];
	return start ? PRICES[start] : undefined;
}

/** What a call cost in US dollars; null when the model's price is unknown. */
export function priceOf(endpoint: ModelEndpoint, usage: { inputTokens: number; outputTokens: number }): number | null {
	const price = knownPrice(endpoint);
	return price ? (usage.inputTokens * price.input + usage.outputTokens * price.output) / 1e6 : null;
}
