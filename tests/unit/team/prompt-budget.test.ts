import { beforeAll, describe, expect, it } from 'vitest';
import { brokenRules } from '../../../src/lib/frames/fullstack/write-rules';
import { freshTask } from '../../../src/lib/log/fold/tasks';
import { initialRunState, type RunState } from '../../../src/lib/log/state';
import { Workspace } from '../../../src/lib/project/workspace';
import { taskPrompt } from '../../../src/lib/team/conductor/task-prompt';
import { planTasks } from '../../../src/lib/team/planning/task-graph';
import { roleFor, standardTeam } from '../../../src/lib/team/roles/registry';
import { fullstackFrame } from '../../../src/lib/frames/fullstack';
import { generateApp } from '../../../workers/builtin-model/generate-app';
import { CUSTOMER_DASHBOARD } from '../../fixtures/requirements.mjs';

/** A whole app of a real size, all of it written: the most that its tasks can be shown. */
let app: Awaited<ReturnType<typeof generateApp>>;
let state: RunState;
const tokens = (text: string) => Math.ceil(text.length / 4);

beforeAll(async () => {
	app = await generateApp(CUSTOMER_DASHBOARD);
	const tasks = planTasks(app.blueprint, fullstackFrame(app.blueprint).keys());
	state = {
		...initialRunState(),
		blueprint: app.blueprint,
		tasks: tasks.map((task) => ({ ...freshTask(task), status: 'done', note: 'Wrote what the blueprint asks for. '.repeat(8) }))
	};
});

const prompts = () =>
	state.tasks
		.filter(({ kind }) => kind !== 'plan')
		.map((task) => ({
			task,
			...taskPrompt(task, state, {
				role: roleFor(standardTeam, task).role,
				requirement: CUSTOMER_DASHBOARD,
				files: new Workspace(app.files),
				failures: []
			})
		}));

describe('the prompts of a whole app', () => {
	it('are short: a task knows what it needs in about 5,000 tokens', () => {
		const sizes = prompts().map(({ system, user }) => tokens(system) + tokens(user));
		expect(Math.max(...sizes)).toBeLessThan(14_000);
		expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeLessThan(6_000);
	});

	it('have a constant part of at most 3,000 tokens', () => {
		for (const { system, task } of prompts()) expect(tokens(system), task.id).toBeLessThan(3_000);
	});

	it('are the same for the same task, so that providers can keep them', () => {
		const plain = (all: ReturnType<typeof prompts>) => all.map(({ system, user }) => [system, user]);
		expect(plain(prompts())).toEqual(plain(prompts()));
	});
});

it('what the built-in model writes breaks no rule of the frame', () => {
	const criteria = new Set(app.blueprint.requirements.flatMap((requirement) => requirement.criteria.map(({ id }) => id)));
	const manifest = JSON.parse(app.files.get('package.json')!) as Record<'dependencies' | 'devDependencies', object>;
	const packages = new Set([...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)]);
	expect([...app.files].flatMap(([path, text]) => brokenRules(path, text, { criteria, packages }))).toEqual([]);
});
