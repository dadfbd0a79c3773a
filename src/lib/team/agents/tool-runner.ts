import { AppError, CodedError, codeOf, messageOf } from '../../domain/app-error';
import { checkBlocks } from '../../blocks/check-blocks';
import { manualOf } from '../../blocks/manual';
import type { Blueprint } from '../../domain/blueprint';
import type { ReviewFinding } from '../../domain/review-finding';
import type { ToolName } from '../../domain/role';
import type { AgentJob } from '../../bus/contracts/agent';
import type { AgentHost } from '../../bus/contracts/agent-host';
import type { ChatImage, ToolCall } from '../../models/chat';
import { parseToolArguments } from '../../models/tool-arguments';
import { isLeftOut, type Conversation } from './conversation';
import { StuckDetector } from './stuck-detector';
import { toolSchemas } from './tools';
import { cleanWrittenText } from './written-text';

const MAX_RESULT_CHARS = 24_000;
/** What ends an agent, whatever it was doing. */
const ENDS = ['BUDGET_SPENT', 'RUN_STOPPED', 'RPC_DEAD'];

type Input = Record<string, unknown>;

/** Carries out the tool calls of one agent: each as a result in words, errors too, so that the model can go on from it. */
export class ToolRunner {
	/** The last words of the agent, once it has finished. */
	finished: string | undefined;
	#isWarned = false;
	#pictures: ChatImage[] = [];
	readonly #stuck = new StuckDetector();

	constructor(
		private readonly job: AgentJob,
		private readonly host: AgentHost,
		private readonly conversation: Conversation,
		/** Whether its model looks at pictures. */
		private readonly seesPictures: () => boolean,
		private readonly signal: AbortSignal
	) {}

	/** What was seen since this was last asked: results of tools are text, so pictures come behind them. */
	takePictures(): ChatImage[] {
		const pictures = this.#pictures;
		this.#pictures = [];
		return pictures;
	}

