import { writeTracked, type TrackedPlaces } from './tracked-files';
import { AppError } from '../../domain/app-error';
import type { Blueprint } from '../../domain/blueprint';
import type { PlannedTask } from '../../domain/task';
import { planTasks } from '../planning/task-graph';
import { isWritable } from '../../domain/write-set';
import type { LiveRun } from './live-run';
import type { TaskRunner } from './task-runner';

interface Approval {
	/** Build without waiting for somebody to approve the blueprint. */
	isAutoApproved?: boolean | undefined;
	isUnattended?: boolean | undefined;
}

/** From the architect's blueprint to a plan that may be built: approval, a new blueprint when somebody answers, and the frame. */
export class Replanning {
	#isAsked = false;

	constructor(
		private readonly run: LiveRun,
		private readonly tasks: TaskRunner,
		private readonly places: TrackedPlaces
	) {}

	/** Somebody said something that the blueprint must take in; before approval only. */
	ask(): void {
		this.#isAsked = true;
		this.run.changed.wake();
	}

	/**
	 * Returns once the blueprint is approved, after as many new ones as it takes. One that its architect doubts waits for a person, whatever
	 * was set.
	 * @throws AppError BLUEPRINT_DOUBTED when there is no person to wait for
	 */
	async untilApproved({ isAutoApproved = false, isUnattended = false }: Approval): Promise<void> {
		while (!this.run.state.isApproved) {
			this.run.signal.throwIfAborted();
			const doubt = this.run.state.blueprint?.doubt;
			if (this.#isAsked) await this.#planAgain();
			else if (doubt && isUnattended) throw new AppError('BLUEPRINT_DOUBTED', doubt.message, { data: { doubt: doubt.code } });
			else if (isAutoApproved && !doubt) await this.#approve();
			else await this.run.changed.next();
		}
	}

	/** Plans the tasks, writes what the frame brings and the project lacks or has of another frame, and removes what an earlier plan left. */
	async layFrame(blueprint: Blueprint, frame: ReadonlyMap<string, string>): Promise<void> {
		const tasks = planTasks(blueprint, frame.keys());
		await this.run.write.plan(tasks, 'Planned from the blueprint.');
		const { workspace } = this.places;
		const isOurs = (path: string) => this.run.state.files[path]?.by === 'conductor';
		const isOld = (path: string, content: string) =>
			isOurs(path) && workspace.read(path) !== content && !tasks.some((task) => isWritable(task.writes, path));
		const due = [...frame].filter(([path, content]) => workspace.read(path) === undefined || isOld(path, content));
		await Promise.all(due.map(([path, content]) => writeTracked(this.places, { path, content, by: 'conductor' })));
		await this.#dropOrphans(tasks, frame);
		await this.run.write.emit('artifact.published', { name: 'frame', kind: 'frame' });
	}

	async #planAgain(): Promise<void> {
		this.#isAsked = false;
		const message = 'You answered; the blueprint is written anew.';
		await this.run.write.failTask('blueprint', { code: 'REPLAN', message, willRetry: true });
		await this.tasks.work();
	}

	async #approve(): Promise<void> {
		for (const { id, answer, default: byDefault } of this.run.state.questions)
			if (answer === null) await this.run.write.emit('question.answered', { questionId: id, answer: byDefault, byDefault: true });
		await this.run.write.emit('plan.approved', { automatically: true });
	}

	/** Removes what was written for an earlier plan and nobody owns in this one: a renumbered migration, the files of another frame. */
	async #dropOrphans(tasks: readonly PlannedTask[], frame: ReadonlyMap<string, string>): Promise<void> {
		for (const { path, by } of Object.values(this.run.state.files)) {
			if (by === 'user' || frame.has(path) || tasks.some((task) => isWritable(task.writes, path))) continue;
			await this.places.workspace.remove(path, 'conductor');
			const reason = 'No task of the new plan owns it.';
			await this.run.write.emit('artifact.superseded', { name: `file:${path}`, path, deleted: true, reason });
		}
	}
}
