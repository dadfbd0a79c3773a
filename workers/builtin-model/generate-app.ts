/** A whole app from a requirement, through the same requests and replies that a team of agents uses. */
import { frameNamed } from '../../src/lib/frames';
import { blueprintSchema, type Blueprint } from '../../src/lib/domain/blueprint';
import { systemPrompt, userPrompt } from '../../src/lib/team/agents/prompts';
import { blueprintTask, planTasks } from '../../src/lib/team/planning/task-graph';
import { handleChatCompletion } from './index';

interface ToolCall {
	id: string;
	function: { name: string; arguments: string };
}
interface Message {
	role: string;
	content: string | null;
	tool_calls?: ToolCall[];
	tool_call_id?: string;
}

/** The blueprint and every file of the app by path. No file is written; nothing but this model is asked. */
export async function generateApp(requirement: string): Promise<{ blueprint: Blueprint; files: Map<string, string> }> {
	const [submitted] = await run('architect', userPrompt({ task: blueprintTask, requirement }));
	const blueprint = blueprintSchema.parse(JSON.parse(submitted?.function.arguments ?? '{}'));
	const frame = frameNamed(blueprint.frame);
	const files = frame.files({ ...blueprint, language: blueprint.design.language });
	for (const task of planTasks(blueprint, [...files.keys()])) {
		if (task.kind === 'plan' || task.isLaid) continue;
		const calls = await run(task.role, userPrompt({ task, requirement, blueprint }));
		for (const call of calls) {
			if (call.function.name !== 'write_file') continue;
			const { path, content } = JSON.parse(call.function.arguments) as { path: string; content: string };
			files.set(path, content);
		}
	}
	for (const [path, text] of frame.lay(blueprint)) files.set(path, text);
	return { blueprint, files };
}

/** Talks to the model until it finishes, answering every tool call with 'ok'. */
async function run(role: string, prompt: string): Promise<ToolCall[]> {
	const messages: Message[] = [
		{ role: 'system', content: systemPrompt(role, '') },
		{ role: 'user', content: prompt }
	];
	const all: ToolCall[] = [];
	for (let turn = 0; turn < 200; turn++) {
		const request = new Request('https://builtin.invalid/v1/chat/completions', {
			method: 'POST',
			body: JSON.stringify({ model: 'builtin', messages })
		});
		const answer = (await (await handleChatCompletion(request)).json()) as { choices: { message: Message }[] };
		const message = answer.choices[0]?.message;
		const calls = message?.tool_calls ?? [];
		if (!message || calls.length === 0) break;
		all.push(...calls);
		if (calls.some((call) => ['finish', 'submit_blueprint'].includes(call.function.name))) break;
		messages.push(message, ...calls.map((call) => ({ role: 'tool', content: 'ok', tool_call_id: call.id })));
	}
	return all;
}
