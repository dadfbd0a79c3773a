import type { EventLog } from '../../log/event-log';
import type { EventDraft, PayloadInput, Topic } from '../../domain/events';
import type { PlannedTask } from '../../domain/task';
import type { Blueprint } from '../../domain/blueprint';

export interface Envelope {
	/** Who says it; the conductor unless told otherwise. */
	from?: string;
	to?: string;
	taskId?: string;
}

/** Writes one run's events. What several parts of the conductor say has a verb of its own here, so that it is said in one way. */
export class RunWriter {
	constructor(
		private readonly log: Pick<EventLog, 'append'>,
		private readonly runId: string
	) {}

	/** Resolves once the event is stored and has been heard here. */
	async emit<T extends Topic>(topic: T, payload: PayloadInput<T>, envelope: Envelope = {}): Promise<void> {
		await this.append({ runId: this.runId, from: 'conductor', ...envelope, topic, payload } as EventDraft);
	}
	append(draft: EventDraft): Promise<unknown> {
		return this.log.append(draft);
	}

	pause(reason: string, code?: string): Promise<void> {
		return this.emit('run.paused', { reason, ...(code ? { code } : {}) });
	}
	propose(blueprint: Blueprint, envelope: Envelope): Promise<void> {
		return this.emit('plan.proposed', { blueprint }, envelope);
	}
	/** All tasks of the plan, in order, and the blueprint where it is another. */
	plan(tasks: readonly PlannedTask[], reason: string, blueprint?: Blueprint): Promise<void> {
		return this.emit('plan.patched', { tasks: tasks.map(plannedPart), reason, ...(blueprint ? { blueprint } : {}) });
	}
	failTask(taskId: string, failure: { code: string; message: string; willRetry: boolean; from?: string }): Promise<void> {
		const { code, message, willRetry, from } = failure;
		return this.emit('task.failed', { error: { code, message }, willRetry }, { taskId, ...(from ? { from } : {}) });
	}
	skipTask(taskId: string, reason: string): Promise<void> {
		return this.emit('task.skipped', { reason }, { taskId });
	}
	ask(question: { questionId: string; question: string; default: string }, envelope: Envelope): Promise<void> {
		return this.emit('question.asked', question, envelope);
	}
	message(text: string, envelope: Envelope): Promise<void> {
		return this.emit('message', { text }, envelope);
	}
}

/** A task without the state that it has meanwhile. */
export function plannedPart(task: PlannedTask): PlannedTask {
	const { id, title, role, kind, feature, needs, publishes, writes, criteria, estimate, isLaid, request } = task;
	const optional = { ...(feature ? { feature } : {}), ...(isLaid ? { isLaid } : {}), ...(request ? { request } : {}) };
	return { id, title, role, kind, needs, publishes, writes, criteria, estimate, ...optional };
}
