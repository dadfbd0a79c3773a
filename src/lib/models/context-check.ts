import { AppError } from '../domain/app-error';
import { fieldsOf, listOf, textOf } from './json-value';
import { isLoopback, type ModelEndpoint } from './providers';

/** Notices when a server has read less than was sent: some cut what is longer than their context, and say nothing. */

/** Code has fewer characters to a token: a server that has read all of it counts more than this, not half as much. */
const CHARS_PER_TOKEN = 4;
/** Below this, what a server adds or leaves out of a prompt weighs too much. */
const MIN_TOKENS = 3000;

/** About how many tokens a request's text is. Pictures are not counted. */
export function estimateTokens(body: { messages: readonly unknown[]; tools?: unknown }): number {
	const texts = body.messages.map((message) => {
		const { content, tool_calls: calls } = fieldsOf(message);
		const words = listOf(content)
			.map((part) => textOf(fieldsOf(part).text))
			.join('');
		return textOf(content).length + words.length + (calls ? JSON.stringify(calls).length : 0);
	});
	const tools = body.tools ? JSON.stringify(body.tools).length : 0;
	return Math.ceil((texts.reduce((sum, length) => sum + length, 0) + tools) / CHARS_PER_TOKEN);
}

/**
 * @param tokens `sentTokens`: of the messages alone, since not every server counts its tools
 * @throws AppError MODEL_CONTEXT where a server on this computer counts less than half of what it was sent
 */
export function checkContext(
	{ baseUrl, model, providerId }: ModelEndpoint,
	{ sentTokens, readTokens }: { sentTokens: number; readTokens: number | undefined }
): void {
	if (!isLoopback(baseUrl) || !readTokens || sentTokens < MIN_TOKENS || readTokens * 2 > sentTokens) return;
	const isOllama = providerId === 'ollama' || new URL(baseUrl).port === '11434';
	const how = isOllama
		? 'Ollama cuts what is longer than its context without a word. Start it with OLLAMA_CONTEXT_LENGTH=32768 ollama serve, or raise Context length in its app'
		: 'Its server seems to cut what is longer than its context. Raise the context length where the model is loaded';
	throw new AppError(
		'MODEL_CONTEXT',
		`${model} has read only ${readTokens} of about ${sentTokens} tokens. ${how}, then resume.`,
		{
			data: { model, baseUrl, status: 200, readTokens, sentTokens }
		}
	);
}
