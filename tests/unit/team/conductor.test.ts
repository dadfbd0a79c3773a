import { expect, test } from 'vitest';
import { foldEvents } from '../../../src/lib/log/reducer';
import { failureOf, reportOf } from '../../../src/lib/team/gates/gate';
import { faultNames } from '../../../src/lib/domain/fault';
import type { Container } from '../../../src/lib/container/container';
import type { ChatModel } from '../../../src/lib/models/chat';
import { OpenAiChat } from '../../../src/lib/models/openai-chat';
import { builtinEndpoint } from '../../../src/lib/models/providers';
import { AppError } from '../../../src/lib/domain/app-error';
import { LocalAgents } from '../../../src/lib/team/agents/local-agents';
import { handleChatCompletion } from '../../../workers/builtin-model/index';
import { MemoryEventStore } from '../support/memory-event-store';
import { passingGates, teamRun } from '../support/team-run';

const nowhere = { writeFile: async () => undefined, rm: async () => undefined } as unknown as Container;
const checked = { container: async () => nowhere, gates: passingGates };

test('a requirement becomes a blueprint, tasks and the files of an app', async () => {
	const { conductor, workspace } = teamRun(checked);
	const state = await conductor.run();
	expect(state.summary).toContain('Fine.');
	expect(state.phase).toBe('done');
	expect(state.tasks.every((task) => task.status === 'done')).toBe(true);
	expect(workspace.list('src/features').some((path) => path.endsWith('/routes.ts') && path.includes('customers'))).toBe(true);
	expect(state.budget.calls).toBeGreaterThan(state.tasks.length);
});

test('the state after a run is the fold of its log, and the log reads the same twice', async () => {
	const { conductor, log } = teamRun(checked);
	const state = await conductor.run();
	const events = await log.read('run-1');
	expect(foldEvents(events)).toEqual(state);
	expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
});

test('a run goes on where a closed tab left it', async () => {
	const store = new MemoryEventStore();
	const first = teamRun(checked, store);
	const events: Awaited<ReturnType<typeof first.log.read>> = [];
	first.log.subscribe((event) => {
		events.push(event);
	});
	await first.conductor.run();
	const cut = events.findIndex((event) => event.topic === 'task.result' && event.taskId?.startsWith('schema:'));
	const half = new MemoryEventStore();
	for (const event of events.slice(0, cut)) await half.append(event);
	const { conductor } = teamRun({ ...checked, workspace: first.workspace }, half);
	const state = await conductor.run();
	expect(state.phase).toBe('done');
	expect(state.tasks.every((task) => task.status === 'done')).toBe(true);
});

test('every injected fault is survived', async () => {
	const { conductor, log } = teamRun({ ...checked, faults: faultNames });
	const state = await conductor.run();
	const struck = (await log.read('run-1')).flatMap((event) => (event.topic === 'fault.injected' ? [event.payload.fault] : []));
	expect(struck.sort()).toEqual([...faultNames].sort());
	expect(state.phase).toBe('done');
});

test('a failure goes to the owner of the file, and a run that does not get on ends with a report', async () => {
	const { conductor, log } = teamRun({
		container: async () => nowhere,
		gates: {
			...passingGates,
			types: async (context) => {
				const file = context.files.list('src/features').find((path) => path.endsWith('customers/routes.ts'));
				return reportOf('types', performance.now(), {
					summary: '1 type error.',
					failures: [failureOf('types', 'TS1', 'No.', { file })]
				});
			}
		}
	});
	const state = await conductor.run();
	expect(state.phase).toBe('incomplete');
	// What the built-in model writes again is the same: no fix, so whoever may write across features is asked, in the same round.
	const requests = (await log.read('run-1')).flatMap((event) => (event.topic === 'fix.requested' ? [event.payload] : []));
	expect(requests.map(({ owner }) => owner)).toEqual(['backend', 'backend']);
	expect(requests[1]?.failures[0]?.asked?.[0]).toMatch(/^backend: Wrote \d files/);
	expect(state.summary).toContain(
		'Could not be repaired. types: 1 type error. Asked: backend about TS1 in src/features/customers/routes.ts: changed nothing'
	);
});

