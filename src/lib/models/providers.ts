import { z } from '../domain/zod';

/** Where models can be had: base URLs, whether a key is needed, and what tokens cost. */

export interface ModelProvider {
	id: string;
	label: string;
	/** 'builtin:' is answered inside the tab. */
	baseUrl: string;
	needsKey: boolean;
	/** Sent with each call, such as OpenRouter's title. */
	headers?: Record<string, string>;
	/** True when the server takes `stream_options: {include_usage: true}`. */
	hasStreamUsage: boolean;
}

export const BUILTIN_BASE_URL = 'builtin:';
export const BUILTIN_MODEL = 'tabsmith-rules';

export const providers: readonly ModelProvider[] = [
	{ id: 'builtin', label: 'Built-in (rule-based, no AI)', baseUrl: BUILTIN_BASE_URL, needsKey: false, hasStreamUsage: true },
	{ id: 'openai', label: 'OpenAI', baseUrl: 'https://api.openai.com/v1', needsKey: true, hasStreamUsage: true },
	{
		id: 'openrouter',
		label: 'OpenRouter',
		baseUrl: 'https://openrouter.ai/api/v1',
		needsKey: true,
		headers: { 'X-Title': 'Tabsmith' },
		hasStreamUsage: true
	},
	{
		id: 'dashscope',
		label: 'DashScope (Qwen)',
		baseUrl: 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1',
		needsKey: true,
		hasStreamUsage: true
	},
	{ id: 'groq', label: 'Groq', baseUrl: 'https://api.groq.com/openai/v1', needsKey: true, hasStreamUsage: true },
	{ id: 'deepseek', label: 'DeepSeek', baseUrl: 'https://api.deepseek.com/v1', needsKey: true, hasStreamUsage: true },
	{ id: 'mistral', label: 'Mistral', baseUrl: 'https://api.mistral.ai/v1', needsKey: true, hasStreamUsage: false },
	{ id: 'ollama', label: 'Ollama', baseUrl: 'http://localhost:11434/v1', needsKey: false, hasStreamUsage: true },
	{ id: 'lmstudio', label: 'LM Studio', baseUrl: 'http://localhost:1234/v1', needsKey: false, hasStreamUsage: true },
	{ id: 'vllm', label: 'vLLM', baseUrl: 'http://localhost:8000/v1', needsKey: false, hasStreamUsage: true },
	{ id: 'custom', label: 'Any compatible server', baseUrl: '', needsKey: false, hasStreamUsage: true }
];

/** How to reach one model. The key lives only here, in the worker that calls. */
export const modelEndpointSchema = z.object({
	providerId: z.string(),
	baseUrl: z.string(),
	model: z.string(),
	apiKey: z.string().optional(),
	/** US dollars per million tokens; unknown when absent. */
	price: z.object({ input: z.number(), output: z.number() }).optional()
});
export type ModelEndpoint = z.infer<typeof modelEndpointSchema>;

export const builtinEndpoint: ModelEndpoint = {
	providerId: 'builtin',
	baseUrl: BUILTIN_BASE_URL,
	model: BUILTIN_MODEL,
	price: { input: 0, output: 0 }
};

/** US dollars per million tokens, by the start of the model's name, longest match first. Lists change: users may set their own. */
const PRICES: Record<string, { input: number; output: number }> = {
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

/** What a call cost in US dollars; null when the model's price is unknown. Models on this computer are free. */
export function priceOf(endpoint: ModelEndpoint, usage: { inputTokens: number; outputTokens: number }): number | null {
	const isLocal = endpoint.baseUrl === BUILTIN_BASE_URL || /^https?:\/\/(localhost|127\.|\[::1\])/.test(endpoint.baseUrl);
	const name = endpoint.model.split('/').at(-1) ?? '';
	const known = Object.keys(PRICES)
		.filter((start) => name.startsWith(start))
		.sort((a, b) => b.length - a.length)[0];
	const price = endpoint.price ?? (isLocal ? { input: 0, output: 0 } : known ? PRICES[known] : undefined);
	if (!price) return null;
	return (usage.inputTokens * price.input + usage.outputTokens * price.output) / 1e6;
}
