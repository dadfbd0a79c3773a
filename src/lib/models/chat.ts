/** A chat with a model as the agents see it, whoever answers. */

export interface ToolCall {
	id: string;
	name: string;
	/** JSON as the model wrote it; may be broken. */
	arguments: string;
}

export type ChatMessage =
	| { role: 'system' | 'user'; content: string }
	| { role: 'assistant'; content: string; toolCalls: ToolCall[] }
	| { role: 'tool'; callId: string; content: string };

export interface ChatRequest {
	messages: ChatMessage[];
	tools: { type: 'function'; function: { name: string; description: string; parameters: Record<string, unknown> } }[];
	maxOutputTokens?: number;
}

export interface ChatReply {
	text: string;
	toolCalls: ToolCall[];
	/** 'length' means the reply was cut off: its last tool call must not be executed. */
	finishReason: 'stop' | 'tool_calls' | 'length' | 'content_filter' | 'unknown';
	usage: { inputTokens: number; outputTokens: number };
	/** US dollars; null when unknown. */
	money: number | null;
	latencyMs: number;
	model: string;
}

export interface ChatModel {
	/** @throws AppError with a MODEL_ code; an abort rejects with the signal's reason. */
	complete(request: ChatRequest, signal?: AbortSignal, onText?: (text: string) => void): Promise<ChatReply>;
}
