import { describe, expect, it } from 'vitest';
import { planTasks } from '../../../src/lib/team/planning/task-graph';
import { blueprintSlice } from '../../../src/lib/team/agents/blueprint-slice';
import { extractOf } from '../../../src/lib/team/agents/extract';
import { promptFiles } from '../../../src/lib/team/agents/prompt-files';
import { readPrompt } from '../../../src/lib/team/agents/prompts';
import { taskPrompt } from '../../../src/lib/team/conductor/task-prompt';
import { freshTask } from '../../../src/lib/log/fold/tasks';
import { initialRunState, type RunState } from '../../../src/lib/log/state';
import { standardTeam } from '../../../src/lib/team/roles/registry';
import type { Failure } from '../../../src/lib/domain/check';
import type { PlannedTask } from '../../../src/lib/domain/task';
import { Workspace } from '../../../src/lib/project/workspace';
import { tipsBlueprint } from '../support/tips-blueprint';

const tasks = planTasks(tipsBlueprint, [
	'src/features/users/contract.ts',
	'migrations/0001_core.sql',
	'migrations/0002_users.sql'
]);
const taskOf = (id: string): PlannedTask => tasks.find((task) => task.id === id)!;
const slice = (id: string) => blueprintSlice(tipsBlueprint, taskOf(id));
const files = new Workspace(
	Object.entries({
		'migrations/0003_tips.sql': 'create table tips ();',
		'migrations/0004_comments.sql': 'create table comments ();',
		'src/features/users/contract.ts': 'users',
		'src/features/tips/contract.ts':
			"import * as z from 'zod';\n/** A tip. */\nexport const Tip = z.object({\n\tid: z.number()\n});\nexport const api = {\n\tlist: endpoint({ id: 'listTips', tag: 'Tips', summary: 'All tips' })\n};\n",
		'src/features/tips/repo.ts': 'repo',
		'src/features/tips/routes.ts': 'routes',
		'src/features/tips/seed.ts': 'seed',
		'src/features/tips/pages.tsx': 'pages',
		'src/features/tips/list.page.tsx': '<Button className="x">New tip</Button>',
		'src/features/tips/api.test.ts': 'test',
		'src/features/comments/contract.ts': 'comments'
	})
);
const shown = (id: string, failures: Failure[] = []) =>
	promptFiles(taskOf(id), tipsBlueprint, files, failures).map(({ path, isExtract }) => (isExtract ? `(${path})` : path));

describe('the slice of the blueprint', () => {
	it('of a feature has its own entity, criteria and pages, and a line for what it builds on', () => {
		const text = slice('api:comments');
		expect(text).toContain("Entity comment 'Comment', inside tip, of feature comments");
		expect(text).toContain("- text 'Text': longText, optional");
		expect(text).toContain("Entity tip 'Tip', of feature tips: title");
		expect(text).toContain('Features and their pages: users; tips /tips; comments /comments; home /');
		expect(text).not.toMatch(/R1|R2|Fly|Everybody/);
	});
	it('has criteria word for word, with what the person said', () => {
		expect(slice('tests:tips')).toContain(
			'R1 When a member adds a tip, the app shall list it. (the person: "members add tips")\n- R1.1 A tip is listed.\n- R1.2 A tip without a title is refused.'
		);
		expect(slice('tests:tips')).toContain("Journey J1 'Share': member: adds a tip (/tips)");
	});
	it('says who may do what, and ranges', () => {
		expect(slice('schema:tips')).toContain(
			"Entity tip 'Tip', belongs to who made it, of feature tips; read: member; delete: owner\n- title 'Title': text, required, max 120"
		);
	});
	it('of looks, roles and docs has just that', () => {
		expect(slice('theme')).toMatch(/teal/);
		expect(slice('theme')).not.toMatch(/Entity|R1/);
		expect(slice('app')).toContain("- admin 'Organiser' (*:manage)");
		expect(slice('docs')).toMatch(/R2\.1 The start page says how many\.[\s\S]*/);
		expect(slice('docs')).toMatch(/Everybody sees all tips[\s\S]*Fly/);
		expect(slice('docs')).not.toContain('Entity');
	});
	it('of every task is a fraction of the whole', () => {
		for (const task of tasks)
			expect(blueprintSlice(tipsBlueprint, task).length).toBeLessThan(JSON.stringify(tipsBlueprint).length / 2);
	});
});

