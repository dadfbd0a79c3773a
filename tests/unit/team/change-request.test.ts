import { describe, expect, it } from 'vitest';
import type { ChangePlanInput } from '../../../src/lib/domain/change-plan';
import type { EventDraft } from '../../../src/lib/domain/events';
import { costOf } from '../../../src/lib/log/fold/requests';
import { skyBlueprint } from '../../support/sky-blueprint';
import { filesOf, firstRun, team, wish } from '../support/change-team';
import { MemoryEventStore } from '../support/memory-event-store';
import { passingGates, teamRun } from '../support/team-run';
import { writeTracked } from '../../../src/lib/team/conductor/tracked-files';
import { failureOf, reportOf } from '../../../src/lib/team/gates/gate';
import { tipsBlueprint } from '../support/tips-blueprint';

/** Laid from the blueprint, whatever else a change is. */
const REQUIREMENTS = 'docs/requirements.md';
const without = (files: Record<string, string>, path: string) =>
	Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));

describe('a request about an app that is there', () => {
	const change: ChangePlanInput = {
		kind: 'change',
		reply: 'Tips get a rating. That touches their server and page.',
		notBuilt: ['and a parrot'],
		blueprint: {
			set: { requirements: [{ id: 'R4', text: 'The app shall rate tips.', criteria: [{ id: 'R4.1', text: 'A tip is rated.' }] }] }
		},
		steps: [
			{
				title: 'Serve ratings',
				role: 'backend',
				what: 'Add rating.',
				files: ['src/features/tips/routes.ts'],
				criteria: ['R4.1']
			},
			{ title: 'Show ratings', role: 'frontend', what: 'Show rating.', files: ['src/features/tips/list.page.tsx'], after: [1] }
		]
	};
	const write = {
		'change-2/1': { 'src/features/tips/routes.ts': 'export const rating = 1;\n' },
		'change-2/2': { 'src/features/tips/list.page.tsx': 'export const Page = () => null;\n' }
	};

	it('is planned, carried out by the agents that it needs, and leaves every other file as it was', async () => {
		const { options, jobs } = team(tipsBlueprint, { plans: [change], write });
		const first = await firstRun(options);
		const [before, doneBefore] = [filesOf(first.workspace), jobs.length];
		const { conductor, workspace } = wish(options, first, 'Rate the tips, and a parrot');
		const state = await conductor.run();

		expect(jobs.slice(doneBefore).map(({ task, agent }) => `${task.id} ${agent}`)).toEqual([
			'change-2 architect-1',
			'change-2/1 backend-1',
			'change-2/2 frontend-1'
		]);
		const { [REQUIREMENTS]: requirements = '', ...others } = filesOf(workspace);
		expect(others).toEqual({ ...without(before, REQUIREMENTS), ...write['change-2/1'], ...write['change-2/2'] });
		expect(requirements).toContain('**R4.1** A tip is rated.');
		expect(state.phase).toBe('done');
		expect(state.summary).toContain('Not built: "and a parrot".');
		expect(state.requirements.map(({ id }) => id)).toEqual(['R1', 'R2', 'R3', 'R4']);
		expect(state.tasks.every(({ status }) => status === 'done')).toBe(true);
		const [requirement, request] = state.requests;
		expect(requirement).toMatchObject({ id: 'request-1', status: 'done' });
		expect(request).toMatchObject({
			id: 'request-2',
			text: 'Rate the tips, and a parrot',
			status: 'done',
			before: { phase: 'done' }
		});
		expect(Object.keys(request?.files ?? {})).toEqual([
			REQUIREMENTS,
			'src/features/tips/routes.ts',
			'src/features/tips/list.page.tsx'
		]);
		expect(request && costOf(state, request).calls).toBe(0);
	});

	it('shows who plans it the project, and who carries out a step the files that it is about', async () => {
		const routes = { 'api:tips': { 'src/features/tips/routes.ts': 'export const routes = [];\n' } };
		const { options, jobs } = team(tipsBlueprint, { plans: [change], write: { ...routes, ...write } });
		const first = await firstRun(options);
		await wish(options, first, 'Rate the tips').conductor.run();
		const prompts = new Map(jobs.map(({ task, prompt }) => [task.id, prompt]));
		expect(prompts.get('change-2')).toContain('src/features/tips/routes.ts (2): routes');
		expect(prompts.get('change-2')).toContain('<wish>Rate the tips</wish>');
		expect(prompts.get('change-2/1')).toContain('<file path="src/features/tips/routes.ts">export const routes = [];');
		expect(prompts.get('change-2/1')).toContain('<step>Add rating.</step>');
		expect(prompts.get('change-2/2')).toContain('change-2/1 (backend): Did change-2/1.');
	});

	it('that only looks different is laid from the blueprint, without a model', async () => {
		const plan: ChangePlanInput = {
			kind: 'change',
			reply: 'The background becomes teal.',
			blueprint: { design: { ground: 'teal' } }
		};
		const { options, jobs } = team(skyBlueprint(), { plans: [plan] });
		const first = await firstRun(options);
		const [before, doneBefore] = [filesOf(first.workspace), jobs.length];
		const { conductor, workspace } = wish(options, first, 'Make it teal');
		const state = await conductor.run();
		expect(state.phase).toBe('done');
		expect(jobs.slice(doneBefore).map(({ task }) => task.id)).toEqual(['change-2']);
		const changed = Object.entries(filesOf(workspace)).filter(([path, text]) => before[path] !== text);
		expect(changed.map(([path]) => path)).toContain('src/web/theme.css');
		expect(changed.length).toBeLessThan(8);
	});

	it('is shown to its agents with the pictures that came with it, not with those of the requirement', async () => {
		const pictureOf = (name: string) => ({ name, url: 'data:image/png;base64,AAAA' });
		const { options, jobs } = team(tipsBlueprint, { plans: [change], write });
		const first = await firstRun({ ...options, pictures: [pictureOf('drawing.png')] });
		const wish = { text: 'Rate the tips', pictures: [pictureOf('stars.png')] };
		await teamRun(
			{ ...options, pictures: [pictureOf('drawing.png')], workspace: first.workspace, wish },
			first.store
		).conductor.run();
		const seen = new Map(jobs.map(({ task, images = [] }) => [task.id, images.map(({ name }) => name)]));
		expect([seen.get('blueprint'), seen.get('change-2'), seen.get('change-2/1'), seen.get('change-2/2')]).toEqual([
			['drawing.png'],
			['stars.png'],
			[],
			['stars.png']
		]);
		// Where it goes on after a reload, the wish itself is gone.
		const events = await first.store.read('run-1');
		const store = new MemoryEventStore();
		const planned = events.findIndex(({ topic, taskId }) => topic === 'task.result' && taskId === 'change-2/1');
		for (const event of events.slice(0, planned + 1)) await store.append(event);
		const resumed = { ...options, pictures: [pictureOf('drawing.png')], workspace: first.workspace };
		await teamRun({ ...resumed, wishPictures: wish.pictures }, store).conductor.run();
		expect(jobs.at(-1)).toMatchObject({ task: { id: 'change-2/2' }, images: wish.pictures });
	});

	it('is planned by somebody who knows what fails', async () => {
		const { options, jobs } = team(tipsBlueprint, { plans: [change], write });
		const failing = async () =>
			reportOf('types', performance.now(), { summary: 'One error.', failures: [failureOf('types', 'TS2551', 'No such name.')] });
		const first = teamRun({ ...options, gates: { ...passingGates, types: failing } });
		expect((await first.conductor.run()).phase).toBe('incomplete');
		const state = await wish(options, first, 'Rate the tips').conductor.run();
		expect(jobs.find(({ task }) => task.id === 'change-2')?.prompt).toContain('## What fails now\n- types: No such name.');
		expect(state.failures).toEqual([]);
	});

	it('that is a question is answered, and the project stands as it stood', async () => {
		const { options } = team(tipsBlueprint, { plans: [{ kind: 'answer', reply: 'It keeps tips.' }] });
		const first = await firstRun(options);
		const [files, { summary }] = [filesOf(first.workspace), first.conductor.state];
		const { conductor, workspace } = wish(options, first, 'What does this do?');
		const state = await conductor.run();
		expect(filesOf(workspace)).toEqual(files);
		expect(state).toMatchObject({ phase: 'done', summary });
		// What was found out of the app still stands, and is before who answers.
		expect(state.gates.tests.status).toBe('passed');
		expect(state.requests[1]).toMatchObject({ status: 'answered', plan: { reply: 'It keeps tips.' } });
	});

	it('that is a check finds out what holds, asks nobody and changes nothing', async () => {
		const { options, jobs } = team(tipsBlueprint);
		const first = await firstRun(options);
		await first.workspace.write('src/features/tips/routes.ts', 'broken', 'user');
		const [files, doneBefore] = [filesOf(first.workspace), jobs.length];
		const check = (gates: typeof passingGates) =>
			teamRun(
				{ ...options, gates, workspace: first.workspace, wish: { text: 'Check it.', isCheck: true } },
				first.store
			).conductor.run();
		const failing = async () =>
			reportOf('types', performance.now(), { summary: 'One error.', failures: [failureOf('types', 'TS2551', 'No such name.')] });
		const state = await check({ ...passingGates, types: failing });
		expect(state).toMatchObject({ phase: 'incomplete', summary: 'types: One error.', repairs: [] });
		expect(state.failures.map(({ code }) => code)).toEqual(['TS2551']);
		expect(await check(passingGates)).toMatchObject({
			phase: 'done',
			failures: [],
			requests: [{}, {}, { status: 'done', files: {} }]
		});
		expect(filesOf(first.workspace)).toEqual(files);
		expect(jobs).toHaveLength(doneBefore);
	});

	it('looks at types and at the build too, once a person has written in what code laid', async () => {
		const { options } = team(skyBlueprint());
		const first = await firstRun(options);
		expect(first.conductor.state.gates).toMatchObject({ types: { status: 'pending' }, build: { status: 'pending' } });
		const places = { runId: 'run-1', workspace: first.workspace, append: (draft: EventDraft) => first.log.append(draft) };
		await writeTracked(places, { path: 'src/web/main.tsx', content: "const a: number = 'x';", by: 'user' });
		const wish = { text: 'Check it.', isCheck: true };
		const { gates } = await teamRun({ ...options, workspace: first.workspace, wish }, first.store).conductor.run();
		expect(gates).toMatchObject({ types: { status: 'passed' }, build: { status: 'passed' } });
	});

	it('that nobody understands comes to nothing, and the project stands as it stood', async () => {
		const { options } = team(tipsBlueprint, { plans: [] });
		const first = await firstRun(options);
		const [files, { summary }] = [filesOf(first.workspace), first.conductor.state];
		const { conductor, workspace } = wish(options, first, 'Colourless green ideas');
		const state = await conductor.run();
		expect(filesOf(workspace)).toEqual(files);
		expect(state.requests[1]).toMatchObject({ status: 'failed', plan: null, summary: expect.stringContaining('NOT_UNDERSTOOD') });
		expect(state).toMatchObject({ phase: 'done', summary });
		expect(state.gates.tests.status).toBe('passed');
	});

	it('waits for approval where it is planned first, and takes in what is said meanwhile', async () => {
		const other: ChangePlanInput = { ...change, reply: 'Only the server.', steps: change.steps?.slice(0, 1) };
		const { options, jobs } = team(tipsBlueprint, { plans: [change, other], write });
		const first = await firstRun(options);
		const { conductor, log } = teamRun(
			{ ...options, workspace: first.workspace, wish: { text: 'Rate the tips', isPlanFirst: true } },
			first.store
		);
		let waits = 0;
		log.subscribe(({ topic }) => {
			if (topic !== 'request.planned') return;
			waits++;
			setTimeout(() => void (waits === 1 ? conductor.say('Only the server, please.') : conductor.approve()));
		});
		const state = await conductor.run();
		expect(state.phase).toBe('done');
		expect(state.requests[1]?.plan?.reply).toBe('Only the server.');
		expect(
			jobs.filter(({ task }) => task.id === 'change-2').map(({ prompt }) => prompt.includes('Only the server, please.'))
		).toEqual([false, true]);
		expect(state.tasks.filter(({ request }) => request).map(({ id }) => id)).toEqual(['change-2', 'change-2/laid', 'change-2/1']);
	});

	it('goes on after a reload where it stopped', async () => {
		const { options, jobs } = team(tipsBlueprint, { plans: [change], write });
		const first = await firstRun(options);
		const cut = wish(options, first, 'Rate the tips');
		// As far as the log came when the tab was closed.
		await cut.conductor.run();
		const events = await first.store.read('run-1');
		const until = events.findIndex(({ topic, taskId }) => topic === 'task.result' && taskId === 'change-2/1');
		const store = new MemoryEventStore();
		for (const event of events.slice(0, until + 1)) await store.append(event);
		const before = jobs.length;
		const state = await teamRun({ ...options, workspace: first.workspace }, store).conductor.run();
		expect(state.phase).toBe('done');
		expect(jobs.slice(before).map(({ task }) => task.id)).toEqual(['change-2/2']);
		expect(state.requests).toHaveLength(2);
	});

	it('may be about a project that was made elsewhere', async () => {
		const plan: ChangePlanInput = {
			kind: 'change',
			reply: 'The greeting becomes friendlier.',
			steps: [{ title: 'Greet', role: 'backend', what: 'Say hello.', files: ['server.js'] }]
		};
		const { options, jobs } = team(tipsBlueprint, {
			plans: [plan],
			write: { 'change-2/1': { 'server.js': "console.log('hello');\n" } }
		});
		const imported = teamRun(options);
		const run = { runId: 'run-1', from: 'user' };
		await imported.log.append({
			...run,
			topic: 'run.started',
			payload: { requirement: 'Imported.', projectId: 'project-1', model: 'none' }
		});
		await imported.workspace.write('server.js', "console.log('hi');\n", 'user');
		await imported.log.append({ ...run, topic: 'run.finished', payload: { outcome: 'incomplete', summary: 'Imported.' } });
		const { conductor, workspace } = wish(options, imported, 'Say hello instead');
		const state = await conductor.run();
		expect(state.summary).toContain('Fine.');
		expect(state.phase).toBe('done');
		expect(workspace.read('server.js')).toBe("console.log('hello');\n");
		expect(jobs.map(({ task }) => task.id)).toEqual(['change-2', 'change-2/1']);
	});
});
