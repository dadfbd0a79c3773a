import { describe, expect, it } from 'vitest';
import { frameNamed } from '../../../src/lib/frames';
import { layTask } from '../../../src/lib/team/conductor/laid-work';
import { blueprintSchema, type Blueprint } from '../../../src/lib/domain/blueprint';
import { isWritable } from '../../../src/lib/domain/write-set';
import { planTasks } from '../../../src/lib/team/planning/task-graph';
import { skyBlueprint } from '../../support/sky-blueprint';
import { passingGates, teamRun } from '../support/team-run';

const brief = (blueprint: Blueprint) =>
	planTasks(blueprint).map(({ id, role, isLaid = false }) => `${id} ${role}${isLaid ? ' laid' : ''}`);

describe('the plan of an app made of pages', () => {
	it('has each part for its role, all of it laid where blocks do all', () => {
		expect(brief(skyBlueprint())).toEqual([
			'blueprint architect',
			'app devops laid',
			'theme frontend laid',
			'ui:home frontend laid',
			'tests:home qa laid',
			'docs devops laid'
		]);
	});

	it('asks agents for a page and its tests where no block proves a criterion', () => {
		const sky = skyBlueprint();
		const [first] = sky.requirements;
		const own = { id: 'R1.9', text: 'When the Moon is up, the app shall say so.' };
		const requirements = sky.requirements.map((requirement) =>
			requirement === first ? { ...requirement, criteria: [...requirement.criteria, own] } : requirement
		);
		const features = sky.features.map((feature) => ({ ...feature, criteria: [...feature.criteria, own.id] }));
		expect(brief(blueprintSchema.parse({ ...sky, requirements, features }))).toEqual([
			'blueprint architect',
			'app devops laid',
			'theme frontend laid',
			'ui:home frontend',
			'tests:home qa',
			'docs devops laid'
		]);
	});

	it('gives every file that is laid to exactly one task', () => {
		const sky = skyBlueprint();
		const tasks = planTasks(sky);
		const owners = [...frameNamed('client').lay(sky).keys()].map((path) => [
			path,
			tasks.filter(({ writes }) => isWritable(writes, path)).length
		]);
		expect(owners.filter(([, count]) => count !== 1)).toEqual([]);
	});
});

describe('a run whose blueprint code can lay', () => {
	it('writes the whole app without asking a model again, each file by the role whose it is', async () => {
		const sky = skyBlueprint();
		let calls = 0;
		const { conductor, workspace } = teamRun({
			model: 'some-model',
			frame: (blueprint) => frameNamed(blueprint.frame).files(blueprint),
			gates: passingGates,
			isBuiltin: () => false,
			runner: {
				run: async (_job, host) => {
					calls++;
					await host.submitBlueprint(sky);
					return { summary: 'Planned.', steps: 1 };
				}
			}
		});
		const state = await conductor.run();
		expect(calls).toBe(1);
		expect(state.tasks.map(({ id, status }) => `${id} ${status}`)).toEqual(planTasks(sky).map(({ id }) => `${id} done`));
		const by = Object.fromEntries(Object.values(state.files).map(({ path, by }) => [path, by.replace(/-\d+$/, '')]));
		expect(by).toMatchObject({
			'src/app.ts': 'devops',
			'src/blocks/quiz/quiz.tsx': 'devops',
			'src/web/theme.css': 'frontend',
			'src/pages/home.ts': 'frontend',
			'src/pages/home.test.tsx': 'qa',
			'README.md': 'devops',
			'src/web/main.tsx': 'conductor'
		});
		expect(workspace.read('src/blocks/quiz/entry.ts')).toBeUndefined();
		expect(state.tasks.find(({ id }) => id === 'ui:home')?.note).toContain('without a model');
	});

	it('leaves what a person has changed by hand', async () => {
		const sky = skyBlueprint();
		const task = planTasks(sky).find(({ id }) => id === 'theme');
		const written: string[] = [];
		const host = { isHandEdited: () => true, writeFile: async (path: string) => (written.push(path), []) };
		expect(task && (await layTask(task, sky, host))).toContain('0 files');
		expect(written).toEqual([]);
	});
});
