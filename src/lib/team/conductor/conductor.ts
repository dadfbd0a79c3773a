import { BUILTIN_MODEL } from '../../models/providers';
import type { Container } from '../../container/container';
import { deadline } from '../../async/deadline';
import { Deferred } from '../../async/deferred';
import { AppError, codeOf, messageOf } from '../../domain/app-error';
import type { BudgetLimits } from '../../domain/budget';
import type { EventDraft } from '../../domain/events';
import type { RunState } from '../../log/state';
import { workedMsAt } from '../../log/fold/worked-time';
import type { Blueprint } from '../../domain/blueprint';
import { Faults } from './faults';
import { EarlyChecks } from '../gates/early-checks';
import { GateRounds } from '../gates/gate-rounds';
import type { HostServices } from './task-host';
import { isWhollyLaid } from '../planning/page-tasks';
import { blueprintTask } from '../planning/task-graph';
import { emitMissing, writeTracked } from './tracked-files';
import { BudgetGuard } from './budget-guard';
import type { ConductorOptions } from './conductor-options';
import { appServer } from './app-server';
import { askPerson, DEFAULT_ASK_WAIT_MS } from './ask-person';
import { Conversations } from './conversations';
import { SavedConversations } from './saved-conversations';
import { Workbench } from './workbench';
import { LiveRun } from './live-run';
import { ChangeRequest, type RequestOutcome } from './change-request';
import { FIRST_REQUEST, openRequest } from '../../log/fold/requests';
import { PublishedContracts } from './published-contracts';
import { recoverTasks, takeSettings } from './recovery';
import { Replanning } from './replanning';
import { TaskRunner } from './task-runner';

const BUILTIN_ANSWER =
	'The built-in model follows rules and takes no words while it works. Ask for it once this has ended, or choose an AI model in Settings and send it again.';

/**
 * Leads a run from requirement to tested app. Everything it decides, it decides from the folded log;
 * so a run goes on where it stopped, whatever happened to the tab.
 */
export class Conductor {
	readonly faults: Faults;
	readonly #run: LiveRun;
	readonly #tasks: TaskRunner;
	readonly #plan: Replanning;
	readonly #changes: ChangeRequest;
	readonly #hostServices: HostServices;
	/** The app that runs in the engine: agents look at it, gates start it anew. */
	readonly #carry: NonNullable<ConductorOptions['carry']>;
	#rounds: GateRounds | undefined;
	/** Settles once the packages were installed, or could not be. */
	readonly #installed = new Deferred();
	readonly #options: ConductorOptions;

