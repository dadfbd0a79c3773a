import { expect, test } from 'vitest';
import { runEventSchema, stampEvent, type EventDraft, type RunEvent } from '../../../src/lib/domain/events';
import type { PlannedTask } from '../../../src/lib/domain/task';
import { StoredEventLog } from '../../../src/lib/log/event-log';
import { foldEvents, reduce } from '../../../src/lib/log/reducer';
import { initialRunState } from '../../../src/lib/log/state';
import { workedMsAt } from '../../../src/lib/log/fold/worked-time';
import { MemoryEventStore } from '../support/memory-event-store';

const task: PlannedTask = {
	id: 'api:orders',
	title: 'Serve orders',
	role: 'backend',
	kind: 'api',
	needs: [],
	publishes: [],
	writes: [],
	criteria: ['R1.1'],
	estimate: 1
};
const blueprint = {
	title: 'Shop',
	slug: 'shop',
	summary: 'A shop.',
	requirements: [{ id: 'R1', text: 'The app shall list orders.', criteria: [{ id: 'R1.1', text: 'Orders are listed.' }] }],
	features: [{ name: 'orders', kind: 'crud' }]
};
type Part = Pick<EventDraft, 'topic' | 'payload'> & Partial<EventDraft>;
const log = (...parts: Part[]): RunEvent[] =>
	parts.map((part, index) =>
		stampEvent({ runId: 'r', from: 'conductor', ...part } as EventDraft, { id: `e${index}`, seq: index + 1, time: 1000 + index })
	);

const begin: Part[] = [
	{ topic: 'run.started', payload: { requirement: 'A shop', projectId: 'p', model: 'm' } },
	{ topic: 'plan.proposed', payload: { blueprint } as never },
	{ topic: 'plan.approved', payload: {} },
	{ topic: 'plan.patched', payload: { tasks: [task] } }
];
const claim: Part = { topic: 'task.claimed', taskId: task.id, payload: { agent: 'backend-1', role: 'backend' } };

test('a criterion goes from open over building and built to proven', () => {
	const status = (...more: Part[]) => foldEvents(log(...begin, ...more)).requirements[0]?.criteriaStatus['R1.1'];
	const result: Part = { topic: 'task.result', from: 'backend-1', taskId: task.id, payload: { summary: 'Done.' } };
	const proof: Part = { topic: 'check.reported', payload: { gate: 'tests', ok: true, summary: '', provenCriteria: ['R1.1'] } };
	expect([status(), status(claim), status(claim, result), status(claim, result, proof)]).toEqual([
		'open',
		'building',
		'built',
		'proven'
	]);
});

test('tokens and money are counted for the run and for the agent', () => {
	const call: Part = {
		topic: 'model.called',
		from: 'backend-1',
		taskId: task.id,
		payload: { model: 'm', requestHash: 'h', latencyMs: 1 },
		cost: { inputTokens: 10, outputTokens: 5, money: 0.5 }
	};
	const state = foldEvents(log(...begin, claim, call, call));
	expect(state.budget).toMatchObject({ inputTokens: 20, outputTokens: 10, money: 1, calls: 2 });
	expect(state.agents['backend-1']).toMatchObject({ inputTokens: 20, outputTokens: 10, money: 1, calls: 2 });
});

test('an event that was folded already changes nothing', () => {
	const events = log(...begin);
	expect(foldEvents([...events, ...events])).toEqual(foldEvents(events));
});

test('once ended, a run stays ended', () => {
	const state = foldEvents(
		log(...begin, { topic: 'run.cancelled', payload: {} }, { topic: 'gate.opened', payload: { gate: 'package' } })
	);
	expect(state.phase).toBe('cancelled');
});

test('an event whose payload does not fit its topic is refused', () => {
	const [first] = log(begin[0] as Part);
	expect(runEventSchema.safeParse({ ...first, payload: { requirement: 1 } }).success).toBe(false);
	expect(runEventSchema.safeParse({ ...first, topic: 'run.exploded' }).success).toBe(false);
});

test('an event is stored before anybody hears of it, and seq has no gaps', async () => {
	const store = new MemoryEventStore();
	const eventLog = new StoredEventLog(store);
	const known: number[] = [];
	let count = 0;
	eventLog.subscribe(() => void store.read('r').then((events) => known.push(events.length - ++count)));
	await Promise.all(
		Array.from({ length: 5 }, (_, index) =>
			eventLog.append({ runId: 'r', from: 'user', topic: 'message', payload: { text: `${index}` } })
		)
	);
	expect((await store.read('r')).map((event) => event.seq)).toEqual([1, 2, 3, 4, 5]);
	expect(known.every((ahead) => ahead >= 0)).toBe(true);
});

test('the clock counts work: no pauses, nothing between the end and a new wish', () => {
	const at = (...times: [number, Part][]) =>
		foldEvents(
			times.map(([time, part], index) =>
				stampEvent({ runId: 'r', from: 'conductor', ...part } as EventDraft, { id: `e${index}`, seq: index + 1, time })
			)
		);
	const history: [number, Part][] = [
		[0, begin[0] as Part],
		[100, { topic: 'run.paused', payload: {} }],
		[900, { topic: 'run.resumed', payload: {} }],
		[950, { topic: 'run.finished', payload: { outcome: 'done', summary: '', durationMs: 0 } }],
		[5000, { topic: 'run.resumed', payload: { reason: 'a wish' } }]
	];
	const worked = (count: number, time: number) => workedMsAt(at(...history.slice(0, count)), time);
	expect([worked(1, 60), worked(2, 700), worked(3, 920), worked(4, 4000), worked(5, 5010)]).toEqual([60, 100, 120, 150, 160]);
});

test('no gate goes on running after the end', () => {
	const opened: Part = { topic: 'gate.opened', payload: { gate: 'types' } };
	expect(foldEvents(log(...begin, opened)).gates.types.status).toBe('running');
	expect(foldEvents(log(...begin, opened, { topic: 'run.cancelled', payload: {} })).gates.types.status).toBe('pending');
});

test('files written one after the other leave the state that each would leave by itself', () => {
	const file = (path: string, from: string, hash: string): Part => ({
		...{ topic: 'artifact.published', from, artifactRefs: [{ id: `file:${path}`, sha256: hash }] },
		payload: { name: `file:${path}`, kind: 'file', path, sizeBytes: 3, added: 1, removed: 0 }
	});
	const writes = [
		file('a.ts', 'conductor', '1'),
		file('b.ts', 'backend-1', '2'),
		file('a.ts', 'user', '3'),
		file('a.ts', 'backend-1', '4')
	];
	const events = log(
		...begin,
		claim,
		...writes,
		{ topic: 'run.finished', payload: { outcome: 'done', summary: 'Done.' } },
		...writes
	);
	const oneByOne = events.reduce((state, event) => reduce(state, event), initialRunState());
	expect(foldEvents(events)).toEqual(oneByOne);
	expect(oneByOne.files['a.ts']).toMatchObject({ version: 6, by: 'backend-1' });
	expect(oneByOne.requests[0]?.files['a.ts']).toMatchObject({ before: null, after: '4', added: 2 });
});
