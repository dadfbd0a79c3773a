import { AppError, codeOf, messageOf } from '../../domain/app-error';
import { groupOf } from '../../domain/error-codes';
import type { Failure } from '../../domain/check';
import type { PlannedTask } from '../../domain/task';
import type { SavedConversation } from '../../bus/contracts/agent-host';
import type { ChatImage } from '../../models/chat';
import type { AgentRunner } from '../agents/agent-runner';
import type { Blueprint } from '../../domain/blueprint';
import { BUILTIN_MODEL } from '../../models/providers';
import { handOverTask, ownerOf } from '../planning/hand-over';
import { promptVersions } from '../agents/constant-prompt';
import { roleFor } from '../roles/registry';
import { frameNamed, frameOf } from '../../frames';
import { isWhollyLaid } from '../planning/page-tasks';
import { layTask } from './laid-work';
import { CHANGE_PLAN_TOOLS, REVIEW_TOOLS, type TeamRole } from '../../domain/role';
import { layChange } from '../changes/lay-change';
import { blockedTasks, readyTasks } from '../planning/scheduler';
import { goesOnAfter, type SavedTask } from './saved-conversations';
import { TaskHost, type HandOver, type HostServices } from './task-host';
import { reviewOf, reviewReport, reviewTask } from '../gates/review-findings';
import type { LiveRun } from './live-run';
import { contractNews, type ChangedContract } from './published-contracts';
import { taskPrompt } from './task-prompt';

const TRIES_PER_TASK = 3;
const STEPS_PER_TASK = 40;
/** A reviewer reads what is not shown at once, and then says what it found. */
const STEPS_PER_REVIEW = 8;
const DEFAULT_WORKERS = 4;
/** Who looks at the pictures that came with the requirement: what is planned, and how it looks. */
const SEEING_ROLES = new Set(['architect', 'frontend']);
/** Failures that trying again does not change. */
const FATAL = new Set([
	'MODEL_AUTH',
	'MODEL_UNREACHABLE',
	'MODEL_CORS',
	'MODEL_REFUSED',
	'MODEL_QUOTA',
	'MODEL_CONTEXT',
	'BUDGET_SPENT'
]);
/** Failures that a person can end, besides those of models: the run waits for them. */
const FOR_PERSON = new Set(['STORAGE_FULL', 'AGENT_NO_ACTION']);

export interface TaskRunnerParts {
	run: LiveRun;
	team: readonly TeamRole[];
	runner: AgentRunner;
	requirement: string;
	/** Those that came with the requirement, and those that came with what is asked for now. */
	pictures: readonly ChatImage[];
	wishPictures: readonly ChatImage[];
	isUnattended: boolean;
	services: HostServices;
	/** Whether the built-in model answers for a role; that of the run by default. */
	isBuiltin?: ((role: TeamRole) => boolean) | undefined;
}

/** A repair and what it has to repair. */
export interface Repair {
	task: PlannedTask;
	failures: Failure[];
}

/** Who begins a task, or goes on with it. */
interface Start {
	agent: string;
	signal: AbortSignal;
	saved: SavedTask | undefined;
}

/** Gives ready tasks to free agents, as many at once as the run allows, and writes down how each ended. */
export class TaskRunner {
	#running = new Map<string, Promise<void>>();
	#busyAgents = new Set<string>();
	#failuresOf = new Map<string, Failure[]>();
	readonly #toldRoles = new Set<string>();
	#broken: { error: unknown } | undefined;
	#workers = 0;

	constructor(private readonly parts: TaskRunnerParts) {}

	/** Runs tasks until none is left that can start. @throws what kept the log from being written */
	async work(): Promise<void> {
		this.#workers++;
		try {
			await this.#workThrough();
		} finally {
			this.#workers--;
			this.parts.run.changed.wake();
		}
	}

