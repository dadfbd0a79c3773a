import { AppError, CodedError, codeOf, messageOf } from '../../domain/app-error';
import type { ChatMessage, ChatModel, ChatReply, ToolCall } from '../../models/chat';
import { isWorthRetrying } from '../../models/model-error';
import { parseToolArguments } from '../../models/tool-arguments';
import { sha256 } from '../../domain/sha256';
import type { AgentJob, AgentOutcome } from '../../bus/contracts/agent';
import type { AgentHost } from '../../bus/contracts/agent-host';
import { notePrompt } from './prompts';
import { StuckDetector } from './stuck-detector';
import type { ToolName } from '../../domain/role';
import { toolDefinitions, toolSchemas } from './tools';

const MAX_RESULT_CHARS = 24_000;
const MAX_MODEL_TRIES = 3;
const MAX_IDLE_REPLIES = 3;

/**
 * One agent at work on one task: asks its model, carries out the tool calls, until it finishes.
 * @throws AppError AGENT_STUCK, AGENT_STEPS, or what the host or the model threw.
 */
export async function runAgent(job: AgentJob, host: AgentHost, model: ChatModel, signal: AbortSignal): Promise<AgentOutcome> {
	return new AgentLoop(job, host, model, signal).run();
}

class AgentLoop {
	#messages: ChatMessage[];
	#stuck = new StuckDetector();
	#idle = 0;
	#finished: string | undefined;

