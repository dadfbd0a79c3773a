import { writeTracked, type TrackedPlaces } from './tracked-files';
import { AppError } from '../../domain/app-error';
import type { Blueprint } from '../../domain/blueprint';
import { planTasks } from '../planning/task-graph';
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

	/** Plans the tasks, and writes what the frame brings and the project lacks. */
	async layFrame(blueprint: Blueprint, frame: ReadonlyMap<string, string>): Promise<void> {
		await this.run.write.plan(planTasks(blueprint, frame.keys()), 'Planned from the blueprint.');
		const due = [...frame].filter(([path]) => this.places.workspace.read(path) === undefined);
		await Promise.all(due.map(([path, content]) => writeTracked(this.places, { path, content, by: 'conductor' })));
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
}