	constructor(options: ConductorOptions) {
		this.#carry = options.carry ?? {};
		this.#options = { ...options, carry: this.#carry };
		const { log, runId, team, runner, requirement, pictures = [], wish, wishPictures = [], isUnattended = false } = options;
		this.#run = new LiveRun(log, runId);
		this.faults = new Faults(
			options.faults ?? [],
			(fault, detail) => void this.#run.write.emit('fault.injected', { fault, detail })
		);
		const services = (this.#hostServices = this.#services(new BudgetGuard(this.#run, isUnattended)));
		this.#tasks = new TaskRunner({
			run: this.#run,
			team,
			runner,
			requirement,
			pictures,
			wishPictures: wish ? (wish.pictures ?? []) : wishPictures,
			isUnattended,
			services,
			isBuiltin: options.isBuiltin
		});
		this.#plan = new Replanning(this.#run, this.#tasks, services);
		this.#changes = new ChangeRequest({
			...{ run: this.#run, tasks: this.#tasks },
			rounds: () => {
				const { blueprint } = this.state;
				return this.#gateRounds(blueprint ? options.frame(blueprint) : new Map());
			},
			installed: () => this.#installed.resolve()
		});
	}

	get state(): RunState {
		return this.#run.state;
	}
	/** Resolves once the log has been read, so that `state` is true. */
	get loaded(): Promise<void> {
		return this.#run.loaded;
	}

	/** Starts the run, or goes on with it when the log has one already. Resolves when it has ended, however it ended. */
	async run(): Promise<RunState> {
		await this.#run.load();
		const unsubscribe = this.#run.events.subscribe(({ topic, payload }) => {
			if (topic === 'run.paused' && payload.code === 'ENGINE_DIED') this.#rounds?.forgetEngine();
		});
		try {
			await this.#lead();
		} catch (error) {
			// Not the run's end: it goes on from its log once there is room.
			if (codeOf(error) === 'STORAGE_FULL') throw error;
			const isWritten = ['CONTAINER_BOOT', 'ENGINE_DIED'].includes(codeOf(error));
			if (!this.#run.signal.aborted)
				await this.#finish(isWritten ? 'incomplete' : 'failed', `${codeOf(error)}: ${messageOf(error)}`);
		} finally {
			this.#run.abort(new AppError('RUN_STOPPED', 'The run has ended.'));
			await this.#tasks.settle();
			if (this.state.endedAt !== null) await this.#hostServices.saved.clear();
			unsubscribe();
			this.#run.unload();
		}
		return this.state;
	}

	async #lead(): Promise<void> {
		if (this.state.phase !== 'idle') await emitMissing(this.#hostServices, this.state.files);
		await this.#reopen();
		if (this.state.endedAt !== null) return;
		if (this.state.phase === 'idle') await this.#begin();
		else {
			await recoverTasks(this.#run, this.#hostServices.saved);
			await takeSettings(this.#run, this.#options);
		}
		const { outcome, summary } = this.#isChange ? await this.#changes.lead() : await this.#build();
		await this.#finish(outcome, summary);
	}

	/** The first request: from the requirement to the app. */
	async #build(): Promise<RequestOutcome> {
		const blueprint = await this.#approvedBlueprint();
		const frame = this.#options.frame(blueprint);
		if (!('frame' in this.state.artifacts)) await this.#plan.layFrame(blueprint, frame);
		const rounds = this.#gateRounds(frame);
		const early = rounds && this.#checkWhileWriting(rounds);
		await this.#tasks.work();
		await early;
		if (!rounds) return { outcome: 'incomplete', summary: 'All is written; nothing was checked, because there is no engine.' };
		await this.#strikePackage();
		return rounds.run();
	}

	/** Whether what is being worked on is asked of an app that is there. */
	get #isChange(): boolean {
		const request = openRequest(this.state);
		return request !== undefined && request.id !== FIRST_REQUEST;
	}

	/** What was stopped goes on; what is asked for after the end opens the run again. */
	async #reopen(): Promise<void> {
		const { wish, isContinued } = this.#options;
		if (this.state.endedAt === null) return;
		if (isContinued) return this.#run.write.emit('run.resumed', {});
		if (!wish) return;
		const { blueprint, files, requests } = this.state;
		// Before there is anything, it is one more word about the first.
		if (!blueprint && !Object.keys(files).length) {
			if (wish.wishId) await this.#run.write.emit('wish.dropped', { wishId: wish.wishId }, { from: 'user' });
			await this.#run.write.message(wish.text, { from: 'user' });
			return this.#run.write.emit('run.resumed', { reason: wish.text });
		}
		const { text, isPlanFirst = false, isCheck = false, failures = [], wishId } = wish;
		const opened = { requestId: `request-${requests.length + 1}`, text, isPlanFirst, isCheck, failures: [...failures], wishId };
		await this.#run.write.emit('request.opened', opened, { from: 'user' });
	}

	async #begin(): Promise<void> {
		const { requirement, projectId, model, workers = 4, budget = {}, faults = [] } = this.#options;
		await this.#run.write.emit('run.started', { requirement, projectId, model, workers, budget, faults: [...faults] });
		await this.#run.write.plan([blueprintTask], 'First the blueprint.');
	}

	/** @throws AppError NO_BLUEPRINT when the architect makes none */
	async #approvedBlueprint(): Promise<Blueprint> {
		if (!this.state.blueprint || !('blueprint' in this.state.artifacts)) {
			await this.#tasks.work();
			this.#run.signal.throwIfAborted();
		}
		if (!this.state.blueprint) {
			const note = this.state.tasks.find((task) => task.id === 'blueprint')?.note;
			throw new AppError('NO_BLUEPRINT', note || 'The architect made no blueprint. Say more about the app and try again.');
		}
		await this.#plan.untilApproved(this.#options);
		return this.state.blueprint;
	}

	/** Installs, and checks each feature once an agent has written it; the built-in model, and code, write all of them in seconds. */
	async #checkWhileWriting(rounds: GateRounds): Promise<void> {
		await rounds.installEarly().finally(() => this.#installed.resolve());
		if (this.state.model === BUILTIN_MODEL || isWhollyLaid(this.state.tasks)) return;
		const checks = new EarlyChecks({
			runner: rounds.runner,
			desk: rounds.desk,
			state: () => this.state,
			changed: () => this.#run.changed.next(),
			signal: this.#run.signal,
			report: (report) => this.#run.write.emit('check.reported', report)
		});
		await checks.run();
	}

	#gateRounds(frame: ReadonlyMap<string, string>): GateRounds | undefined {
		const isReviewed = this.#options.isReviewed !== false && !this.#isChange;
		const { container } = this.#options;
		if (!container) return undefined;
		return (this.#rounds = new GateRounds({
			isReviewed,
			options: this.#options,
			services: this.#hostServices,
			container,
			frame,
			signal: this.#run.signal,
			emit: (topic, payload) => this.#run.write.emit(topic, payload),
			repair: (repairs) => this.#tasks.repair(repairs),
			review: async () => (isReviewed ? this.#tasks.review() : []),
			waitForPerson: (reason, code) => this.#waitForPerson(reason, code)
		}));
	}

	async #waitForPerson(reason: string, code: string): Promise<boolean> {
		if (this.#options.isUnattended) return false;
		await this.#run.pause(reason, code);
		await this.#run.untilResumed();
		return true;
	}

	/** The fault of a package that does not exist, where it was asked for. */
	async #strikePackage(): Promise<void> {
		const packageJson = this.#options.workspace.read('package.json');
		if (!packageJson) return;
		const content = this.faults.onPackage(packageJson);
		if (content !== packageJson) await writeTracked(this.#hostServices, { path: 'package.json', content, by: 'conductor' });
	}

	async #finish(outcome: 'done' | 'incomplete' | 'failed', summary: string): Promise<void> {
		const durationMs = workedMsAt(this.state, this.state.lastTime);
		await this.#run.write.emit('run.finished', { outcome, summary, durationMs });
	}

	pause(reason = '', code?: string): Promise<void> {
		return this.#run.pause(reason, code);
	}
	resume(): Promise<void> {
		return this.#run.resume();
	}
	/** Ends the run. Files and log stay as they are. */
	async stop(reason = 'Stopped by you.'): Promise<void> {
		if (this.state.endedAt !== null) return;
		await this.#run.write.emit('run.cancelled', { reason });
		this.#run.abort(new AppError('RUN_STOPPED', reason));
	}
	/** Approves the blueprint that was proposed, or an edited one; not one that is of no app. */
	async approve(blueprint?: Blueprint): Promise<void> {
		if (!blueprint && this.state.blueprint?.doubt?.isBuildable === false) return;
		if (blueprint) await this.#run.write.propose(blueprint, { from: 'user' });
		await this.#run.write.emit('plan.approved', { automatically: false }, { from: 'user' });
	}
	/** Answers a question. Before approval the architect takes it into a new blueprint. */
	async answer(questionId: string, answer: string): Promise<void> {
		await this.#run.write.emit('question.answered', { questionId, answer }, { from: 'user' });
		if (this.state.phase === 'approval') this.#replan();
	}
	/** Says something to an agent, a role, or everybody. */
	async say(text: string, to?: string): Promise<void> {
		await this.#run.write.message(text, { from: 'user', ...(to ? { to } : {}) });
		if (this.state.phase === 'approval') this.#replan();
		else if (this.#options.model === BUILTIN_MODEL) await this.#run.write.message(BUILTIN_ANSWER, { to: 'user' });
	}
	#replan(): void {
		if (this.#isChange) this.#changes.ask();
		else this.#plan.ask();
	}
	async setBudget(limits: BudgetLimits, reason = ''): Promise<void> {
		await this.#run.write.emit('budget.changed', { limits, reason }, { from: 'user' });
	}

	#services(budget: BudgetGuard): HostServices {
		const { runId, workspace, isUnattended, askWaitMs = DEFAULT_ASK_WAIT_MS } = this.#options;
		const places = {
			...{ runId, workspace, state: () => this.state },
			append: (draft: EventDraft) => this.#run.write.append(draft)
		};
		return {
			...places,
			contracts: new PublishedContracts(places),
			roles: this.#options.team.map(({ name }) => name),
			faults: this.faults,
			mayCall: () => budget.mayCall(),
			kill: () => undefined,
			contractChanged: async () => undefined,
			ask: (agent, taskId, question, byDefault) =>
				askPerson(this.#run, { agent, taskId, question, byDefault }, isUnattended ? 0 : askWaitMs),
			conversations: this.#options.conversations ?? new Conversations(),
			saved: new SavedConversations(this.#options.savedConversations, runId),
			workbench: this.#workbench()
		};
	}

	#workbench(): Workbench {
		const { container, probe, workspace, commandRule = 'ask' } = this.#options;
		return new Workbench({
			container: container && (() => this.#engineWithPackages(container)),
			look: (gate) => this.#rounds?.lookAtOwn(gate),
			server: (engine) => appServer(engine, this.#carry, workspace, this.#run.signal),
			...{ probe, files: workspace, commandRule, signal: this.#run.signal }
		});
	}
	async #engineWithPackages(container: () => Promise<Container>): Promise<Container> {
		await deadline(this.#installed.promise, { signal: this.#run.signal });
		return container();
	}
}
