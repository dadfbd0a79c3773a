import { manifestOrEmpty } from '../../project/manifest';
import type { Workspace } from '../../project/workspace';
import type { ReviewFinding } from '../../domain/review-finding';
import type { FaultName } from '../../domain/fault';
import { AppError } from '../../domain/app-error';
import type { EventDraft, PayloadInput, Topic } from '../../domain/events';
import type { PlannedTask } from '../../domain/task';
import type { RunState } from '../../log/state';
import type {
	AgentHost,
	ConversationPart,
	LookedAt,
	ModelCallNote,
	SavedConversation,
	ToolUseNote
} from '../../bus/contracts/agent-host';
import type { Blueprint } from '../../domain/blueprint';
import type { ChangePlan } from '../../domain/change-plan';
import { mergeTexts } from '../../project/merge-texts';
import { checkPlan } from '../changes/check-plan';
import type { Faults } from './faults';
import { contractFile, contractNews, type ChangedContract, type PublishedContracts } from './published-contracts';
import { writeTracked } from './tracked-files';
import type { Conversations } from './conversations';
import type { SavedConversations, SavedTask } from './saved-conversations';
import type { Look, Workbench } from './workbench';
import { isOfFrame } from '../planning/frozen';
import { fileOf, ownerOf } from '../planning/hand-over';
import { outlineOf } from '../agents/outline';
import { frameOf } from '../../frames';
import type { Frame } from '../../frames/frame';
import { criteriaNamed, isTest, type RuleFacts } from '../../frames/rules';
import { cleanPath, isWritable } from '../../domain/write-set';

const MAX_FILE_CHARS = 400_000;
const MAX_HITS = 80;

/** What a task's host needs of the conductor. */
export interface HostServices {
	runId: string;
	workspace: Workspace;
	faults: Faults;
	state(): RunState;
	append(draft: EventDraft): Promise<unknown>;
	/** Waits while paused. @throws AppError BUDGET_SPENT or RUN_STOPPED. */
	mayCall(): Promise<void>;
	/** Ends this agent as a crash would. */
	kill(): void;
	/** It has published a contract anew. */
	contractChanged(changed: ChangedContract): Promise<void>;
	/** Names of the team's roles. */
	roles: readonly string[];
	/** What the person answers, or the default after a time. */
	ask(agent: string, taskId: string, question: string, byDefault: string): Promise<string>;
	workbench: Workbench;
	conversations: Conversations;
	saved: SavedConversations;
	contracts: PublishedContracts;
}

/** What is left of a task for somebody else. */
export interface HandOver {
	/** A file, a feature, or a role. */
	to: string;
	reason: string;
}

/** The conductor's side of one agent at work on one task: checks the write set, keeps the log. */
export class TaskHost implements AgentHost {
	readonly written: Set<string>;
	blueprint: Blueprint | undefined;
	/** Of an architect who was asked for a change. */
	change: ChangePlan | undefined;
	/** Of a reviewer. */
	findings: readonly ReviewFinding[] | undefined;
	readonly handOvers: HandOver[];
	/** The files' texts when this agent read them. */
	readonly #read = new Map<string, string>();
	#heard: number;
	/** Versions of contracts that this agent was told of. */
	readonly #contracts: Map<string, number>;
	/** Questions that were answered by default so far: an answer that comes later is still told. */
	readonly #byDefault = new Set<string>();

	/** @param saved where the task goes on */
	constructor(
		private readonly services: HostServices,
		private readonly task: PlannedTask,
		private readonly agent: string,
		saved?: SavedTask
	) {
		this.#heard = saved?.heard ?? services.state().messages.length;
		const known = Object.entries(services.state().contracts).map(([name, { version }]) => [name, version] as const);
		this.#contracts = new Map(saved ? Object.entries(saved.contracts) : known);
		this.written = new Set(saved?.written);
		this.handOvers = [...(saved?.handOvers ?? [])];
	}

