import type { Payload, RunEvent } from '../../domain/events';
import type { EventView } from './run-view';

/** One line of words per event, for the bus and the timeline. */
export function eventView(event: RunEvent): EventView {
	return {
		id: event.id,
		seq: event.seq,
		timeMs: event.time,
		topic: event.topic,
		from: event.from,
		to: event.to,
		taskId: event.taskId,
		text: textOf(event)
	};
}
function publishedText({ name, path, added, removed, contract }: Payload<'artifact.published'>): string {
	if (contract) return `${name}, version ${contract.version}${contract.changes.length ? `: ${contract.changes.join('; ')}` : ''}`;
	return path ? `${name} +${added} −${removed}` : name;
}
function textOf(event: RunEvent): string {
	switch (event.topic) {
		case 'run.started':
			return event.payload.requirement.slice(0, 160);
		case 'plan.proposed':
			return event.payload.blueprint.title;
		case 'plan.patched':
			return `${event.payload.tasks.length} tasks. ${event.payload.reason}`;
		case 'task.claimed':
			return `${event.payload.agent} took ${event.taskId ?? 'a task'}`;
		case 'task.failed':
			return event.payload.error.message;
		case 'artifact.published':
			return publishedText(event.payload);
		case 'artifact.superseded':
			return event.payload.name;
		case 'question.asked':
			return event.payload.question;
		case 'question.answered':
			return event.payload.answer;
		case 'model.called':
			return `${event.payload.model}, ${Math.round(event.payload.latencyMs)} ms${event.payload.error ? `: ${event.payload.error.message}` : ''}`;
		case 'model.changed':
			return event.payload.model;
		case 'preview.ready':
			return `port ${event.payload.port}`;
		case 'gate.opened':
			return event.payload.gate;
		case 'fix.requested':
			return `${event.payload.failures.length} failures to ${event.payload.owner}, try ${event.payload.attempt}`;
		default: {
			const payload: Record<string, unknown> = event.payload;
			const said = payload.text ?? payload.summary ?? payload.reason ?? payload.detail ?? payload.change ?? '';
			return String(said);
		}
	}
}
