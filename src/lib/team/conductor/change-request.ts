import { AppError } from '../../domain/app-error';
import { changePlanSchema, type ChangePlan } from '../../domain/change-plan';
import { openRequest } from '../../log/fold/requests';
import type { RequestState } from '../../log/state';
import { planChange, understandTask } from '../changes/change-tasks';
import type { GateRounds, RoundsOutcome } from '../gates/gate-rounds';
import { isOfFrame } from '../planning/frozen';
import type { LiveRun } from './live-run';
import type { TaskRunner } from './task-runner';

export interface ChangeRequestParts {
	run: LiveRun;
	tasks: TaskRunner;
	/** Checks the project; absent where there is no engine. */
	rounds(): GateRounds | undefined;
	/** Agents may run programs of the project from now on. */
	installed(): void;
}

export interface RequestOutcome {
	outcome: 'done' | 'incomplete' | 'failed';
	summary: string;
}

/**
 * Leads one request about a project that is there: it is understood, the blueprint patched, the fewest tasks planned and worked through,
 * and all is checked. Tasks of before keep their state. What is decided is in the log, so that it goes on after a reload where it stopped.
 */
export class ChangeRequest {
	#isAsked = false;

	constructor(private readonly parts: ChangeRequestParts) {}

	/** Somebody said something that the plan must take in, before it is approved. */
	ask(): void {
		this.#isAsked = true;
		this.parts.run.changed.wake();
	}

	/** @throws AppError NOT_UNDERSTOOD when no plan is made of it */
	async lead(): Promise<RequestOutcome> {
		if (this.#request.isCheck) return this.#check();
		const plan = await this.#approvedPlan();
		if (plan.kind !== 'change') return this.#answered(plan);
		await this.#planTasks(plan);
		const rounds = this.parts.rounds();
		await rounds?.lookBefore(this.#request.id);
		const installed = rounds?.installed.then(() => this.parts.installed());
		await this.parts.tasks.work();
		await installed;
		if (!rounds) return { outcome: 'incomplete', summary: 'All is written; nothing was checked, because there is no engine.' };
		return this.#told(await rounds.run(), plan);
	}

	/** Looks at everything as it is, and mends nothing. */
	async #check(): Promise<RequestOutcome> {
		const { run } = this.parts;
		const { id, plan } = this.#request;
		const planned = { requestId: id, plan: changePlanSchema.parse({ kind: 'change', reply: 'What holds is found out anew.' }) };
		if (!plan) await run.write.emit('request.planned', planned);
		if (!run.state.isApproved) await run.write.emit('plan.approved', { automatically: true });
		return (
			(await this.parts.rounds()?.look()) ?? {
				outcome: 'incomplete',
				summary: 'Nothing was checked, because there is no engine.'
			}
		);
	}

	get #request(): RequestState {
		const request = openRequest(this.parts.run.state);
		if (!request) throw new AppError('NO_RUN', 'No request is being worked on.');
		return request;
	}

	async #approvedPlan(): Promise<ChangePlan> {
		const { run } = this.parts;
		let plan = await this.#understood();
		while (plan.kind === 'change' && !run.state.isApproved) {
			run.signal.throwIfAborted();
			if (this.#isAsked) {
				this.#isAsked = false;
				const message = 'You said something; the plan is made anew.';
				await run.write.failTask(understandTask(this.#request.id).id, { code: 'REPLAN', message, willRetry: true });
				plan = await this.#understood();
			} else if (!this.#request.isPlanFirst) await run.write.emit('plan.approved', { automatically: true });
			else await run.changed.next();
		}
		return plan;
	}

	/** What the request means. Code adds the task that finds it out, once. */
	async #understood(): Promise<ChangePlan> {
		const { run, tasks } = this.parts;
		const { id } = this.#request;
		const task = understandTask(id);
		const known = run.state.tasks.find((other) => other.id === task.id);
		if (!known) await run.write.plan([...run.state.tasks, task], 'First it is found out what is asked for.');
		if (known?.status !== 'done') await tasks.work();
		run.signal.throwIfAborted();
		const { plan } = this.#request;
		if (plan) return plan;
		const note = run.state.tasks.find((other) => other.id === task.id)?.note;
		throw new AppError('NOT_UNDERSTOOD', note || 'It could not be found out what this asks for. Say it in other words.');
	}

	/** Patches blueprint and plan, once. */
	async #planTasks(plan: ChangePlan): Promise<void> {
		const { run } = this.parts;
		const { id, before } = this.#request;
		if (run.state.tasks.some(({ request, kind }) => request === id && kind === 'change')) return;
		const frozen = Object.keys(run.state.files).filter((path) => isOfFrame(run.state, path));
		const planned = planChange(id, plan, { blueprint: before.blueprint, frozen });
		const blueprint = plan.blueprint && planned.blueprint ? planned.blueprint : undefined;
		await run.write.plan([...run.state.tasks, ...planned.tasks], plan.reply.slice(0, 200), blueprint);
	}

	/** Nothing was changed: the project stands as it stood. */
	#answered({ reply }: ChangePlan): RequestOutcome {
		const { phase, summary } = this.#request.before;
		const outcome = phase === 'incomplete' || phase === 'failed' ? phase : phase === 'cancelled' ? 'incomplete' : 'done';
		return { outcome, summary: summary || reply };
	}

	#told({ outcome, summary }: RoundsOutcome, { notBuilt }: ChangePlan): RequestOutcome {
		const left = notBuilt.length ? ` Not built: ${notBuilt.map((part) => `"${part}"`).join(', ')}.` : '';
		return { outcome, summary: `${summary}${left}` };
	}
}