	async #workThrough(): Promise<void> {
		const { run } = this.parts;
		for (;;) {
			run.signal.throwIfAborted();
			if (this.#broken) throw this.#broken.error;
			const room = (run.state.workers || DEFAULT_WORKERS) - this.#running.size;
			const ready = run.state.isPaused ? [] : readyTasks(run.state).filter((task) => !this.#running.has(task.id));
			for (const task of ready.slice(0, Math.max(0, room))) this.#launch(task);
			if (this.#running.size) await Promise.race([...this.#running.values(), run.changed.next()]);
			else if (run.state.isPaused) await run.changed.next();
			else if (ready.length === 0) break;
		}
		for (const task of blockedTasks(run.state)) await run.write.skipTask(task.id, 'What it needs was not made.');
	}

	/** Adds repairs to the plan; returns once they have ended, also while other tasks are still at work. */
	async repair(repairs: readonly Repair[]): Promise<void> {
		const { run } = this.parts;
		for (const { task, failures } of repairs) this.#failuresOf.set(task.id, failures);
		await run.write.plan([...run.state.tasks, ...repairs.map((repair) => repair.task)], 'Repairs.');
		const ids = new Set(repairs.map(({ task }) => task.id));
		const isOpen = () => run.state.tasks.some(({ id, status }) => ids.has(id) && (status === 'waiting' || status === 'running'));
		while (isOpen()) {
			run.signal.throwIfAborted();
			if (this.#workers === 0) await this.work();
			else await run.changed.next();
		}
	}

	/**
	 * Has the reviewer read what was written, once a run and not by the built-in model, which reads nothing.
	 * @returns what was found and has somebody to mend it
	 */
	async review(): Promise<Failure[]> {
		const { run, team, isBuiltin } = this.parts;
		if (isBuiltin?.(roleFor(team, reviewTask).role) ?? run.state.model === BUILTIN_MODEL) return [];
		// Nobody wrote a line that was not reviewed with its block.
		if (isWhollyLaid(run.state.tasks)) return [];
		if (!run.state.tasks.some(({ id }) => id === reviewTask.id))
			await run.write.plan([...run.state.tasks, reviewTask], 'All checks pass: it is read once.');
		await this.work();
		return reviewOf(run.state)?.failures ?? [];
	}

	/** Resolves when no agent is at work any more. */
	async settle(): Promise<void> {
		await Promise.allSettled(this.#running.values());
	}

	#launch(task: PlannedTask): void {
		const work = this.#perform(task)
			// A task reports its own failure; what comes here could not be written down.
			.catch((error: unknown) => void (this.#broken ??= { error }))
			.finally(() => {
				this.#running.delete(task.id);
				this.parts.run.changed.wake();
			});
		this.#running.set(task.id, work);
	}

	async #perform(task: PlannedTask): Promise<void> {
		const { run, services } = this.parts;
		const agent = this.#freeAgent(task.role);
		const attempt = (run.state.tasks.find(({ id }) => id === task.id)?.attempts ?? 0) + 1;
		this.#busyAgents.add(agent);
		const death = new AbortController();
		const kill = () => death.abort(new AppError('AGENT_LOST', `${agent} was killed.`));
		const contractChanged = (changed: ChangedContract) => this.#tellOfContract(changed, { task, from: agent });
		const signal = AbortSignal.any([run.signal, death.signal]);
		try {
			const saved = await services.saved.of(task.id);
			await this.#claim(task, agent, { attempt, ...(saved ? { isResumed: true } : {}) });
			await this.#do(task, new TaskHost({ ...services, kill, contractChanged }, task, agent, saved), { agent, signal, saved });
			await services.saved.drop(task.id);
		} catch (error) {
			if (run.signal.aborted) return;
			await this.#fail(task, death.signal.aborted ? death.signal.reason : error, { agent, attempt });
		} finally {
			this.#busyAgents.delete(agent);
		}
	}

	async #claim(task: PlannedTask, agent: string, more: { attempt: number; isResumed?: boolean }): Promise<void> {
		const prompts = promptVersions(task, roleFor(this.parts.team, task).role);
		await this.parts.run.write.emit('task.claimed', { agent, role: task.role, prompts, ...more }, { taskId: task.id });
	}

	async #do(task: PlannedTask, host: TaskHost, start: Start): Promise<void> {
		const { agent, signal } = start;
		const { run, services } = this.parts;
		const summary = await this.#summaryOf(task, host, start);
		const { findings, change } = host;
		signal.throwIfAborted();
		if (change && task.request)
			await run.write.emit('request.planned', { requestId: task.request, plan: change }, { from: agent, taskId: task.id });
		if (host.blueprint) await this.#propose(host.blueprint, agent);
		await host.publishRest();
		await run.write.emit('task.result', { summary, files: [...host.written] }, { from: agent, taskId: task.id });
		if (findings) {
			const read = (path: string) => services.workspace.read(path);
			await run.write.emit('check.reported', reviewReport(findings, { tasks: run.state.tasks, read }));
		}
		for (const handOver of host.handOvers) await this.#passOn(task, { ...handOver, from: agent });
		for (const changed of await services.contracts.publishChanges({ from: agent, taskId: task.id }))
			await this.#tellOfContract(changed, { task, from: agent });
		// What changed while it said its last words has to be looked at, too.
		for (const changed of host.untold()) await this.#lookAgain(task, changed, agent);
	}

	/** Has the task done, by code where that can lay all of it, else by an agent; resolves with the last words. */
	async #summaryOf(task: PlannedTask, host: TaskHost, { agent, signal, saved }: Start): Promise<string> {
		const { run, runner } = this.parts;
		const pictures = task.request ? this.parts.wishPictures : this.parts.pictures;
		const role = await this.#roleOf(task);
		const isBuiltin = this.parts.isBuiltin?.(role) ?? run.state.model === BUILTIN_MODEL;
		const { blueprint } = run.state;
		// Rules repair nothing: what was laid is laid again.
		const isLaidAgain = task.kind === 'fix' && isBuiltin && frameNamed(blueprint?.frame).isMadeOfPages;
		if (task.kind === 'change' && task.isLaid) return layChange({ before: this.#blueprintBefore(task), after: blueprint }, host);
		if (blueprint && (task.isLaid || isLaidAgain)) return layTask(task, blueprint, host);
		// What of it can be laid is there when the agent begins.
		if (blueprint && !saved && this.#isOfFirst(task)) await layTask(task, blueprint, host);
		const images = SEEING_ROLES.has(task.role) && pictures.length ? { images: [...pictures] } : {};
		const prompt = this.#prompt(task, { role, isBuiltin, saved: saved?.conversation, host });
		// What the built-in model does is as fast done again as taken up.
		const keep = { isSaved: !isBuiltin, ...(saved ? { saved: saved.conversation } : {}) };
		const maxSteps = task.kind === 'gate' ? STEPS_PER_REVIEW : STEPS_PER_TASK;
		const job = { agent, role, task, ...prompt, ...images, maxSteps, ...keep };
		const { summary } = await runner.run(job, host, signal);
		return summary;
	}

	/** Who has built on a contract and is done has their part looked at again; who is at work is told with the next call. */
	async #tellOfContract(changed: ChangedContract, { task, from }: { task: PlannedTask; from: string }): Promise<void> {
		// After a repair, and in a change, the gates find who else is concerned.
		if (task.kind === 'fix' || task.request) return;
		for (const other of this.parts.run.state.tasks)
			if (other.id !== task.id && other.status === 'done' && other.needs.includes(changed.name))
				await this.#lookAgain(other, changed, from);
	}
	async #lookAgain(task: PlannedTask, changed: ChangedContract, from: string): Promise<void> {
		if (changed.version.isBreaking && task.kind !== 'fix' && !task.request)
			await this.#handOver(task, { reason: contractNews(changed), from });
	}

	/** The messages that a task begins with: those of its conversation, where it has one. */
	#prompt(
		task: PlannedTask,
		{ role, isBuiltin, saved, host }: { role: TeamRole; isBuiltin: boolean; saved: SavedConversation | undefined; host: TaskHost }
	): { system: string; prompt: string } {
		const [first, second] = saved?.messages ?? [];
		if (first && second) return { system: first.content, prompt: second.content };
		const { run, requirement, services } = this.parts;
		const failures = this.#failuresOf.get(task.id) ?? [];
		const parts = { role, requirement, files: services.workspace, failures, isWhole: isBuiltin };
		const { system, user, files } = taskPrompt(task, run.state, parts);
		host.noteShown(files);
		return { system, prompt: user };
	}

	/** The team's role for a task; where it has none, the standard one stands in, and the person is told once. */
	async #roleOf(task: PlannedTask): Promise<TeamRole> {
		const { run, team } = this.parts;
		const { role, problem } = roleFor(team, task);
		if (problem && !this.#toldRoles.has(task.role)) {
			this.#toldRoles.add(task.role);
			await run.write.message(`${problem.code}: ${problem.message}`, { to: 'user' });
		}
		if (task.kind === 'gate') return { ...role, tools: REVIEW_TOOLS };
		if (task.kind !== 'plan' || !task.request) return role;
		const { isMadeOfPages } = frameOf(run.state.blueprint);
		return { ...role, tools: [...CHANGE_PLAN_TOOLS, ...(isMadeOfPages ? (['show_blocks'] as const) : [])] };
	}
	#blueprintBefore({ request }: PlannedTask): Blueprint | null {
		return this.parts.run.state.requests.find(({ id }) => id === request)?.before.blueprint ?? null;
	}
	/** A task of the first request that makes files: what code lays of them is there when its agent begins. */
	#isOfFirst({ kind, request }: PlannedTask): boolean {
		return request === undefined && kind !== 'fix' && kind !== 'plan';
	}

	/** Makes a repair of what an agent at other work handed over, for whoever owns it. */
	async #passOn(task: PlannedTask, { to, reason, from }: HandOver & { from: string }): Promise<void> {
		const { run } = this.parts;
		const owner = ownerOf(to, run.state.tasks, task);
		await run.write.message(`${to}: ${reason}`, { from, ...(owner ? { to: owner.role } : {}) });
		// Of a repair, the last words go to whoever asks for repairs: they name the file, and who is asked next is decided there.
		if (owner && task.kind !== 'fix') await this.#handOver(owner, { reason, from });
	}

	async #handOver(owner: PlannedTask, { reason, from }: { reason: string; from: string }): Promise<void> {
		const { run } = this.parts;
		const id = `hand-over-${run.state.tasks.filter((task) => task.id.startsWith('hand-over-')).length + 1}`;
		const repair = handOverTask(owner, { id, reason, from });
		this.#failuresOf.set(id, [repair.failure]);
		await run.write.plan([...run.state.tasks, repair.task], `Handed over by ${from}.`);
	}

	async #fail(task: PlannedTask, reason: unknown, { agent, attempt }: { agent: string; attempt: number }): Promise<void> {
		const { run, isUnattended, services } = this.parts;
		const failure = { code: codeOf(reason), message: messageOf(reason) };
		// A review is worth having, and not worth waiting for.
		if (task.kind === 'gate' && failure.code !== 'AGENT_LOST') {
			await services.saved.drop(task.id);
			return run.write.skipTask(task.id, `There is no review. ${failure.code}: ${failure.message}`);
		}
		const isForPerson = (groupOf(failure.code) === 'model' || FOR_PERSON.has(failure.code)) && !isUnattended;
		// Paused first, so that nothing starts in between.
		if (isForPerson) await run.pause(failure.message, failure.code);
		const willRetry = isForPerson || (!FATAL.has(failure.code) && attempt < TRIES_PER_TASK);
		if (!willRetry || !goesOnAfter(failure)) await services.saved.drop(task.id);
		await run.write.failTask(task.id, { ...failure, willRetry, from: agent });
	}

	async #propose(blueprint: Blueprint, agent: string): Promise<void> {
		const { run } = this.parts;
		const envelope = { from: agent, taskId: 'blueprint' };
		await run.write.propose(blueprint, envelope);
		for (const { id, question, default: byDefault } of blueprint.questions)
			if (!run.state.questions.some((known) => known.id === id && known.question === question))
				await run.write.ask({ questionId: id, question, default: byDefault }, envelope);
	}

	#freeAgent(role: string): string {
		for (let number = 1; ; number++) if (!this.#busyAgents.has(`${role}-${number}`)) return `${role}-${number}`;
	}
}
