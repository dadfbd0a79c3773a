import type { RunEvent } from '../run/events';
import { roleOf } from './roles';

/** The run as lanes over time: one per agent, spans for tasks, arcs for messages. */

export interface Span {
	id: string;
	lane: string;
	label: string;
	fromMs: number;
	/** The end, or the log's last moment while it runs. */
	toMs: number;
	state: 'running' | 'done' | 'failed';
}
export interface Arc {
	id: string;
	from: string;
	to: string;
	timeMs: number;
	label: string;
}
export interface Timeline {
	/** Agent ids, in order of appearance. */
	lanes: string[];
	spans: Span[];
	arcs: Arc[];
	fromMs: number;
	toMs: number;
}

/** Times are milliseconds since the run's first event. */
export function timelineOf(events: readonly RunEvent[]): Timeline {
	const startMs = events[0]?.time ?? 0;
	const toMs = (events.at(-1)?.time ?? startMs) - startMs;
	const lanes: string[] = [];
	const spans = new Map<string, Span>();
	const arcs: Arc[] = [];
	const titles = new Map<string, string>();
	const lane = (agent: string): string => {
		if (!lanes.includes(agent)) lanes.push(agent);
		return agent;
	};
	for (const event of events) {
		const timeMs = event.time - startMs;
		lane(event.from);
		if (event.topic === 'plan.patched') for (const task of event.payload.tasks) titles.set(task.id, task.title);
		if (event.topic === 'task.claimed' && event.taskId)
			spans.set(event.taskId, {
				id: `${event.taskId}@${event.seq}`,
				lane: lane(event.payload.agent),
				label: titles.get(event.taskId) ?? event.taskId,
				fromMs: timeMs,
				toMs,
				state: 'running'
			});
		const span = event.taskId === undefined ? undefined : spans.get(event.taskId);
		if (span && event.topic === 'task.result') spans.set(event.taskId ?? '', { ...span, toMs: timeMs, state: 'done' });
		if (span && event.topic === 'task.failed') spans.set(event.taskId ?? '', { ...span, toMs: timeMs, state: 'failed' });
		if (event.to && event.to !== event.from)
			arcs.push({ id: event.id, from: event.from, to: lane(event.to), timeMs, label: event.topic });
		if (event.topic === 'fix.requested')
			arcs.push({ id: event.id, from: event.from, to: laneOfRole(lanes, event.payload.owner), timeMs, label: 'fix requested' });
	}
	return { lanes, spans: [...spans.values()], arcs: arcs.filter((arc) => lanes.includes(arc.to)), fromMs: 0, toMs };
}

function laneOfRole(lanes: string[], owner: string): string {
	return lanes.find((one) => one === owner) ?? lanes.find((one) => roleOf(one) === owner) ?? owner;
}
