import { z } from '../domain/zod';

/** A chat with a model as the agents see it, whoever answers. */

export const toolCallSchema = z.object({
	id: z.string(),
	name: z.string(),
	/** JSON as the model wrote it; may be broken. */
	arguments: z.string()
});
export type ToolCall = z.infer<typeof toolCallSchema>;

export type ChatMessage =
	| { role: 'system' | 'user'; content: string }
	| { role: 'assistant'; content: string; toolCalls: ToolCall[] }
	| { role: 'tool'; callId: string; content: string };

export interface ChatRequest {
	messages: ChatMessage[];
	tools: { type: 'function'; function: { name: string; description: string; parameters: Record<string, unknown> } }[];
	maxOutputTokens?: number;
}

export const chatReplySchema = z.object({
	text: z.string(),
	toolCalls: z.array(toolCallSchema),
	/** 'length' means the reply was cut off: its last tool call must not be executed. */
	finishReason: z.enum(['stop', 'tool_calls', 'length', 'content_filter', 'unknown']),
	usage: z.object({ inputTokens: z.number(), outputTokens: z.number() }),
	/** US dollars; null when unknown. */
	money: z.number().nullable(),
	latencyMs: z.number(),
	model: z.string()
});
export type ChatReply = z.infer<typeof chatReplySchema>;

export interface ChatModel {
	/** @throws AppError with a MODEL_ code; an abort rejects with the signal's reason. */
	complete(request: ChatRequest, signal?: AbortSignal, onText?: (text: string) => void): Promise<ChatReply>;
}
