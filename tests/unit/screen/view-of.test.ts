import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runEventSchema, type RunEvent } from '../../../src/lib/domain/events';
import { foldEvents } from '../../../src/lib/log/reducer';
import { timelineOf } from '../../../src/lib/screen/run/timeline';
import { eventView } from '../../../src/lib/screen/run/event-view';
import { viewOf } from '../../../src/lib/screen/run/view-of';

const recorded: unknown = JSON.parse(readFileSync(new URL('../../fixtures/run-01.json', import.meta.url), 'utf8'));
const events: RunEvent[] = runEventSchema.array().parse(recorded);
const view = viewOf(foldEvents(events));
const upTo = (seq: number) => viewOf(foldEvents(events.filter((event) => event.seq <= seq)));

describe('the view of a run', () => {
	it('says it needs the person while a question is open', () => {
		expect(view.status).toBe('needs-you');
		expect(view.word).toEqual({ text: 'needs you', tone: 'warn' });
		expect(view.questions).toEqual([
			{
				id: 'q-1',
				from: 'backend-1',
				text: 'May I add the package nodemailer for invitations?',
				options: ['No, show the link instead'],
				fallback: 'No, show the link instead'
			}
		]);
	});
	it('lists one row per agent in the order of the roles', () => {
		expect(view.agents.map((agent) => [agent.label, agent.word.text])).toEqual([
			['Architect', 'done'],
			['Database', 'done'],
			['Backend', 'needs you'],
			['Backend 2', 'done'],
			['Frontend', 'writing'],
			['DevOps', 'done'],
			['QA', 'waiting']
		]);
	});
	it('tells faults of one kind apart', () => {
		const state = foldEvents(events);
		const [failure] = state.failures;
		if (!failure) throw new Error('The recorded run has a failure.');
		const ids = viewOf({ ...state, failures: [failure, failure, failure] }).problems.map(({ id }) => id);
		expect(new Set(ids).size).toBe(3);
	});
	it('shows the architect planning until the blueprint is approved', () => {
		expect(upTo(2).agents.map((agent) => [agent.label, agent.word.text, agent.doing])).toEqual([
			['Architect', 'planning', 'Reading the requirement']
		]);
	});
	it('shows a role of the plan that nobody has taken yet as waiting', () => {
		const devops = upTo(8).agents.find((agent) => agent.role === 'devops');
		expect(devops).toMatchObject({ label: 'DevOps', word: { text: 'waiting' }, doing: 'Next: Container, CI. Needs contract' });
	});
	it('turns the artifacts a task needs into the tasks that publish them', () => {
		expect(view.tasks.find((task) => task.id === 'dash')?.needs).toEqual(['contract', 'design']);
	});
	it('proves a criterion by a passing test only', () => {
		expect(view.criteria.map((criterion) => `${criterion.id} ${criterion.word.text}`)).toEqual([
			'R1.1 proven',
			'R1.2 building',
			'R1.3 proven',
			'R2.1 proven',
			'R2.2 building',
			'R3.1 building',
			'R3.2 failing'
		]);
	});
	it('names the owner of a failure and the try it is at', () => {
		expect(view.problems).toMatchObject([
			{ path: 'src/routes/customers.ts', lineNumber: 58, owner: 'backend', repair: 'repairing, try 1 of 3' }
		]);
	});
	it('counts done tasks in the phase that is on', () => {
		expect(upTo(20).phases.map((phase) => `${phase.label} ${phase.state}`)).toEqual([
			'Blueprint done',
			'Plan done',
			'Build 2/11 now',
			'Verify ahead',
			'Live ahead'
		]);
	});
	it('says of every event what happened in words', () => {
		const silent = events.map(eventView).filter((row) => row.text === '' && row.topic !== 'plan.approved');
		expect(silent).toEqual([]);
	});
});

describe('the timeline', () => {
	it('gives each agent a lane and each task a span within the run', () => {
		const timeline = timelineOf(events);
		expect(timeline.lanes).toContainEqual({ id: 'backend-2', label: 'Backend 2', role: 'backend' });
		expect(timeline.spans.filter((span) => !span.lane.startsWith('gate:'))).toHaveLength(9);
		for (const span of timeline.spans) expect(span.fromMs <= span.toMs && span.toMs <= timeline.toMs).toBe(true);
	});
	it('gives each gate a lane below the agents, with a span for each of its rounds', () => {
		const gate = (seq: number, topic: string, payload: object) =>
			runEventSchema.parse({
				...events[0],
				id: `g${seq}`,
				seq,
				time: seq * 1000,
				topic,
				to: undefined,
				taskId: undefined,
				payload
			});
		const { lanes, spans } = timelineOf([
			gate(1, 'gate.opened', { gate: 'types', round: 1 }),
			gate(2, 'gate.closed', { gate: 'types', ok: false, summary: '' }),
			gate(4, 'gate.opened', { gate: 'types', round: 2 }),
			gate(5, 'gate.opened', { gate: 'tests', round: 1 }),
			gate(7, 'gate.closed', { gate: 'types', ok: true, summary: '' })
		]);
		expect(lanes.slice(-2).map((lane) => lane.label)).toEqual(['Types', 'Tests']);
		expect(spans.map(({ label, fromMs, toMs, state }) => [label, fromMs, toMs, state])).toEqual([
			['Types', 0, 1000, 'failed'],
			['Types, round 2', 3000, 6000, 'done'],
			['Tests', 4000, 6000, 'running']
		]);
	});
	it('is empty for a run without events', () => {
		expect(timelineOf([])).toEqual({ lanes: [], spans: [], arcs: [], fromMs: 0, toMs: 0 });
	});
});
