import type { EventDraft, RunEvent } from '../domain/events';

/**
 * Tells which earlier event of a run led to a new one, so that "why" can be followed from any event back to the requirement.
 * Events belong to threads (a task, a gate, a question, a tool call, an artifact, the plan); a new event follows the latest event of the
 * threads that it goes on with, and where it goes on with none, the latest of the run.
 */
export class Causes {
	#latest: string | null = null;
	#threads = new Map<string, { id: string; seq: number }>();
	#needs = new Map<string, readonly string[]>();

	/** Takes in an event of the run; in the order of `seq`. */
	note(event: RunEvent): void {
		this.#latest = event.id;
		for (const thread of threadsOf(event)) this.#threads.set(thread, event);
		if (event.topic !== 'plan.patched') return;
		for (const task of event.payload.tasks) {
			if (!this.#needs.has(task.id)) this.#threads.set(`planned:${task.id}`, event);
			this.#needs.set(task.id, task.needs);
		}
	}

	/** The id of the event that led to this one; null for the first of a run. */
	causeOf(draft: EventDraft): string | null {
		const known = this.#followedBy(draft).flatMap((thread) => this.#threads.get(thread) ?? []);
		return known.sort((a, b) => b.seq - a.seq)[0]?.id ?? this.#latest;
	}

	/** The threads that may have led to an event. */
	#followedBy(draft: EventDraft): string[] {
		switch (draft.topic) {
			case 'task.claimed': {
				const { taskId = '' } = draft;
				const needs = (this.#needs.get(taskId) ?? []).map((need) => `artifact:${need}`);
				return [`task:${taskId}`, `planned:${taskId}`, ...needs];
			}
			case 'plan.patched':
				return ['fix', 'plan', 'run'];
			case 'fix.requested':
				return draft.payload.failures.map(({ gate }) => `gate:${gate}`);
			case 'preview.ready':
				return ['gate:boot'];
			case 'gate.opened':
				return [];
			default:
				return threadsOf(draft).slice(0, 1);
		}
	}
}

/** The threads that an event belongs to, the closest first. */
function threadsOf(event: RunEvent | EventDraft): string[] {
	const task = event.taskId ? [`task:${event.taskId}`] : [];
	switch (event.topic) {
		case 'tool.called':
			return [...task, callOf(event)];
		case 'tool.returned':
			return [callOf(event), ...task];
		case 'artifact.published':
		case 'artifact.superseded':
			return [...task, `artifact:${event.payload.name}`];
		case 'question.asked':
		case 'question.answered':
			return [`question:${event.payload.questionId}`, ...task];
		case 'gate.opened':
		case 'gate.progress':
		case 'gate.closed':
		case 'check.reported':
			return [`gate:${event.payload.gate}`];
		case 'fix.requested':
			return ['fix'];
		case 'plan.proposed':
			return [...task, 'plan'];
		case 'plan.approved':
		case 'plan.patched':
			return ['plan'];
		case 'run.started':
		case 'run.paused':
		case 'run.resumed':
			return ['run'];
		default:
			return task;
	}
}

function callOf({ from, payload }: { from: string; payload: { callId: string } }): string {
	return `call:${from}/${payload.callId}`;
}
