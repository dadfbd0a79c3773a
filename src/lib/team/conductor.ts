import { BUILTIN_MODEL } from '../models/providers';
import { AppError, codeOf, messageOf } from '../run/app-error';
import type { BudgetLimits, EventDraft, Failure, PayloadInput, PlannedTask, Topic } from '../run/events';
import { initialRunState, reduce, workedMsAt, type RunState } from '../run/reducer';
import type { Blueprint } from './blueprint';
import type { ConductorOptions } from './conductor-options';
import { Faults } from './faults';
import { GateRounds } from './gate-rounds';
import { promptFiles } from './prompt-files';
import { userPrompt } from './prompts';
import { findRole } from './roles/registry';
import { blockedTasks, readyTasks } from './scheduler';
import { TaskHost, type HostServices } from './task-host';
import { blueprintTask, planTasks } from './task-graph';
import { writeTracked } from './tracked-files';
import { isWritable } from './write-set';

const TRIES_PER_TASK = 3;
const STEPS_PER_TASK = 40;
const BUILTIN_ANSWER =
	'The built-in model follows rules and takes no words once the plan is made. Change files by hand, start a new project with the changed requirement, or choose an AI model in Settings and send this again.';
/** Failures that trying again does not change. */
const FATAL = new Set(['MODEL_AUTH', 'MODEL_UNREACHABLE', 'MODEL_CORS', 'MODEL_REFUSED', 'ROLE_UNKNOWN', 'BUDGET_SPENT']);

/**
 * Leads a run from requirement to tested app. Everything it decides, it decides from the folded log;
 * so a run goes on where it stopped, whatever happened to the tab.
 */
export class Conductor {
	state: RunState = initialRunState();
	/** Resolves once the log has been read, so that `state` is true. */
	readonly loaded: Promise<void>;
	#isLoaded: () => void = () => undefined;
	#abort = new AbortController();
	#running = new Map<string, Promise<void>>();
	#wake: () => void = () => undefined;
	#failuresOf = new Map<string, Failure[]>();
	#isReplanning = false;
	#broken: unknown;
	#faults: Faults;
	#rounds: GateRounds | undefined;

