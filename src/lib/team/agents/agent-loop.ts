import { AppError, codeOf, messageOf } from '../../domain/app-error';
import type { ChatModel, ChatReply } from '../../models/chat';
import { isWorthRetrying } from '../../models/model-error';
import { sha256 } from '../../domain/sha256';
import type { AgentJob, AgentOutcome } from '../../bus/contracts/agent';
import type { AgentHost } from '../../bus/contracts/agent-host';
import { Conversation } from './conversation';
import { notePrompt } from './prompts';
import { ReadAlong } from './read-along';
import { ToolRunner } from './tool-runner';
import { toolDefinitions } from './tools';

const MAX_MODEL_TRIES = 3;
/** Replies in a row that do nothing, before somebody is asked for another model. */
const MAX_IDLE_REPLIES = 3;

/**
 * One agent at work on one task: asks its model, carries out the tool calls, until it finishes.
 * @throws AppError AGENT_STUCK, AGENT_STEPS, AGENT_NO_ACTION, MODEL_CUT, or what the host or the model threw.
 */
export async function runAgent(job: AgentJob, host: AgentHost, model: ChatModel, signal: AbortSignal): Promise<AgentOutcome> {
	return new AgentLoop(job, host, model, signal).run();
}

class AgentLoop {
	readonly #conversation: Conversation;
	readonly #tools: ToolRunner;
	readonly #readAlong: ReadAlong;
	#idle = 0;

	constructor(
		private readonly job: AgentJob,
		private readonly host: AgentHost,
		private readonly model: ChatModel,
		private readonly signal: AbortSignal
	) {
		this.#conversation = new Conversation(job.prompt);
		// Who reads along is nobody's business: what is lost of it is lost.
		this.#readAlong = new ReadAlong((part) => void Promise.resolve(host.said(part)).catch(() => undefined));
		this.#tools = new ToolRunner(job, host, this.#conversation, signal);
	}

	async run(): Promise<AgentOutcome> {
		this.#readAlong.asked(this.job.prompt);
		for (let step = 1; step <= this.job.maxSteps; step++) {
			for (const note of await this.host.beforeCall()) this.#tell(notePrompt(note));
			this.#conversation.tidy();
			const reply = await this.#ask();
			this.signal.throwIfAborted();
			await this.#follow(reply);
			const { finished } = this.#tools;
			if (finished !== undefined) return { summary: finished, steps: step };
		}
		throw new AppError('AGENT_STEPS', `${this.job.agent} did not finish '${this.job.task.title}' in ${this.job.maxSteps} steps.`);
	}

	async #ask(): Promise<ChatReply> {
		const request = { messages: this.#conversation.messages, tools: toolDefinitions(this.job.role.tools) };
		const requestHash = await sha256(JSON.stringify(request.messages));
		for (let attempt = 1; ; attempt++) {
			const started = performance.now();
			try {
				const reply = await this.model.complete(request, this.signal, (text) => this.#readAlong.words(text));
				this.#readAlong.replied(reply);
				await this.host.called({ reply, requestHash, latencyMs: reply.latencyMs });
				return reply;
			} catch (error) {
				this.signal.throwIfAborted();
				const failure = { code: codeOf(error), message: messageOf(error) };
				this.#readAlong.note(`${failure.code}: ${failure.message}`);
				await this.host.called({ requestHash, latencyMs: Math.round(performance.now() - started), error: failure });
				if (attempt >= MAX_MODEL_TRIES || !isWorthRetrying(error)) throw error;
			}
		}
	}

	async #follow(reply: ChatReply): Promise<void> {
		const isCut = reply.finishReason === 'length';
		// A cut reply's last call is half a call: it is dropped, never executed.
		const calls = isCut ? reply.toolCalls.slice(0, -1) : reply.toolCalls;
		this.#conversation.add({ role: 'assistant', content: reply.text, toolCalls: calls });
		if (reply.text.trim() && calls.length) await this.host.progress(reply.text.trim().slice(0, 300));
		for (const call of calls) {
			this.signal.throwIfAborted();
			this.#readAlong.called(call);
			const content = await this.#tools.execute(call);
			this.#readAlong.returned(call, content);
			this.#conversation.add({ role: 'tool', callId: call.id, content });
			if (this.#tools.finished !== undefined) return;
		}
		// A reply that was cut after some of its calls has got on.
		this.#idle = calls.length ? 0 : this.#idle + 1;
		if (isCut)
			this.#tell('Your reply was cut off and its last tool call was not executed. Continue from there, in smaller steps.');
		else if (!calls.length) this.#tell('Words alone change nothing. Call the tools; when the task is done, call finish.');
		if (this.#idle >= MAX_IDLE_REPLIES) throw isCut ? this.#cut(reply) : this.#talk(reply);
	}

	#tell(text: string): void {
		this.#conversation.add({ role: 'user', content: text });
		this.#readAlong.note(text);
	}
	#talk({ model, text }: ChatReply): AppError {
		const said = text.trim() ? ` Its last words: ${text.trim().slice(0, 200)}` : '';
		return new AppError(
			'AGENT_NO_ACTION',
			`${model} answered ${this.#idle} times without calling a tool. Choose a model that can call tools in Settings, or tell the team what to do differently; then resume.${said}`
		);
	}
	#cut({ model, usage }: ChatReply): AppError {
		return new AppError(
			'MODEL_CUT',
			`The replies of ${model} are cut off after about ${usage.outputTokens} tokens, before they do anything. Raise its output or context limit where it runs, or choose another model in Settings; then resume.`,
			{ data: { model } }
		);
	}
}
