import { expect, it } from 'vitest';
import { Workspace } from '../../../src/lib/project/workspace';
import { runEventSchema, type EventDraft } from '../../../src/lib/domain/events';
import { plannedTaskSchema, type PlannedTask } from '../../../src/lib/domain/task';
import { initialRunState } from '../../../src/lib/log/state';
import { reduce } from '../../../src/lib/log/reducer';
import { Conversations } from '../../../src/lib/team/conductor/conversations';
import { PublishedContracts } from '../../../src/lib/team/conductor/published-contracts';
import { SavedConversations } from '../../../src/lib/team/conductor/saved-conversations';
import type { Workbench } from '../../../src/lib/team/conductor/workbench';
import { Faults } from '../../../src/lib/team/conductor/faults';
import type { Blueprint } from '../../../src/lib/domain/blueprint';
import { freshTask } from '../../../src/lib/log/fold/tasks';
import { planTasks } from '../../../src/lib/team/planning/task-graph';
import { tipsBlueprint } from '../support/tips-blueprint';
import { TaskHost, type HostServices } from '../../../src/lib/team/conductor/task-host';
import { writeTracked } from '../../../src/lib/team/conductor/tracked-files';

const PATH = 'src/a.ts';

interface HostParts {
	task?: Partial<PlannedTask>;
	ask?: HostServices['ask'];
	workbench?: Partial<Workbench>;
	files?: Record<string, string>;
	tasks?: readonly PlannedTask[];
	blueprint?: Blueprint;
}

function openHost({ task: part, ask, workbench = {}, files = {}, tasks = [], blueprint }: HostParts = {}) {
	const workspace = new Workspace(Object.entries(files));
	let state = initialRunState();
	let seq = 0;
	const append = async (draft: EventDraft) => {
		seq += 1;
		const base = { version: 1, id: `e${seq}`, seq, time: seq, causeId: null, artifactRefs: [] };
		state = reduce(state, runEventSchema.parse({ ...base, ...draft }));
	};
	const task = plannedTaskSchema.parse({
		id: 'serve',
		title: 'Serve',
		role: 'backend',
		kind: 'api',
		needs: [],
		publishes: [],
		writes: ['src/**'],
		criteria: [],
		...part
	});
	const services = {
		...{ runId: 'run', workspace, append, state: () => state, faults: new Faults([], () => undefined) },
		...{
			mayCall: async () => undefined,
			roles: ['architect', 'backend', 'frontend', 'qa'],
			kill: () => undefined,
			contractChanged: async () => undefined,
			ask: ask ?? (async () => '')
		},
		...{ workbench: workbench as Workbench, conversations: new Conversations() },
		saved: new SavedConversations(undefined, 'run'),
		contracts: new PublishedContracts({ runId: 'run', workspace, append, state: () => state })
	};
	if (blueprint) state = { ...state, blueprint };
	state = { ...state, tasks: tasks.map(freshTask) };
	return {
		host: new TaskHost(services, task, 'backend-1'),
		append,
		lay: (path: string, content: string) => writeTracked(services, { path, content, by: 'conductor' }),
		edit: (content: string) => writeTracked(services, { path: PATH, content, by: 'user' }),
		workspace
	};
}

it('deletes what a person edited by hand only after reading it', async () => {
	const { host, edit, workspace } = openHost();
	await host.writeFile(PATH, 'one');
	await edit('two');
	await expect(host.deleteFile(PATH)).rejects.toMatchObject({ code: 'EDITED_BY_HAND', data: { path: PATH } });
	expect(workspace.read(PATH)).toBe('two');
	await host.readFile(PATH);
	await host.deleteFile(PATH);
	expect(workspace.read(PATH)).toBeUndefined();
});

it('replaces what a person edited by hand only after reading it', async () => {
	const { host, edit, workspace } = openHost();
	await host.writeFile(PATH, 'one');
	await edit('two');
	await expect(host.writeFile(PATH, 'three')).rejects.toMatchObject({ code: 'EDITED_BY_HAND', data: { path: PATH } });
	expect(workspace.read(PATH)).toBe('two');
	await host.readFile(PATH);
	await edit('two, again');
	await expect(host.writeFile(PATH, 'three')).rejects.toMatchObject({ code: 'EDITED_BY_HAND' });
	await host.readFile(PATH);
	await host.writeFile(PATH, 'two, again, and three');
	expect(workspace.read(PATH)).toBe('two, again, and three');
});