	constructor(
		private readonly job: AgentJob,
		private readonly host: AgentHost,
		private readonly model: ChatModel,
		private readonly signal: AbortSignal
	) {
		this.#messages = [
			{ role: 'system', content: job.prompt.system },
			{ role: 'user', content: job.prompt.user }
		];
	}

	async run(): Promise<AgentOutcome> {
		for (let step = 1; step <= this.job.maxSteps; step++) {
			for (const note of await this.host.beforeCall()) this.#messages.push({ role: 'user', content: notePrompt(note) });
			const reply = await this.#ask();
			this.signal.throwIfAborted();
			await this.#follow(reply);
			if (this.#finished !== undefined) return { summary: this.#finished, steps: step };
		}
		throw new AppError('AGENT_STEPS', `${this.job.agent} did not finish '${this.job.task.title}' in ${this.job.maxSteps} steps.`);
	}

	async #ask(): Promise<ChatReply> {
		const request = { messages: this.#messages, tools: toolDefinitions(this.job.role.tools) };
		const requestHash = await sha256(JSON.stringify(request.messages));
		for (let attempt = 1; ; attempt++) {
			const started = performance.now();
			try {
				const reply = await this.model.complete(request, this.signal);
				await this.host.called({ reply, requestHash, latencyMs: reply.latencyMs });
				return reply;
			} catch (error) {
				this.signal.throwIfAborted();
				const failure = { code: codeOf(error), message: messageOf(error) };
				await this.host.called({ requestHash, latencyMs: Math.round(performance.now() - started), error: failure });
				if (attempt >= MAX_MODEL_TRIES || !isWorthRetrying(error)) throw error;
			}
		}
	}

	async #follow(reply: ChatReply): Promise<void> {
		const isCut = reply.finishReason === 'length';
		// A cut reply's last call is half a call: it is dropped, never executed.
		const calls = isCut ? reply.toolCalls.slice(0, -1) : reply.toolCalls;
		this.#messages.push({ role: 'assistant', content: reply.text, toolCalls: calls });
		if (reply.text.trim() && calls.length) await this.host.progress(reply.text.trim().slice(0, 300));
		for (const call of calls) {
			this.signal.throwIfAborted();
			this.#messages.push({ role: 'tool', callId: call.id, content: await this.#execute(call) });
			if (this.#finished !== undefined) return;
		}
		if (isCut) {
			this.#messages.push({
				role: 'user',
				content: 'Your reply was cut off and its last tool call was not executed. Continue from there, in smaller steps.'
			});
			this.#idle++;
		} else if (calls.length) this.#idle = 0;
		else {
			this.#idle++;
			this.#messages.push({ role: 'user', content: 'Use the tools. When the task is done, call finish.' });
		}
		if (this.#idle >= MAX_IDLE_REPLIES)
			throw new AppError('AGENT_STUCK', `${this.job.agent} answered ${this.#idle} times without getting on.`);
	}

	async #execute(call: ToolCall): Promise<string> {
		const name = call.name as ToolName;
		let result: string;
		let isOk = true;
		let path: string | undefined;
		try {
			if (!this.job.role.tools.includes(name))
				throw new AppError('TOOL_UNKNOWN', `There is no tool '${call.name}'. You have: ${this.job.role.tools.join(', ')}.`);
			const input = parseToolArguments<Record<string, unknown>>(name, call.arguments, toolSchemas[name] as never);
			path = typeof input.path === 'string' ? input.path : undefined;
			await this.host.tool({ callId: call.id, tool: name, summary: describe(name, input), path });
			result = await this.#apply(name, input);
		} catch (error) {
			this.signal.throwIfAborted();
			if (['BUDGET_SPENT', 'RUN_STOPPED', 'RPC_DEAD'].includes(codeOf(error))) throw error;
			isOk = false;
			result = `Error ${codeOf(error)}: ${messageOf(error)}`;
		}
		await this.host.tool({ callId: call.id, tool: name, summary: result.slice(0, 200), path, ok: isOk });
		const stuck = this.#stuck.note(`${call.name} ${call.arguments}`, result, !isOk);
		if (stuck)
			throw new AppError(
				'AGENT_STUCK',
				`${this.job.agent} is stuck: ${stuck} (${call.name}). Last result: ${result.slice(0, 300)}`
			);
		return result.length > MAX_RESULT_CHARS
			? `${result.slice(0, MAX_RESULT_CHARS)}\n... (cut, ${result.length} characters in all)`
			: result;
	}

	async #apply(name: ToolName, input: Record<string, unknown>): Promise<string> {
		const text = (key: string) => String(input[key] ?? '');
		switch (name) {
			case 'list_files':
				return (await this.host.listFiles(text('under'))).join('\n') || '(no files)';
			case 'read_file':
				return await this.#read(text('path'));
			case 'search':
				return (await this.host.search(text('text'), text('under'))).join('\n') || '(nothing found)';
			case 'write_file':
				await this.host.writeFile(text('path'), text('content'));
				return `Wrote ${text('path')}.`;
			case 'edit_file': {
				const before = await this.#read(text('path'));
				await this.host.writeFile(text('path'), replaceOnce(before, text('old'), text('new'), text('path')));
				return `Edited ${text('path')}.`;
			}
			case 'delete_file':
				await this.host.deleteFile(text('path'));
				return `Deleted ${text('path')}.`;
			case 'publish':
				await this.host.publish(text('artifact'));
				return `Published ${text('artifact')}.`;
			case 'ask':
				return await this.host.ask(text('question'), text('default'));
			case 'submit_blueprint':
				await this.host.submitBlueprint(input as never);
				this.#finished = 'Submitted the blueprint.';
				return this.#finished;
			case 'finish':
				this.#finished = text('summary') || 'Done.';
				return this.#finished;
		}
	}

	async #read(path: string): Promise<string> {
		const content = await this.host.readFile(path);
		if (content === undefined) throw new CodedError('ENOENT', `There is no file '${path}'. Use list_files to see what there is.`);
		return content;
	}
}

function replaceOnce(text: string, old: string, by: string, path: string): string {
	const at = text.indexOf(old);
	if (at < 0) throw new AppError('EDIT_NOT_FOUND', `'${path}' does not contain that passage. Read the file and copy it exactly.`);
	if (text.indexOf(old, at + 1) >= 0)
		throw new AppError('EDIT_AMBIGUOUS', `That passage occurs more than once in '${path}'. Give more of its surroundings.`);
	return text.slice(0, at) + by + text.slice(at + old.length);
}

function describe(name: ToolName, input: Record<string, unknown>): string {
	if (name === 'submit_blueprint') return `Submit the blueprint '${String(input.title)}'`;
	const what = input.path ?? input.artifact ?? input.question ?? input.text ?? input.under ?? input.summary ?? '';
	return `${name.replace('_', ' ')} ${String(what)}`.slice(0, 200);
}
