import { AppError, codeOf, messageOf } from '../../domain/app-error';
import type { ChatModel, ChatReply, ToolCall } from '../../models/chat';
import { assistantMessage, wholeCalls } from '../../models/history';
import { isWorthRetrying } from '../../models/model-error';
import { sha256 } from '../../domain/sha256';
import type { AgentJob, AgentOutcome } from '../../bus/contracts/agent';
import type { AgentHost } from '../../bus/contracts/agent-host';
import { wait } from '../../async/wait';
import { Conversation } from './conversation';
import { notePrompt, systemPrompt } from './prompts';
import { ReadAlong } from './read-along';
import { ToolRunner } from './tool-runner';
import { toolDefinitions } from './tools';

const MAX_MODEL_TRIES = 5;
/** Before the third try of a call; twice as long before each one after that, in milliseconds. */
const RETRY_MS = 500;
/** In place of a result that an interruption has swallowed. */
const UNCERTAIN =
	'Error AGENT_LOST: The work was interrupted; it is not known whether this command was carried out. Look before you repeat it.';
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
	/** Model calls so far, those before an interruption included. */
	#steps: number;

	constructor(
		private readonly job: AgentJob,
		private readonly host: AgentHost,
		private readonly model: ChatModel,
		private readonly signal: AbortSignal
	) {
		const { saved, images } = job;
		this.#steps = saved?.steps ?? 0;
		this.#conversation = saved ? Conversation.from(saved.messages, images) : new Conversation(this.#prompt, images);
		// Who reads along is nobody's business: what is lost of it is lost.
		this.#readAlong = new ReadAlong((part) => void Promise.resolve(host.said(part)).catch(() => undefined));
		this.#tools = new ToolRunner(job, host, this.#conversation, () => model.seesPictures ?? false, signal);
	}

	get #prompt(): { system: string; user: string } {
		const { system, role, prompt } = this.job;
		return { system: system ?? systemPrompt(role.name, role.persona), user: prompt };
	}

	async run(): Promise<AgentOutcome> {
		const { saved, maxSteps, agent, task } = this.job;
		if (saved) await this.#takeUp();
		else this.#readAlong.asked(this.#prompt);
		while (this.#tools.finished === undefined && this.#steps < maxSteps) {
			for (const note of await this.host.beforeCall()) this.#tell(notePrompt(note));
			for (const news of await this.host.news()) this.#tell(news);
			this.#conversation.tidy();
			const reply = await this.#ask();
			this.signal.throwIfAborted();
			this.#steps++;
			await this.#follow(reply);
		}
		const { finished } = this.#tools;
		if (finished !== undefined) return { summary: finished, steps: this.#steps };
		throw new AppError('AGENT_STEPS', `${agent} did not finish '${task.title}' in ${maxSteps} steps.`);
	}

	/** Goes on where the conversation was interrupted: with the calls of the last reply that have no result. */
	async #takeUp(): Promise<void> {
		this.#readAlong.replay(this.#conversation.messages);
		const [first, ...rest] = this.#conversation.openCalls;
		if (!first) return;
		// Files end the same when they are written twice; of a program nobody knows.
		if (first.name === 'run') this.#answer(first, UNCERTAIN);
		await this.#carryOut(first.name === 'run' ? rest : [first, ...rest]);
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
				await this.host.progress(`${failure.message} It is asked again.`);
				if (attempt > 1) await wait(RETRY_MS * 2 ** (attempt - 2), this.signal);
			}
		}
	}

	async #follow(reply: ChatReply): Promise<void> {
		const isCut = reply.finishReason === 'length';
		// Half a call is dropped, never executed.
		const calls = wholeCalls(reply);
		this.#conversation.add(assistantMessage(reply, calls));
		await this.#save();
		if (reply.text.trim() && calls.length) await this.host.progress(reply.text.trim().slice(0, 300));
		await this.#carryOut(calls);
		if (this.#tools.finished !== undefined) return;
		// A reply that was cut after some of its calls has got on.
		this.#idle = calls.length ? 0 : this.#idle + 1;
		if (isCut)
			this.#tell('Your reply was cut off, and what was not whole was not executed. Continue from there, in smaller steps.');
		else if (!calls.length) this.#tell('Words alone change nothing. Call the tools; when the task is done, call finish.');
		if (this.#idle >= MAX_IDLE_REPLIES) throw isCut ? this.#cut(reply) : this.#talk(reply);
	}

	async #carryOut(calls: readonly ToolCall[]): Promise<void> {
		for (const call of calls) {
			this.signal.throwIfAborted();
			this.#readAlong.called(call);
			this.#answer(call, await this.#tools.execute(call));
			if (this.#tools.finished !== undefined) return;
			await this.#save();
		}
		const images = this.#tools.takePictures();
		if (images.length)
			this.#conversation.add({ role: 'user', content: `Seen: ${images.map(({ name }) => name).join('; ')}.`, images });
	}
	#answer(call: ToolCall, content: string): void {
		this.#readAlong.returned(call, content);
		this.#conversation.add({ role: 'tool', callId: call.id, content });
	}
	/** What cannot be kept is no reason to stop: the task would begin anew. */
	async #save(): Promise<void> {
		if (!this.job.isSaved) return;
		const saved = { messages: this.#conversation.saved, steps: this.#steps };
		await Promise.resolve(this.host.save(saved)).catch(() => undefined);
	}

	#tell(text: string): void {
		this.#conversation.add({ role: 'user', content: text });
		this.#readAlong.note(text);
	}
	#talk({ model, text }: ChatReply): AppError {
		const said = text.trim().slice(0, 200);
		return new AppError(
			'AGENT_NO_ACTION',
			`${model} answered ${this.#idle} times without calling a tool${said ? `: "${said}"` : ''}. Choose a model that calls tools. It is chosen in Settings; resume then.`
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