	/** @throws AppError AGENT_STUCK, or what ends the agent */
	async execute(call: ToolCall): Promise<string> {
		const name = call.name as ToolName;
		let result: string;
		let isOk = true;
		let path: string | undefined;
		try {
			if (!this.job.role.tools.includes(name))
				throw new AppError('TOOL_UNKNOWN', `There is no tool '${call.name}'. You have: ${this.job.role.tools.join(', ')}.`);
			const input = parseToolArguments<Input>(name, call.arguments, toolSchemas[name] as never);
			path = typeof input.path === 'string' ? input.path : undefined;
			await this.host.tool({ callId: call.id, tool: name, summary: describe(name, input), path });
			result = await this.#apply(name, input);
		} catch (error) {
			this.signal.throwIfAborted();
			if (ENDS.includes(codeOf(error))) throw error;
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

	async #apply(name: ToolName, input: Input): Promise<string> {
		const { host } = this;
		const text = (key: string) => String(input[key] ?? '');
		switch (name) {
			case 'list_files':
				return (await host.listFiles(text('under'))).join('\n') || '(no files)';
			case 'read_file':
				return this.#read(text('path'), input.whole === true);
			case 'search':
				return (await host.search(text('text'), text('under'))).join('\n') || '(nothing found)';
			case 'write_file': {
				const { content, note } = cleanWrittenText(text('path'), text('content'));
				const wrote = await this.#write(text('path'), content, 'Wrote');
				// Its own text is before the model: the file's, where that was cleaned, is not.
				if (!note) this.conversation.show(text('path'), content);
				return [wrote, ...(note ? [note] : [])].join('\n');
			}
			case 'edit_file': {
				const before = await this.#content(text('path'));
				return this.#write(text('path'), replaceOnce(before, text('old'), text('new'), text('path')), 'Edited');
			}
			case 'delete_file':
				await host.deleteFile(text('path'));
				return `Deleted ${text('path')}.`;
			case 'publish':
				await host.publish(text('artifact'));
				return `Published ${text('artifact')}.`;
			case 'check':
				return host.check(input.only as 'types' | 'tests' | undefined);
			case 'look':
				return this.#look(text('path'), Number(input.width), input.as === undefined ? undefined : text('as'));
			case 'run':
				return host.run(text('command'));
			case 'ask':
				return host.ask(text('question'), text('default'));
			case 'hand_over':
				return this.#handOver(text('to'), text('reason'));
			case 'show_blocks':
				return (input['names'] as string[]).map(manualOf).join('\n\n');
			case 'submit_blueprint':
				return this.#submit(input as never);
			case 'submit_change':
				await host.submitChange(input as never);
				return (this.finished = 'Submitted the plan of the change.');
			case 'report_findings':
				await host.reportFindings((input as { findings: ReviewFinding[] }).findings);
				return (this.finished = 'Reported what was found.');
			case 'finish':
				return this.#finish(text('summary') || 'Done.');
		}
	}

	async #look(path: string, widthPx: number, as?: string): Promise<string> {
		const { text, picture } = await this.host.look({ path, widthPx, ...(as ? { as } : {}), isSeen: this.seesPictures() });
		if (picture) this.#pictures.push({ name: `${path} at ${widthPx} px${as ? ` as ${as}` : ''}`, url: picture });
		return picture ? `${text}\nThe picture follows.` : text;
	}
	/** What is before the model already, or nobody may change, is not sent in full once more. */
	async #read(path: string, isWhole: boolean): Promise<string> {
		const outline = isWhole ? undefined : await this.host.outline(path);
		if (outline !== undefined) return `Outline (frozen; whole: true gives all):\n${outline}`;
		const content = await this.#content(path);
		if (this.conversation.isShown(path, content)) return `${path} is as you were shown it above, unchanged.`;
		this.conversation.show(path, content);
		return content;
	}
	async #content(path: string): Promise<string> {
		const content = await this.host.readFile(path);
		if (content === undefined) throw new CodedError('ENOENT', `There is no file '${path}'. Use list_files to see what there is.`);
		return content;
	}
	async #write(path: string, content: string, verb: 'Wrote' | 'Edited'): Promise<string> {
		if (isLeftOut(content))
			throw new AppError(
				'EDIT_NOT_FOUND',
				`That is the note in place of a text that was left out. Write the whole of '${path}'.`
			);
		const broken = await this.host.writeFile(path, content);
		return [`${verb} ${path}.`, ...broken.map((rule) => `But: ${rule}`)].join('\n');
	}
	async #handOver(to: string, reason: string): Promise<string> {
		const { file, isEnd } = await this.host.handOver(to, reason);
		// Who asks for repairs reads the file's name in the last words.
		if (isEnd) this.finished = `Handed over, the cause is in ${file}: ${reason}`;
		return isEnd ? 'Handed over.' : 'Handed over. Go on with your own task.';
	}
	async #submit(blueprint: Blueprint): Promise<string> {
		const problems = checkBlocks(blueprint);
		if (problems.length)
			throw new AppError('BLUEPRINT_BLOCKS', `Nothing was submitted. Mend this and submit it again:\n${problems.join('\n')}`, {
				data: { problems }
			});
		await this.host.submitBlueprint(blueprint);
		return (this.finished = 'Submitted the blueprint.');
	}
	/** The first time, what is still wrong is said; who finishes again means it. */
	async #finish(summary: string): Promise<string> {
		const broken = this.#isWarned ? [] : await this.host.review();
		this.#isWarned = true;
		if (broken.length)
			throw new AppError(
				'RULES_BROKEN',
				`Not finished yet. Mend this, or call finish again if it is meant:\n${broken.map((rule) => `- ${rule}`).join('\n')}`
			);
		return (this.finished = summary);
	}
}

function replaceOnce(text: string, old: string, by: string, path: string): string {
	const at = text.indexOf(old);
	if (at < 0) throw new AppError('EDIT_NOT_FOUND', `'${path}' does not contain that passage. Read the file and copy it exactly.`);
	if (text.indexOf(old, at + 1) >= 0)
		throw new AppError('EDIT_AMBIGUOUS', `That passage occurs more than once in '${path}'. Give more of its surroundings.`);
	return text.slice(0, at) + by + text.slice(at + old.length);
}

function describe(name: ToolName, input: Input): string {
	if (name === 'submit_blueprint') return `Submit the blueprint '${String(input.title)}'`;
	const keys = ['path', 'artifact', 'question', 'text', 'under', 'command', 'to', 'summary', 'only'];
	const what = keys.map((key) => input[key]).find((value) => value !== undefined) ?? '';
	return `${name.replace('_', ' ')} ${String(what)}`.slice(0, 200);
}
