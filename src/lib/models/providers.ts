import { z } from '../domain/zod';
import table from './providers.json';

/** Where models can be had: base URLs, whether a key is needed, and how to reach one. The table is JSON, since the server reads it too. */

export interface ModelProvider {
	id: string;
	label: string;
	/** 'builtin:' is answered inside the tab. */
	baseUrl: string;
	/** Further addresses of the same provider. */
	otherUrls?: string[];
	needsKey: boolean;
	/** What else it takes to use it, in a sentence for people. */
	needs: string;
	/** Where a key is made. */
	keyUrl?: string;
	/** A model to begin with; empty where only the person can know. */
	firstModel: string;
	/** Answers pages of any origin: no way through our own server is needed. */
	allowsPages?: boolean;
	/** Sent with each call, such as OpenRouter's title. */
	headers?: Record<string, string>;
	/** A header that takes the key besides Authorization. */
	keyHeader?: string;
	/** False where the server refuses `stream_options: {include_usage: true}`. */
	hasStreamUsage?: boolean;
}

export const BUILTIN_BASE_URL = 'builtin:';
export const BUILTIN_MODEL = 'tabsmith-rules';

export const providers = table as readonly ModelProvider[];

/** US dollars per million tokens. */
export const modelPriceSchema = z.object({ input: z.number().nonnegative(), output: z.number().nonnegative() });
export type ModelPrice = z.infer<typeof modelPriceSchema>;

/** How to reach one model. The key lives only here, in the worker that calls. */
export const modelEndpointSchema = z.object({
	providerId: z.string(),
	baseUrl: z.string(),
	model: z.string(),
	apiKey: z.string().optional(),
	/** Absent where it is not known better than by the model's name. */
	price: modelPriceSchema.optional(),
	/** The base URL under which our own server passes on to `baseUrl`; absent where it does not. */
	proxyUrl: z.string().optional()
});
export type ModelEndpoint = z.infer<typeof modelEndpointSchema>;

export const builtinEndpoint: ModelEndpoint = {
	providerId: 'builtin',
	baseUrl: BUILTIN_BASE_URL,
	model: BUILTIN_MODEL,
	price: { input: 0, output: 0 }
};

export function providerOf(providerId: string): ModelProvider | undefined {
	return providers.find((provider) => provider.id === providerId);
}

export const builtinProvider: ModelProvider = {
	id: 'builtin',
	label: 'Built-in',
	baseUrl: BUILTIN_BASE_URL,
	needsKey: false,
	needs: '',
	firstModel: BUILTIN_MODEL
};

/** Whether an address is one of this computer: such servers cost nothing, and may take their time. */
export function isLoopback(baseUrl: string): boolean {
	if (!URL.canParse(baseUrl)) return false;
	const { hostname } = new URL(baseUrl);
	return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
