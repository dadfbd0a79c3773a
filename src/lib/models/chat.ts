import { z } from '../domain/zod';

/** A chat with a model as the agents see it, whoever answers. */

/** What a server put into a message beside the fields that everybody knows: kept as it came, to be given back to it. */
const extraSchema = z.record(z.string(), z.unknown());
export type Extra = z.infer<typeof extraSchema>;

export const toolCallSchema = z.object({
	id: z.string(),
	name: z.string(),
	/** JSON as the model wrote it; may be broken. */
	arguments: z.string(),
	extra: extraSchema.optional()
});
export type ToolCall = z.infer<typeof toolCallSchema>;

/** A picture as models take it. */
export const chatImageSchema = z.object({
	name: z.string(),
	/** A `data:image/...;base64,` address. */
	url: z.string().startsWith('data:image/')
});
export type ChatImage = z.infer<typeof chatImageSchema>;

export const chatMessageSchema = z.discriminatedUnion('role', [
	z.object({ role: z.literal('system'), content: z.string() }),
	z.object({ role: z.literal('user'), content: z.string(), images: z.array(chatImageSchema).readonly().optional() }),
	/** `origin` names whom it came from, in the words of {@link ChatReply}: `extra` goes back there only. */
	z.object({
		role: z.literal('assistant'),
		content: z.string(),
		toolCalls: z.array(toolCallSchema),
		extra: extraSchema.optional(),
		origin: z.string().optional()
	}),
	z.object({ role: z.literal('tool'), callId: z.string(), content: z.string() })
]);
export type ChatMessage = z.infer<typeof chatMessageSchema>;

export interface ToolDefinition {
	type: 'function';
	function: { name: string; description: string; parameters: Record<string, unknown> };
}

export interface ChatRequest {
	messages: readonly ChatMessage[];
	tools: readonly ToolDefinition[];
	maxOutputTokens?: number;
}

export const chatReplySchema = z.object({
	text: z.string(),
	toolCalls: z.array(toolCallSchema),
	/** 'length' means the reply was cut off: a call that is not whole must not be executed. */
	finishReason: z.enum(['stop', 'tool_calls', 'length', 'content_filter', 'unknown']),
	usage: z.object({ inputTokens: z.number(), outputTokens: z.number() }),
	/** US dollars; null when unknown. */
	money: z.number().nullable(),
	latencyMs: z.number(),
	model: z.string(),
	/** What the model thought before it answered, where the server tells it. Never part of the answer. */
	reasoning: z.string().optional(),
	extra: extraSchema.optional(),
	/** Server and model that `extra` belongs to. */
	origin: z.string().optional(),
	/** In how many parts it came: one means that it did not stream. */
	pieces: z.number().optional()
});
export type ChatReply = z.infer<typeof chatReplySchema>;

export interface ChatModel {
	/** Whether pictures may be sent to it, as far as is known; false when left out. */
	readonly seesPictures?: boolean;
	/** @throws AppError with a MODEL_ code; an abort rejects with the signal's reason. */
	complete(request: ChatRequest, signal?: AbortSignal, onText?: (text: string) => void): Promise<ChatReply>;
}