test('a run that gives up has run its tests to their end, though another gate had stopped them', async () => {
	let runs = 0;
	const { conductor } = teamRun({
		container: async () => nowhere,
		gates: {
			...passingGates,
			types: async () =>
				reportOf('types', performance.now(), { summary: '1 type error.', failures: [failureOf('types', 'TS1', 'No.')] }),
			tests: async ({ signal }) => {
				runs++;
				// The types fail before the tests have ended: stopped, unless they run alone.
				await new Promise((resolve) => setTimeout(resolve, 20));
				signal.throwIfAborted();
				return reportOf('tests', performance.now(), { summary: '7 of 7 tests passed.' });
			}
		}
	});
	const state = await conductor.run();
	expect(state.phase).toBe('incomplete');
	expect(runs).toBeGreaterThan(1);
	expect(state.gates.tests).toMatchObject({ status: 'passed', summary: '7 of 7 tests passed.' });
});

test('a changed frozen file that fails goes back to what the frame brought', async () => {
	const { conductor, workspace } = teamRun({
		container: async () => nowhere,
		gates: { ...passingGates, package: undefined },
		faults: ['hallucinated-package']
	});
	const state = await conductor.run();
	expect(state.phase).toBe('done');
	expect(workspace.read('package.json')).not.toContain('nobody-made');
});

test('pausing stops new calls, resuming goes on, stopping ends the run', async () => {
	const { conductor, log } = teamRun(checked);
	let isPaused = false;
	log.subscribe((event) => {
		if (event.topic === 'task.claimed' && event.taskId === 'app' && !isPaused) {
			isPaused = true;
			void conductor
				.pause('A look around.')
				.then(() => conductor.resume())
				.then(() => conductor.stop());
		}
	});
	const state = await conductor.run();
	expect(state.phase).toBe('cancelled');
	expect(state.tasks.some((task) => task.status === 'waiting')).toBe(true);
});

test('words in the middle of a run of the built-in model are answered with what to do', async () => {
	const { conductor, log } = teamRun({ ...checked });
	let isSaid = false;
	log.subscribe((event) => {
		if (event.topic !== 'task.result' || event.taskId === 'blueprint' || isSaid) return;
		isSaid = true;
		void conductor.say('Make the buttons green.');
	});
	const state = await conductor.run();
	expect(state.messages.map(({ from, to }) => [from, to])).toEqual([
		['user', null],
		['conductor', 'user']
	]);
	expect(state.messages[1]?.text).toContain('choose an AI model in Settings');
});

/** Once the run has come to rest; its event is written a moment earlier. */
const paused = (conductor: { state: { isPaused: boolean } }) =>
	expect.poll(() => conductor.state.isPaused, { timeout: 20_000, interval: 10 }).toBe(true);

test('a model that refuses the key pauses the run after one call, and the task is done once it is resumed', async () => {
	const chat = new OpenAiChat(builtinEndpoint, { builtin: handleChatCompletion });
	let calls = 0;
	const refusing: ChatModel = {
		complete: (request, signal) => {
			if (++calls === 1)
				throw new AppError('MODEL_AUTH', 'The key was refused.', {
					data: { model: 'm', baseUrl: 'https://m.test', status: 401 }
				});
			return chat.complete(request, signal);
		}
	};
	const { conductor, log } = teamRun({ ...checked, isUnattended: false, runner: new LocalAgents(() => refusing) });
	const pauses: unknown[] = [];
	log.subscribe((event) => {
		if (event.topic !== 'run.paused') return;
		pauses.push({ ...event.payload, calls });
		void paused(conductor).then(() => conductor.resume());
	});
	const state = await conductor.run();
	expect(pauses).toEqual([{ reason: 'The key was refused.', code: 'MODEL_AUTH', calls: 1 }]);
	expect(state.phase).toBe('done');
});