describe('the files that are shown', () => {
	it('are what the work is about, whole, and extracts of what it builds on', () => {
		expect(shown('schema:comments')).toEqual([
			'migrations/0004_comments.sql',
			'(migrations/0003_tips.sql)',
			'(src/features/tips/seed.ts)'
		]);
		expect(shown('api:tips')).toEqual([
			'src/features/tips/contract.ts',
			'src/features/tips/repo.ts',
			'src/features/tips/routes.ts',
			'migrations/0003_tips.sql'
		]);
		expect(shown('ui:comments')).toEqual(['src/features/comments/contract.ts', '(src/features/tips/contract.ts)']);
		expect(shown('tests:tips')).toEqual([
			...['src/features/tips/api.test.ts', 'src/features/tips/seed.ts', '(src/features/tips/contract.ts)'],
			...['(src/features/tips/list.page.tsx)', '(src/features/tips/pages.tsx)']
		]);
	});
	it('of a repair begin with those that the failures name', () => {
		const fix: PlannedTask = { ...taskOf('api:tips'), id: 'fix-1', kind: 'fix', writes: ['src/features/tips/repo.ts'] };
		const failure: Failure = {
			fingerprint: 'f',
			gate: 'tests',
			code: 'TEST',
			message: 'at src/features/comments/contract.ts:3 and src/features/tips/api.test.ts',
			file: 'src/features/tips/routes.ts',
			suspects: ['src/features/tips/repo.ts']
		};
		const paths = promptFiles(fix, tipsBlueprint, files, [failure]).map(({ path }) => path);
		expect(paths.slice(0, 4)).toEqual([
			'src/features/tips/routes.ts',
			'src/features/tips/repo.ts',
			'src/features/comments/contract.ts',
			'src/features/tips/api.test.ts'
		]);
		expect(paths).toContain('src/features/tips/contract.ts');
	});
	it('leave out what finds no room', () => {
		const big = new Workspace([
			['src/features/tips/contract.ts', 'x'.repeat(60_000)],
			['migrations/0003_tips.sql', 'small']
		]);
		expect(promptFiles(taskOf('api:tips'), tipsBlueprint, big).map(({ path }) => path)).toEqual(['migrations/0003_tips.sql']);
	});
});

describe('an extract', () => {
	it('of a contract is a line for each statement, without imports, comments and words for people', () => {
		expect(extractOf('src/features/tips/contract.ts', files.read('src/features/tips/contract.ts') ?? '')).toBe(
			"export const Tip = z.object({ id: z.number() });\nexport const api = { list: endpoint({ id: 'listTips', }) };"
		);
	});
	it('of a page keeps labels and texts, and drops what is for the eye', () => {
		expect(
			extractOf(
				'a.page.tsx',
				'import a from \'b\';\n\nexport const A = () => (\n\t<Button look="primary" className="x" aria-label="Add">New tip</Button>\n);'
			)
		).toBe('export const A = () => (\n<Button aria-label="Add">New tip</Button>\n);');
	});
	it('keeps addresses and texts with slashes', () => {
		expect(extractOf('a.ts', "export const url = 'https://example.com/a'; // why\n")).toBe(
			"export const url = 'https://example.com/a';"
		);
	});
});

describe('the prompt of a task', () => {
	const stateWith = (patch: (task: PlannedTask) => object = () => ({})): RunState => ({
		...initialRunState(),
		blueprint: tipsBlueprint,
		tasks: tasks.map((task) => ({ ...freshTask(task), ...patch(task) }))
	});
	const prompt = (task: PlannedTask, state: RunState, more = {}) =>
		taskPrompt(task, state, { role: standardTeam[2]!, requirement: 'Tips!', files, failures: [], ...more });

	it('carries the last words of those whose work it builds on', () => {
		const state = stateWith(({ id }) =>
			id === 'schema:tips' || id === 'theme' ? { status: 'done', note: `Words of ${id}.` } : {}
		);
		const { user } = prompt(taskOf('api:tips'), state);
		expect(user).toContain('<summaries>schema:tips (dba): Words of schema:tips.</summaries>');
	});
	it('of a repair carries those of the whole feature, earlier repairs too', () => {
		const fix = { ...taskOf('ui:tips'), id: 'fix-2', kind: 'fix' as const };
		const state = stateWith(() => ({}));
		state.tasks = [
			...state.tasks.map((task) =>
				task.feature === 'tips' ? { ...task, status: 'done' as const, note: `${task.id} is done.` } : task
			),
			{ ...freshTask({ ...fix, id: 'fix-1' }), status: 'done', note: 'I changed the label.' }
		];
		const { user } = prompt(fix, state);
		expect(user).toMatch(/api:tips \(backend\): api:tips is done\.[\s\S]*fix-1 \(frontend\): I changed the label\./);
	});
	it('is a slice for an AI model, and the whole blueprint for the built-in one, which makes files of it', () => {
		const task = taskOf('api:tips');
		expect(readPrompt(prompt(task, stateWith()).user).blueprint).toBe(blueprintSlice(tipsBlueprint, task));
		expect(JSON.parse(readPrompt(prompt(task, stateWith(), { isWhole: true }).user).blueprint!)).toEqual(tipsBlueprint);
	});
	it('without a blueprint there is none', () => {
		expect(() => prompt(taskOf('api:tips'), initialRunState())).toThrow(expect.objectContaining({ code: 'NO_BLUEPRINT' }));
	});
});