	/** Folders of frozen files are one line each, unless asked for. */
	async listFiles(under: string): Promise<string[]> {
		const paths = this.services.workspace.list(under);
		if (under.replace(/^\.?\/?/, '')) return paths;
		const frozen = new Map<string, number>();
		const shown = paths.filter((path) => {
			const folder = path.slice(0, path.lastIndexOf('/') + 1);
			if (!folder.startsWith('src/') || !this.#isFrozen(path)) return true;
			frozen.set(folder, (frozen.get(folder) ?? 0) + 1);
			return false;
		});
		return [...shown, ...[...frozen].map(([folder, count]) => `${folder} (${count} frozen files of the frame)`)];
	}
	async readFile(path: string): Promise<string | undefined> {
		const clean = cleanPath(path) ?? '';
		const content = this.services.workspace.read(clean);
		if (content !== undefined) this.#read.set(clean, content);
		return content;
	}
	async outline(path: string): Promise<string | undefined> {
		const clean = cleanPath(path) ?? '';
		// Who repairs reads what runs.
		if (this.task.kind === 'fix' || !this.#isFrozen(clean)) return undefined;
		return outlineOf(clean, this.services.workspace.read(clean) ?? '');
	}
	async search(text: string, under: string): Promise<string[]> {
		const hits: string[] = [];
		const wanted = text.toLowerCase();
		for (const path of this.services.workspace.list(under)) {
			const lines = (this.services.workspace.read(path) ?? '').split('\n');
			for (const [index, line] of lines.entries()) {
				if (line.toLowerCase().includes(wanted)) hits.push(`${path}:${index + 1}: ${line.trim().slice(0, 200)}`);
				if (hits.length >= MAX_HITS) return hits;
			}
		}
		return hits;
	}
	async writeFile(path: string, written: string): Promise<string[]> {
		const clean = this.#admit(path);
		const content = this.#merged(clean, written);
		if (content.length > MAX_FILE_CHARS)
			throw new AppError('WRITE_TOO_LARGE', `'${clean}' has ${content.length} characters; at most ${MAX_FILE_CHARS} are kept.`);
		await writeTracked(this.services, {
			path: clean,
			content: this.services.faults.onWrite(clean, content),
			by: this.agent,
			taskId: this.task.id
		});
		this.written.add(clean);
		this.#read.set(clean, content);
		if (this.services.faults.killsAgent(this.agent)) this.services.kill();
		const isMerged =
			content !== written ? ['the file was changed by hand meanwhile; both changes are kept. Read it before you go on.'] : [];
		return [...isMerged, ...this.#frame.brokenRules(clean, content, this.#facts())];
	}
	async deleteFile(path: string): Promise<void> {
		const clean = this.#admit(path);
		this.#keepHandEdit(clean);
		await this.services.workspace.remove(clean, this.agent);
		await this.#emit('artifact.superseded', { name: `file:${clean}`, path: clean, deleted: true });
	}
	async publish(artifact: string): Promise<void> {
		if (!this.task.publishes.includes(artifact))
			throw new AppError('PUBLISH_DENIED', `This task publishes ${this.task.publishes.join(', ')}, not '${artifact}'.`);
		const problems = this.services.contracts.problems(artifact);
		if (problems.length)
			throw new AppError('CONTRACT_INVALID', `'${artifact}' cannot be published yet: ${problems.join('; ')}. Mend that first.`);
		await this.#publish(artifact);
	}
	/** What is left to publish at the end of the task, as it is: the gates find what is wrong with it. */
	async publishRest(): Promise<void> {
		for (const name of this.task.publishes) await this.#publish(name);
	}
	async ask(question: string, byDefault: string): Promise<string> {
		const answer = await this.services.ask(this.agent, this.task.id, question, byDefault);
		for (const entry of this.services.state().questions)
			if (entry.taskId === this.task.id && entry.byDefault) this.#byDefault.add(entry.id);
		return answer;
	}
	check(only?: 'types' | 'tests'): Promise<string> {
		return this.services.workbench.check(this.task, only, this.#places);
	}
	look(at: LookedAt): Promise<Look> {
		return this.services.workbench.look(at);
	}
	run(command: string): Promise<string> {
		return this.services.workbench.run(command, async (line) => {
			const answer = await this.services.ask(this.agent, this.task.id, `May I run '${line}' in the project? (yes or no)`, 'no');
			return /^(y|yes|ok|sure|ja|oui|s[ií])\b/i.test(answer.trim());
		});
	}
	async handOver(to: string, reason: string): Promise<{ file: string; isEnd: boolean }> {
		const owner = ownerOf(to, this.services.state().tasks, this.task);
		if (!owner)
			throw new AppError(
				'HAND_OVER_DENIED',
				`Nobody else owns '${to}'. Name a file that another task wrote, a feature or a role, or mend it within your write set: ${this.task.writes.join(', ')}.`
			);
		// An agent that goes on may hand over once more what it was about to.
		if (!this.handOvers.some((handOver) => handOver.to === to && handOver.reason === reason)) this.handOvers.push({ to, reason });
		return { file: fileOf(to, owner), isEnd: this.task.kind === 'fix' };
	}
	async review(): Promise<string[]> {
		const facts = this.#facts();
		const { workspace } = this.services;
		const written = [...this.written].flatMap((path) => this.#frame.brokenRules(path, workspace.read(path) ?? '', facts));
		return [...written, ...this.#untested()];
	}
	async save(conversation: SavedConversation): Promise<void> {
		const { written, handOvers } = this;
		const told = { heard: this.#heard, contracts: Object.fromEntries(this.#contracts) };
		this.services.saved.save(this.task.id, { conversation, written: [...written], handOvers, ...told });
	}
	async said(part: ConversationPart): Promise<void> {
		this.services.conversations.add(this.agent, this.task.id, part);
	}
	async submitChange(plan: ChangePlan): Promise<void> {
		checkPlan(plan, { blueprint: this.services.state().blueprint, roles: this.services.roles });
		this.change = plan;
	}
	async reportFindings(findings: ReviewFinding[]): Promise<void> {
		this.findings = findings;
	}
	async submitBlueprint(blueprint: Blueprint): Promise<void> {
		this.blueprint = blueprint;
	}
	async beforeCall(): Promise<string[]> {
		await this.services.mayCall();
		const { messages } = this.services.state();
		const role = this.agent.replace(/-\d+$/, '');
		const news = messages
			.slice(this.#heard)
			.filter((message) => message.from === 'user' && (message.to === null || message.to === this.agent || message.to === role));
		this.#heard = messages.length;
		return [...news.map(({ text }) => text), ...this.#lateAnswers()];
	}
	async news(): Promise<string[]> {
		const changed = this.untold();
		for (const { name, version } of changed) this.#contracts.set(name, version.version);
		return changed.map(contractNews);
	}
	/** Contracts that changed since its agent was shown them or told of it. */
	untold(): ChangedContract[] {
		const { contracts } = this.services.state();
		return this.task.needs.flatMap((name) => {
			const version = contracts[name];
			return version && version.version > (this.#contracts.get(name) ?? 0) ? [{ name, version }] : [];
		});
	}
	async called(call: ModelCallNote): Promise<void> {
		const { reply, error } = call;
		await this.services.append({
			...this.#envelope(),
			topic: 'model.called',
			payload: {
				model: reply?.model ?? '',
				requestHash: call.requestHash,
				latencyMs: call.latencyMs,
				finishReason: reply?.finishReason ?? '',
				...(error ? { error } : {})
			},
			...(reply ? { cost: { ...reply.usage, money: reply.money } } : {})
		});
	}
	async tool(event: ToolUseNote): Promise<void> {
		const { ok, ...rest } = event;
		if (ok === undefined) await this.#emit('tool.called', rest);
		else await this.#emit('tool.returned', { ...rest, ok });
	}
	async progress(text: string): Promise<void> {
		await this.#emit('task.progress', { text });
	}
	async faultStruck(fault: FaultName, detail: string): Promise<void> {
		this.services.faults.report(fault, detail);
	}

	async #publish(artifact: string): Promise<void> {
		if (contractFile(artifact)) {
			const changed = await this.services.contracts.publish(artifact, { from: this.agent, taskId: this.task.id });
			if (changed) await this.services.contractChanged(changed);
			return;
		}
		if (artifact in this.services.state().artifacts) return;
		await this.#emit('artifact.published', { name: artifact, kind: artifact.split(':')[0] ?? artifact });
	}
	#admit(path: string): string {
		const clean = cleanPath(path);
		if (!clean) throw new AppError('WRITE_DENIED', `'${path}' is no path inside the project.`);
		if (!isWritable(this.task.writes, clean))
			throw new AppError('WRITE_DENIED', `'${clean}' is outside your write set: ${this.task.writes.join(', ')}.`, {
				data: { path: clean }
			});
		return clean;
	}
	/** Whether a person wrote the file last. */
	isHandEdited(path: string): boolean {
		return this.services.state().files[path]?.by === 'user';
	}
	/** What its agent was shown of files: what it writes is a change of these. */
	noteShown(files: readonly { path: string; content: string; isExtract?: boolean }[]): void {
		for (const { path, content, isExtract } of files) if (!isExtract) this.#read.set(path, content);
	}
	/** What is written, with what the person has changed since it was read. @throws AppError EDITED_BY_HAND where both changed the same lines */
	#merged(path: string, written: string): string {
		const [base, now] = [this.#read.get(path), this.services.workspace.read(path)];
		if (now === undefined || !this.isHandEdited(path) || base === now) return written;
		const merged = base === undefined ? undefined : mergeTexts(written, base, now);
		if (merged === undefined) this.#keepHandEdit(path);
		return merged ?? written;
	}
	/** What a person wrote is replaced or deleted only by who has read it. @throws AppError EDITED_BY_HAND */
	#keepHandEdit(path: string): void {
		if (!this.isHandEdited(path) || this.#read.get(path) === this.services.workspace.read(path)) return;
		throw new AppError(
			'EDITED_BY_HAND',
			`The person edited '${path}' by hand. Read it first, and keep what they changed when you write it again; delete it only if nothing of theirs is lost.`,
			{ data: { path } }
		);
	}
	/** Answers of the person to questions whose default this agent has gone on with. */
	#lateAnswers(): string[] {
		const late = this.services.state().questions.filter(({ id, byDefault }) => this.#byDefault.has(id) && !byDefault);
		for (const { id } of late) this.#byDefault.delete(id);
		return late.map(({ question, answer }) => `You asked: ${question} The answer has come: ${answer ?? ''}`);
	}
	/** Files that the frame brought and this task may not write. */
	#isFrozen(path: string): boolean {
		return isOfFrame(this.services.state(), path) && !isWritable(this.task.writes, path);
	}
	get #frame(): Frame {
		return frameOf(this.services.state().blueprint);
	}
	/** Where the files of the task's feature are, as beginnings of their paths; all of the app where it is of none. */
	get #places(): string[] {
		const feature = this.services.state().blueprint?.features.find(({ name }) => name === this.task.feature);
		return feature ? this.#frame.placesOf(feature) : ['src/'];
	}
	/** What the rules of the frame are checked against. */
	#facts(): RuleFacts {
		const requirements = this.services.state().blueprint?.requirements ?? [];
		return {
			criteria: new Set(requirements.flatMap(({ criteria }) => criteria.map(({ id }) => id))),
			packages: new Set(manifestOrEmpty(this.services.workspace.read('package.json')).packages.keys())
		};
	}
	/** Criteria of a task of tests that no title names. */
	#untested(): string[] {
		const { task } = this;
		if (task.kind !== 'tests') return [];
		const { workspace } = this.services;
		const isOwn = (path: string) => isTest(path) && this.#places.some((place) => path.startsWith(place));
		const tests = workspace.list('src').filter(isOwn);
		const named = criteriaNamed(tests.map((path) => workspace.read(path) ?? '').join('\n'));
		const missing = task.criteria.filter((id) => !named.has(id));
		return missing.map((id) => `no test's title names ${id}: write one whose title starts with it.`);
	}
	#envelope() {
		return { runId: this.services.runId, from: this.agent, taskId: this.task.id };
	}
	async #emit<T extends Topic>(topic: T, payload: PayloadInput<T>): Promise<void> {
		await this.services.append({ ...this.#envelope(), topic, payload } as EventDraft);
	}
}