it('finds lines whatever their case', async () => {
	const { host } = openHost({ files: { 'a.ts': 'const ThemeSwitch = 1;\nother' } });
	expect(await host.search('themeswitch', '')).toEqual(['a.ts:1: const ThemeSwitch = 1;']);
});

it('answers for frozen files by an outline, and lists them by folder; a repair reads what runs', async () => {
	const text = `export function work(a: string): number {\n${'\treturn 1;\n'.repeat(200)}}\n`;
	const writes = ['src/features/tips/**'];
	const open = async (kind: PlannedTask['kind']) => {
		const desk = openHost({ task: { kind, writes }, blueprint: tipsBlueprint });
		await desk.lay('src/web/a.ts', text);
		await desk.lay('src/web/b.ts', text);
		await desk.host.writeFile('src/features/tips/own.ts', text);
		return desk.host;
	};
	const host = await open('api');
	expect(await host.outline('src/web/a.ts')).toBe('export function work(a: string): number;');
	expect(await host.outline('src/features/tips/own.ts')).toBeUndefined();
	expect(await host.listFiles('')).toEqual(['src/features/tips/own.ts', 'src/web/ (2 frozen files of the frame)']);
	expect(await host.listFiles('src/web')).toEqual(['src/web/a.ts', 'src/web/b.ts']);
	expect(await (await open('fix')).outline('src/web/a.ts')).toBeUndefined();
});

it('says with a write what rules of the frame it breaks, and before the end what is left of them', async () => {
	const { host } = openHost({ task: { kind: 'tests', feature: 'tips', criteria: ['R1.1', 'R1.2'] }, blueprint: tipsBlueprint });
	expect(await host.writeFile('src/features/tips/api.test.ts', "test('R1.1 R7.7 adds', f);")).toEqual([
		expect.stringContaining('R7.7')
	]);
	expect(await host.review()).toEqual([expect.stringContaining('R7.7'), expect.stringContaining("no test's title names R1.2")]);
	await host.writeFile('src/features/tips/api.test.ts', "test('R1.1 R1.2 adds', f);");
	expect(await host.review()).toEqual([]);
});

it('takes a hand-over to who owns the file, and refuses one to nobody', async () => {
	const tasks = planTasks(tipsBlueprint, ['src/features/users/contract.ts']);
	const own = tasks.find(({ id }) => id === 'ui:tips')!;
	const { host } = openHost({ task: { ...own, kind: 'fix' }, tasks });
	expect(await host.handOver('src/features/tips/repo.ts', 'The sum.')).toEqual({
		file: 'src/features/tips/repo.ts',
		isEnd: true
	});
	expect(await host.handOver('backend', 'The sum.')).toEqual({ file: 'src/features/tips/contract.ts', isEnd: true });
	expect(host.handOvers).toHaveLength(2);
	await expect(host.handOver('nowhere', 'No.')).rejects.toMatchObject({ code: 'HAND_OVER_DENIED' });
	expect(await openHost({ task: own, tasks }).host.handOver('qa', 'The label.')).toMatchObject({ isEnd: false });
});

it('runs what needs consent only when the person says yes', async () => {
	const asked: string[] = [];
	const answers = ['yes, do', 'no'];
	const { host } = openHost({
		ask: async (_agent, _task, question) => {
			asked.push(question);
			return answers.shift() ?? '';
		},
		workbench: { run: async (command, consent) => String(await consent(command)) }
	});
	expect([await host.run('npm i a'), await host.run('npm i b'), await host.run('npm i c')]).toEqual(['true', 'false', 'false']);
	expect(asked[0]).toBe("May I run 'npm i a' in the project? (yes or no)");
});

it('tells an answer that came after its default was taken', async () => {
	const desk = openHost({
		ask: async () => {
			await desk.append({
				runId: 'run',
				from: 'backend-1',
				taskId: 'serve',
				topic: 'question.asked',
				payload: { questionId: 'q', question: 'Up or down?', default: 'up' }
			});
			await desk.append({
				runId: 'run',
				from: 'conductor',
				topic: 'question.answered',
				payload: { questionId: 'q', answer: 'up', byDefault: true }
			});
			return 'Nobody has answered.';
		}
	});
	await desk.host.ask('Up or down?', 'up');
	expect(await desk.host.beforeCall()).toEqual([]);
	await desk.append({ runId: 'run', from: 'user', topic: 'question.answered', payload: { questionId: 'q', answer: 'down' } });
	expect(await desk.host.beforeCall()).toEqual(['You asked: Up or down? The answer has come: down']);
	expect(await desk.host.beforeCall()).toEqual([]);
});
