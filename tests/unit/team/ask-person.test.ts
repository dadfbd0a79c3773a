import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StoredEventLog } from '../../../src/lib/log/event-log';
import { askPerson } from '../../../src/lib/team/conductor/ask-person';
import { LiveRun } from '../../../src/lib/team/conductor/live-run';
import { AppError } from '../../../src/lib/domain/app-error';
import { MemoryEventStore } from '../support/memory-event-store';

const QUESTION = { agent: 'backend-1', taskId: 'api:tips', question: 'Round up or down?', byDefault: 'up' };
const ID = 'api:tips:Round up or down?';

async function openRun() {
	const run = new LiveRun(new StoredEventLog(new MemoryEventStore()), 'run-1');
	await run.load();
	return run;
}
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('a question of an agent', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it('waits for the person', async () => {
		const run = await openRun();
		const answer = askPerson(run, QUESTION, 60_000);
		await vi.advanceTimersByTimeAsync(59_000);
		await run.write.emit('question.answered', { questionId: ID, answer: 'down' }, { from: 'user' });
		expect(await answer).toBe('down');
		expect(vi.getTimerCount()).toBe(0);
	});

	it('takes its default after the time that the person set, and the log says so', async () => {
		const run = await openRun();
		const answer = askPerson(run, QUESTION, 60_000);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(await answer).toMatch(/Nobody has answered\. Go on with: up/);
		expect(run.state.questions).toMatchObject([{ id: ID, answer: 'up', byDefault: true }]);
	});

	it('with no time to wait takes its default at once', async () => {
		expect(await askPerson(await openRun(), QUESTION, 0)).toMatch(/Go on with: up/);
	});

	it('does not run out of time while the run is paused', async () => {
		const run = await openRun();
		let answer: string | undefined;
		const asked = askPerson(run, QUESTION, 60_000).then((text) => (answer = text));
		await vi.advanceTimersByTimeAsync(50_000);
		await run.pause('A break.');
		await vi.advanceTimersByTimeAsync(3_600_000);
		expect(answer).toBeUndefined();
		await run.resume();
		await settle();
		await vi.advanceTimersByTimeAsync(9_000);
		expect(answer).toBeUndefined();
		await vi.advanceTimersByTimeAsync(1_000);
		await asked;
		expect(answer).toMatch(/Nobody has answered/);
	});

	it('that was answered before is not asked again', async () => {
		const run = await openRun();
		const first = askPerson(run, QUESTION, 60_000);
		await settle();
		await run.write.emit('question.answered', { questionId: ID, answer: 'down' }, { from: 'user' });
		await first;
		expect(await askPerson(run, QUESTION, 60_000)).toBe('down');
		expect(run.state.questions).toHaveLength(1);
	});

	it('ends with the run, and leaves no timer', async () => {
		const run = await openRun();
		const answer = askPerson(run, QUESTION, 60_000);
		const failed = expect(answer).rejects.toMatchObject({ code: 'RUN_STOPPED' });
		await settle();
		run.abort(new AppError('RUN_STOPPED', 'Stopped.'));
		await failed;
		expect(vi.getTimerCount()).toBe(0);
	});
});
