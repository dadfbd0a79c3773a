import { expect, test } from 'vitest';
import type { Container } from '../../../src/lib/container/container';
import type { RunEvent } from '../../../src/lib/domain/events';
import { passingGates, teamRun } from '../support/team-run';

const nowhere = { writeFile: async () => undefined, rm: async () => undefined } as unknown as Container;

async function events(): Promise<RunEvent[]> {
	const { conductor, log } = teamRun({ container: async () => nowhere, gates: passingGates });
	await conductor.run();
	return log.read('run-1');
}

test('every event but the first has a cause that came before it, and each leads back to the requirement', async () => {
	const log = await events();
	const byId = new Map(log.map((event) => [event.id, event]));
	const [first, ...rest] = log;
	expect(first).toMatchObject({ topic: 'run.started', causeId: null });
	for (const event of rest) {
		let cause = event;
		while (cause.causeId !== null) {
			const before = byId.get(cause.causeId);
			expect(before, `${cause.topic} ${cause.seq}`).toBeDefined();
			if (!before) break;
			expect(before.seq).toBeLessThan(cause.seq);
			cause = before;
		}
		expect(cause.topic).toBe('run.started');
	}
});

test('a task starts because of the last thing that it needed, and its events follow one another', async () => {
	const log = await events();
	const byId = new Map(log.map((event) => [event.id, event]));
	const claims = log.filter((event) => event.topic === 'task.claimed' && event.taskId?.startsWith('api:'));
	expect(claims.length).toBeGreaterThan(0);
	for (const claim of claims) expect(byId.get(claim.causeId ?? '')?.topic).toMatch(/^(artifact\.published|plan\.patched)$/);
	for (const event of log)
		if (event.topic === 'tool.called' || event.topic === 'task.result')
			expect(byId.get(event.causeId ?? '')?.taskId).toBe(event.taskId);
});

test('a tool answers the call that asked, though agents work at the same time', async () => {
	const log = await events();
	const byId = new Map(log.map((event) => [event.id, event]));
	for (const event of log)
		if (event.topic === 'tool.returned')
			expect(byId.get(event.causeId ?? '')).toMatchObject({ topic: 'tool.called', payload: { callId: event.payload.callId } });
});

test('after a reload causes are found as if nothing had happened', async () => {
	const { conductor, log, store } = teamRun({ container: async () => nowhere, gates: passingGates });
	await conductor.run();
	const later = teamRun({}, store);
	const draft = { topic: 'artifact.superseded', runId: 'run-1', from: 'user', payload: { name: 'file:package.json' } } as const;
	const event = await later.log.append(draft);
	const published = (await log.read('run-1')).findLast(
		(candidate) => candidate.topic === 'artifact.published' && candidate.payload.name === 'file:package.json'
	);
	expect(event.causeId).toBe(published?.id);
});