	constructor(private readonly options: ConductorOptions) {
		this.loaded = new Promise((done) => (this.#isLoaded = done));
		this.#faults = new Faults(options.faults ?? [], (fault, detail) => void this.#emit('fault.injected', { fault, detail }));
	}

	get signal(): AbortSignal {
		return this.#abort.signal;
	}
	get faults(): Faults {
		return this.#faults;
	}

	/** Starts the run, or goes on with it when the log has one already. Resolves when it has ended, however it ended. */
	async run(): Promise<RunState> {
		for (const event of await this.options.log.read(this.options.runId)) this.state = reduce(this.state, event);
		this.#isLoaded();
		const unsubscribe = this.options.log.subscribe((event) => {
			if (event.runId !== this.options.runId) return;
			this.state = reduce(this.state, event);
			if (event.topic === 'run.paused' && event.payload.code === 'ENGINE_DIED') this.#rounds?.forgetEngine();
			this.#wake();
		});
		try {
			await this.#lead();
		} catch (error) {
			// Not the run's end: it goes on from its log once there is room.
			if (codeOf(error) === 'STORAGE_FULL') throw error;
			const isWritten = ['CONTAINER_BOOT', 'ENGINE_DIED'].includes(codeOf(error));
			if (!this.signal.aborted) await this.#finish(isWritten ? 'incomplete' : 'failed', `${codeOf(error)}: ${messageOf(error)}`);
		} finally {
			this.#abort.abort(new AppError('RUN_STOPPED', 'The run has ended.'));
			await Promise.allSettled(this.#running.values());
			unsubscribe();
		}
		return this.state;
	}

	async pause(reason = '', code?: string): Promise<void> {
		if (!this.state.isPaused) await this.#emit('run.paused', { reason, ...(code ? { code } : {}) });
	}
	async resume(): Promise<void> {
		if (this.state.isPaused) await this.#emit('run.resumed', {});
	}
	/** Ends the run. Files and log stay as they are. */
	async stop(reason = 'Stopped by you.'): Promise<void> {
		if (this.state.endedAt !== null) return;
		await this.#emit('run.cancelled', { reason });
		this.#abort.abort(new AppError('RUN_STOPPED', reason));
		this.#wake();
	}
	/** Approves the blueprint that was proposed, or an edited one. */
	async approve(blueprint?: Blueprint): Promise<void> {
		if (blueprint) await this.#emit('plan.proposed', { blueprint }, { from: 'user' });
		await this.#emit('plan.approved', { automatically: false }, { from: 'user' });
	}
	/** Answers a question. Before approval the architect takes it into a new blueprint. */
	async answer(questionId: string, answer: string): Promise<void> {
		await this.#emit('question.answered', { questionId, answer }, { from: 'user' });
		if (this.state.phase === 'approval') this.#isReplanning = true;
		this.#wake();
	}
	/** Says something to an agent, a role, or everybody. */
	async say(text: string, to?: string): Promise<void> {
		await this.#emit('message', { text }, { from: 'user', ...(to ? { to } : {}) });
		if (this.state.phase === 'approval') this.#isReplanning = true;
		else if (this.options.model === BUILTIN_MODEL) await this.#emit('message', { text: BUILTIN_ANSWER }, { to: 'user' });
		this.#wake();
	}
	async setBudget(limits: BudgetLimits, reason = ''): Promise<void> {
		await this.#emit('budget.changed', { limits, reason }, { from: 'user' });
	}

	async #lead(): Promise<void> {
		const { revision } = this.options;
		if (this.state.endedAt !== null && revision) {
			await this.#emit('message', { text: revision }, { from: 'user' });
			await this.#emit('run.resumed', { reason: revision });
		}
		if (this.state.endedAt !== null) return;
		if (this.state.phase === 'idle') await this.#begin();
		else {
			await this.#recover();
			await this.#takeSettings();
		}
		if (!this.state.blueprint || !('blueprint' in this.state.artifacts)) await this.#writeBlueprint();
		await this.#waitForApproval();
		const { blueprint } = this.state;
		if (!blueprint) throw new AppError('NO_BLUEPRINT', 'The architect made no blueprint. Say more about the app and try again.');
		const frame = this.options.frame(blueprint);
		if (!('frame' in this.state.artifacts)) await this.#layFrame(blueprint, frame);
		const rounds = (this.#rounds = this.#gateRounds(frame));
		const early = rounds?.installEarly();
		await this.#work();
		await early;
		if (!rounds) return this.#finish('incomplete', 'All is written; nothing was checked, because there is no engine.');
		const packageJson = this.options.workspace.read('package.json');
		if (packageJson) {
			const changed = this.#faults.onPackage(packageJson);
			if (changed !== packageJson)
				await writeTracked(this.#services(), { path: 'package.json', content: changed, by: 'conductor' });
		}
		const { outcome, summary } = await rounds.run();
		await this.#finish(outcome, summary);
	}

	async #begin(): Promise<void> {
		const { requirement, projectId, model, workers, budget, faults } = this.options;
		await this.#emit('run.started', {
			requirement,
			projectId,
			model,
			workers: workers ?? 4,
			budget: budget ?? {},
			faults: [...(faults ?? [])]
		});
		await this.#emit('plan.patched', { tasks: [blueprintTask], reason: 'First the blueprint.' });
	}

	/** After a crash: what was at work starts again; repairs under way are dropped, the gates will ask again. */
	async #recover(): Promise<void> {
		for (const task of this.state.tasks) {
			if (task.kind === 'fix' && !['done', 'failed', 'skipped'].includes(task.status))
				await this.#emit('task.skipped', { reason: 'The tab was closed meanwhile.' }, { taskId: task.id });
			else if (task.status === 'running')
				await this.#emit(
					'task.failed',
					{ error: { code: 'AGENT_LOST', message: 'The tab was closed meanwhile.' }, willRetry: true },
					{ taskId: task.id }
				);
		}
	}

	/** The person may have chosen another model or other limits since the run was begun. */
	async #takeSettings(): Promise<void> {
		const { model, budget } = this.options;
		if (model !== this.state.model) await this.#emit('model.changed', { model }, { from: 'user' });
		const { settings } = this.state.budget;
		const limits = { ...settings, ...budget };
		const isSame = Object.entries(limits).every(([name, value]) => settings[name as keyof BudgetLimits] === value);
		if (!isSame)
			await this.#emit('budget.changed', { limits, reason: 'As set in Settings.', isFromSettings: true }, { from: 'user' });
	}

	async #writeBlueprint(): Promise<void> {
		await this.#work();
		this.signal.throwIfAborted();
		if (!this.state.blueprint) {
			const note = this.state.tasks.find((task) => task.id === 'blueprint')?.note;
			throw new AppError('NO_BLUEPRINT', note || 'The architect made no blueprint.');
		}
	}

	async #waitForApproval(): Promise<void> {
		while (!this.state.isApproved) {
			this.signal.throwIfAborted();
			if (this.#isReplanning) {
				this.#isReplanning = false;
				await this.#emit(
					'task.failed',
					{ error: { code: 'REPLAN', message: 'You answered; the blueprint is written anew.' }, willRetry: true },
					{ taskId: 'blueprint' }
				);
				await this.#work();
			} else if (this.options.isAutoApproved) {
				for (const question of this.state.questions)
					if (question.answer === null)
						await this.#emit('question.answered', { questionId: question.id, answer: question.default, byDefault: true });
				await this.#emit('plan.approved', { automatically: true });
			} else await this.#change();
		}
	}

	async #layFrame(blueprint: Blueprint, frame: ReadonlyMap<string, string>): Promise<void> {
		const tasks = planTasks(blueprint, frame.keys());
		await this.#emit('plan.patched', { tasks, reason: 'Planned from the blueprint.' });
		const missing = [...frame].filter(([path]) => this.options.workspace.read(path) === undefined);
		await Promise.all(missing.map(([path, content]) => writeTracked(this.#services(), { path, content, by: 'conductor' })));
		await this.#dropOrphans(tasks);
		await this.#emit('artifact.published', { name: 'frame', kind: 'frame' });
	}

	/** Removes what agents wrote for an earlier plan and nobody owns in this one, such as a renumbered migration. */
	async #dropOrphans(tasks: readonly PlannedTask[]): Promise<void> {
		for (const file of Object.values(this.state.files)) {
			if (file.by === 'user' || file.by === 'conductor' || tasks.some((task) => isWritable(task.writes, file.path))) continue;
			await this.options.workspace.remove(file.path, 'conductor');
			await this.#emit('artifact.superseded', {
				name: `file:${file.path}`,
				path: file.path,
				deleted: true,
				reason: 'No task of the new plan owns it.'
			});
		}
	}

	#gateRounds(frame: ReadonlyMap<string, string>): GateRounds | undefined {
		const { container } = this.options;
		if (!container) return undefined;
		return new GateRounds({
			options: this.options,
			services: this.#services(),
			container,
			frame,
			signal: this.signal,
			emit: (topic, payload) => this.#emit(topic, payload),
			repair: (tasks) => this.#repair(tasks),
			waitForPerson: (reason, code) => this.#waitForPerson(reason, code)
		});
	}

	async #waitForPerson(reason: string, code: string): Promise<boolean> {
		if (this.options.isUnattended) return false;
		await this.pause(reason, code);
		while (this.state.isPaused) {
			await this.#change();
			this.signal.throwIfAborted();
		}
		return true;
	}

	async #repair(fixes: { task: PlannedTask; failures: Failure[] }[]): Promise<void> {
		for (const fix of fixes) this.#failuresOf.set(fix.task.id, fix.failures);
		await this.#emit('plan.patched', {
			tasks: [...this.state.tasks, ...fixes.map((fix) => fix.task)].map(plannedPart),
			reason: 'Repairs.'
		});
		await this.#work();
	}

	/** Runs tasks until none is left that can start. @throws what kept the log from being written */
	async #work(): Promise<void> {
		for (;;) {
			this.signal.throwIfAborted();
			if (this.#broken) throw this.#broken as Error;
			const room = (this.state.workers || 4) - this.#running.size;
			const ready = this.state.isPaused ? [] : readyTasks(this.state).filter((task) => !this.#running.has(task.id));
			for (const task of ready.slice(0, Math.max(0, room))) this.#launch(task);
			if (this.#running.size) await Promise.race([...this.#running.values(), this.#change()]);
			else if (this.state.isPaused) await this.#change();
			else if (ready.length === 0) break;
		}
		for (const task of blockedTasks(this.state))
			await this.#emit('task.skipped', { reason: 'What it needs was not made.' }, { taskId: task.id });
	}

	#launch(task: PlannedTask): void {
		const work = this.#perform(task)
			// A task reports its own failure; what comes here could not be written down.
			.catch((error: unknown) => void (this.#broken ??= error))
			.finally(() => {
				this.#running.delete(task.id);
				this.#wake();
			});
		this.#running.set(task.id, work);
	}

	async #perform(task: PlannedTask): Promise<void> {
		const agent = this.#freeAgent(task.role);
		const attempt = (this.state.tasks.find((one) => one.id === task.id)?.attempts ?? 0) + 1;
		this.#busy.add(agent);
		const death = new AbortController();
		const signal = AbortSignal.any([this.signal, death.signal]);
		const host = new TaskHost(
			{ ...this.#services(), kill: () => death.abort(new AppError('AGENT_LOST', `${agent} was killed.`)) },
			task,
			agent
		);
		try {
			await this.#emit('task.claimed', { agent, role: task.role, attempt }, { taskId: task.id });
			const role = findRole(this.options.team, task.role);
			const outcome = await this.options.runner.run(
				{ agent, role, task, prompt: this.#prompt(task), maxSteps: STEPS_PER_TASK },
				host,
				signal
			);
			signal.throwIfAborted();
			if (host.blueprint) await this.#propose(host.blueprint, agent);
			for (const name of task.publishes) await host.publish(name);
			await this.#emit('task.result', { summary: outcome.summary, files: [...host.written] }, { from: agent, taskId: task.id });
		} catch (error) {
			if (this.signal.aborted) return;
			const reason: unknown = death.signal.aborted ? death.signal.reason : error;
			const failure = { code: codeOf(reason), message: messageOf(reason) };
			const isForPerson = /^(MODEL_|STORAGE_FULL)/.test(failure.code) && !this.options.isUnattended;
			// Paused first, so that nothing starts in between.
			if (isForPerson) await this.pause(failure.message, failure.code);
			const willRetry = isForPerson || (!FATAL.has(failure.code) && attempt < TRIES_PER_TASK);
			await this.#emit('task.failed', { error: failure, willRetry }, { from: agent, taskId: task.id });
		} finally {
			this.#busy.delete(agent);
		}
	}

	async #propose(blueprint: Blueprint, agent: string): Promise<void> {
		await this.#emit('plan.proposed', { blueprint }, { from: agent, taskId: 'blueprint' });
		for (const { id, question, default: byDefault } of blueprint.questions)
			if (!this.state.questions.some((one) => one.id === id && one.question === question))
				await this.#emit(
					'question.asked',
					{ questionId: id, question, default: byDefault },
					{ from: agent, taskId: 'blueprint' }
				);
	}

	#prompt(task: PlannedTask): string {
		const { blueprint } = this.state;
		const { requirement } = this.options;
		const notes = this.state.messages.filter((one) => one.from === 'user').map((one) => one.text);
		if (task.kind === 'plan') {
			const answers = this.state.questions
				.filter((one) => one.answer !== null && !one.byDefault)
				.map((one) => `${one.question} ${one.answer ?? ''}`);
			return userPrompt({ task: plannedPart(task), requirement: [requirement, ...answers, ...notes].join('\n\n') });
		}
		if (!blueprint) throw new AppError('NO_BLUEPRINT', 'There is no blueprint to work from.');
		const failures = this.#failuresOf.get(task.id) ?? [];
		const failing = failures.flatMap((failure) => failure.file ?? []);
		return userPrompt({
			task: plannedPart(task),
			requirement,
			blueprint,
			files: promptFiles(task, blueprint, this.options.workspace, failing),
			failures,
			notes
		});
	}

	#busy = new Set<string>();
	#freeAgent(role: string): string {
		for (let number = 1; ; number++) if (!this.#busy.has(`${role}-${number}`)) return `${role}-${number}`;
	}

	#services(): HostServices {
		return {
			runId: this.options.runId,
			workspace: this.options.workspace,
			faults: this.#faults,
			state: () => this.state,
			append: (draft) => this.options.log.append(draft),
			mayCall: () => this.#mayCall(),
			kill: () => undefined,
			ask: async (agent, taskId, question, byDefault) => {
				const questionId = `${taskId}:${question.slice(0, 60)}`;
				const known = this.state.questions.find((one) => one.id === questionId);
				if (known?.answer) return known.answer;
				await this.#emit('question.asked', { questionId, question, default: byDefault }, { from: agent, taskId });
				return byDefault
					? `Nobody has answered yet. Go on with: ${byDefault}`
					: 'Nobody has answered yet. Go on with what seems best.';
			}
		};
	}

	async #mayCall(): Promise<void> {
		for (;;) {
			this.signal.throwIfAborted();
			const spent = this.#spentLimit();
			if (spent && this.options.isUnattended) {
				throw new AppError('BUDGET_SPENT', `The budget is spent: ${spent}. Raise it in Settings.`);
			}
			if (spent && !this.state.isPaused) await this.pause(`The budget is spent: ${spent}.`, 'BUDGET_SPENT');
			if (!this.state.isPaused) return;
			await this.#change();
		}
	}

	#spentLimit(): string | undefined {
		const { limits, money, inputTokens, outputTokens } = this.state.budget;
		if (limits.money !== null && money >= limits.money) return `$${money.toFixed(2)} of $${limits.money.toFixed(2)}`;
		if (limits.tokens !== null && inputTokens + outputTokens >= limits.tokens)
			return `${inputTokens + outputTokens} of ${limits.tokens} tokens`;
		const elapsedMs = workedMsAt(this.state, this.state.lastTime);
		if (limits.timeMs !== null && elapsedMs >= limits.timeMs)
			return `${Math.round(elapsedMs / 1000)} of ${Math.round(limits.timeMs / 1000)} s`;
		return undefined;
	}

	#waiting: Promise<void> | undefined;
	/** Resolves with the next event, or when the run is stopped. */
	#change(): Promise<void> {
		this.#waiting ??= new Promise((done) => {
			this.#wake = () => {
				this.#waiting = undefined;
				this.#wake = () => undefined;
				done();
			};
		});
		return this.#waiting;
	}

	async #finish(outcome: 'done' | 'incomplete' | 'failed', summary: string): Promise<void> {
		const durationMs = workedMsAt(this.state, this.state.lastTime);
		await this.#emit('run.finished', { outcome, summary, durationMs });
	}

	async #emit<T extends Topic>(
		topic: T,
		payload: PayloadInput<T>,
		envelope: { from?: string; to?: string; taskId?: string } = {}
	): Promise<void> {
		await this.options.log.append({ runId: this.options.runId, from: 'conductor', ...envelope, topic, payload } as EventDraft);
	}
}

function plannedPart(task: PlannedTask): PlannedTask {
	const { id, title, role, kind, feature, needs, publishes, writes, criteria, estimate } = task;
	return { id, title, role, kind, ...(feature ? { feature } : {}), needs, publishes, writes, criteria, estimate };
}
