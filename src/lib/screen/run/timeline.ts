import type { RunEvent } from '../../domain/events';
import { GATE_LABELS } from './gates';
import { agentLabel, roleOf } from '../../domain/role-names';

/** The run as lanes over time: one per agent with spans for its tasks and arcs for messages, then one per gate with a span for each round. */

export interface Lane {
	/** An agent's, or `gate:NAME`. */
	id: string;
	label: string;
	/** The agent's; gates have none. */
	role: string | undefined;
}
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
	/** Of all that did something, in order of appearance. */
	lanes: Lane[];
	spans: Span[];
	arcs: Arc[];
	fromMs: number;
	toMs: number;
}

/** Times are milliseconds since the run's first event. */
export function timelineOf(events: readonly RunEvent[]): Timeline {
	const startMs = events[0]?.time ?? 0;
	const toMs = (events.at(-1)?.time ?? startMs) - startMs;
	const agents: string[] = [];
	const gates: Lane[] = [];
	/** By task or gate. */
	const running = new Map<string, Span>();
	const ended: Span[] = [];
	const arcs: Arc[] = [];
	const titles = new Map<string, string>();
	const lane = (agent: string): string => {
		if (!agents.includes(agent)) agents.push(agent);
		return agent;
	};
	const end = (key: string | undefined, timeMs: number, state: Span['state']): void => {
		const span = key === undefined ? undefined : running.get(key);
		if (key === undefined || !span) return;
		ended.push({ ...span, toMs: timeMs, state });
		running.delete(key);
	};
	for (const event of events) {
		const timeMs = event.time - startMs;
		lane(event.from);
		if (event.topic === 'plan.patched') for (const task of event.payload.tasks) titles.set(task.id, task.title);
		if (event.topic === 'task.claimed' && event.taskId) {
			// Whoever had it before is gone.
			end(event.taskId, timeMs, 'failed');
			running.set(event.taskId, {
				id: `${event.taskId}@${event.seq}`,
				lane: lane(event.payload.agent),
				label: titles.get(event.taskId) ?? event.taskId,
				fromMs: timeMs,
				toMs,
				state: 'running'
			});
		}
		if (event.topic === 'task.result') end(event.taskId, timeMs, 'done');
		if (event.topic === 'task.failed') end(event.taskId, timeMs, 'failed');
		if (event.topic === 'gate.opened') {
			const { gate, round } = event.payload;
			const [id, name] = [`gate:${gate}`, GATE_LABELS[gate]];
			if (!gates.some((known) => known.id === id)) gates.push({ id, label: name, role: undefined });
			const label = round > 1 ? `${name}, round ${round}` : name;
			running.set(id, { id: `${id}@${event.seq}`, lane: id, label, fromMs: timeMs, toMs, state: 'running' });
		}
		if (event.topic === 'gate.closed') end(`gate:${event.payload.gate}`, timeMs, event.payload.ok ? 'done' : 'failed');
		if (event.to && event.to !== event.from)
			arcs.push({ id: event.id, from: event.from, to: lane(event.to), timeMs, label: event.topic });
		if (event.topic === 'fix.requested')
			arcs.push({ id: event.id, from: event.from, to: laneOfRole(agents, event.payload.owner), timeMs, label: 'fix requested' });
	}
	const spans = [...ended, ...running.values()];
	const heard = arcs.filter((arc) => agents.includes(arc.to));
	const busy = new Set([...spans.map((span) => span.lane), ...heard.flatMap((arc) => [arc.from, arc.to])]);
	const lanes = agents.filter((id) => busy.has(id)).map((id): Lane => ({ id, label: agentLabel(id), role: roleOf(id) }));
	return { lanes: [...lanes, ...gates], spans, arcs: heard, fromMs: 0, toMs };
}

function laneOfRole(agents: string[], owner: string): string {
	return agents.find((agent) => agent === owner) ?? agents.find((agent) => roleOf(agent) === owner) ?? owner;
}
