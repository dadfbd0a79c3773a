import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runEventSchema, type RunEvent } from '../../../src/lib/domain/events';
import { foldEvents } from '../../../src/lib/log/reducer';
import { RunLog } from '../../../src/lib/log/run-log';

const recorded: RunEvent[] = runEventSchema
	.array()
	.parse(JSON.parse(readFileSync(new URL('../../fixtures/run-01.json', import.meta.url), 'utf8')));
/** Long enough for several snapshots, with gaps between the numbers. */
const events = Array.from({ length: 8 }, () => recorded)
	.flat()
	.map((event, index): RunEvent => ({ ...event, id: `${event.id}/${index}`, seq: 2 * index + 1 }));

test('each event is taken once, and told with the state that it leads to', () => {
	const log = new RunLog(events.slice(0, 3));
	const told: [number, number][] = [];
	log.subscribe((added) => told.push([added.length, log.state.lastSeq]));
	log.append(events.slice(2, 5));
	log.append(events.slice(0, 5));
	expect(told).toEqual([[2, events[4]?.seq]]);
	expect(log.events).toEqual(events.slice(0, 5));
});

test('the array of events stays the same one', () => {
	const log = new RunLog();
	const { events: seen } = log;
	log.append(events);
	expect(seen).toHaveLength(events.length);
});

test('the state at any event is the fold of all up to it', () => {
	const log = new RunLog(events);
	const seqs = [0, 1, 2, 63, 64, 127, 128, 129, 130, 257, log.state.lastSeq, log.state.lastSeq + 9];
	for (const seq of seqs) expect(log.stateAt(seq)).toEqual(foldEvents(events.filter((event) => event.seq <= seq)));
	expect(log.state).toEqual(foldEvents(events));
});