test('a registry that cannot be reached pauses the run, which goes on where it was', async () => {
	let isDown = true;
	const { conductor, log } = teamRun({
		...checked,
		isUnattended: false,
		gates: {
			...passingGates,
			install: async () => {
				const failures = isDown ? [failureOf('install', 'REGISTRY_UNREACHABLE', 'The registry is gone.')] : [];
				return reportOf('install', performance.now(), { summary: isDown ? 'Down.' : 'Fine.', failures });
			}
		}
	});
	const pauses: unknown[] = [];
	log.subscribe((event) => {
		if (event.topic !== 'run.paused') return;
		pauses.push(event.payload);
		isDown = false;
		void paused(conductor).then(() => conductor.resume());
	});
	const state = await conductor.run();
	expect(pauses).toEqual([{ reason: 'The registry is gone.', code: 'REGISTRY_UNREACHABLE' }]);
	expect(state).toMatchObject({ phase: 'done', fixAttempts: {} });
});

test('a spent budget ends an unattended run', async () => {
	const { conductor } = teamRun({ ...checked, budget: { tokens: 1 } });
	const state = await conductor.run();
	expect(state.tasks.some((task) => task.note.includes('budget'))).toBe(true);
	expect(state.phase).not.toBe('idle');
});

test('a spent budget pauses the run, which goes on once it is raised', async () => {
	const { conductor, log } = teamRun({ ...checked, isUnattended: false, budget: { tokens: 5000 } });
	const pauses: unknown[] = [];
	log.subscribe((event) => {
		if (event.topic !== 'run.paused') return;
		pauses.push(event.payload.code);
		void paused(conductor)
			.then(() => conductor.setBudget({ money: null, tokens: null, timeMs: null }))
			.then(() => conductor.resume());
	});
	const state = await conductor.run();
	expect([pauses, state.phase]).toEqual([['BUDGET_SPENT'], 'done']);
});

test('a run that is taken up again has the model and the limits that are set by then', async () => {
	const { conductor, store } = teamRun({ ...checked, isUnattended: false, budget: { tokens: 5000, money: 2 } });
	void conductor.run();
	await paused(conductor);
	const later = teamRun({ ...checked, isUnattended: false, model: 'another', budget: { tokens: null, money: 2 } }, store);
	const end = later.conductor.run();
	await later.conductor.loaded;
	await later.conductor.resume();
	const state = await end;
	expect([state.phase, state.model, state.budget.limits]).toEqual(['done', 'another', { money: 2, tokens: null, timeMs: null }]);
});

test('a limit that the person raised stays raised when the run is taken up again', async () => {
	const { conductor, store } = teamRun({ ...checked, isUnattended: false, budget: { tokens: 5000 } });
	void conductor.run();
	await paused(conductor);
	await conductor.setBudget({ money: null, tokens: null, timeMs: null });
	const later = teamRun({ ...checked, isUnattended: false, budget: { tokens: 5000 } }, store);
	const end = later.conductor.run();
	await later.conductor.loaded;
	await later.conductor.resume();
	const state = await end;
	expect([state.phase, state.budget.limits.tokens]).toEqual(['done', null]);
});

test('a plan waits for approval when it was asked for', async () => {
	const { conductor, log } = teamRun({ ...checked, isAutoApproved: false });
	log.subscribe((event) => {
		if (event.topic === 'plan.proposed') queueMicrotask(() => void conductor.approve());
	});
	expect((await conductor.run()).phase).toBe('done');
});

test('a program that cannot start is reported, and the run ends as incomplete with its files', async () => {
	const { conductor, workspace } = teamRun({
		container: async () => nowhere,
		gates: { ...passingGates, install: () => Promise.reject(new Error("ENOENT, spawn 'npm'")) }
	});
	const state = await conductor.run();
	expect(state.phase).toBe('incomplete');
	expect(state.summary).toContain("spawn 'npm'");
	expect(state.gates.install.status).toBe('failed');
	expect(workspace.list('src/features').length).toBeGreaterThan(10);
});
