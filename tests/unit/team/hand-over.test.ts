import { describe, expect, it } from 'vitest';
import { handOverTask, ownerOf } from '../../../src/lib/team/planning/hand-over';
import { planTasks } from '../../../src/lib/team/planning/task-graph';
import { roleFor, standardTeam } from '../../../src/lib/team/roles/registry';
import type { PlannedTask } from '../../../src/lib/domain/task';
import { tipsBlueprint } from '../support/tips-blueprint';

const tasks = planTasks(tipsBlueprint, ['src/features/users/contract.ts']);
const taskOf = (id: string) => tasks.find((task) => task.id === id)!;
const fix: PlannedTask = { ...taskOf('ui:tips'), id: 'fix-1', kind: 'fix', needs: [], publishes: [] };

describe('handing over', () => {
	it.each([
		['src/features/tips/repo.ts', 'api:tips'],
		['src/features/tips/api.test.ts:12', 'tests:tips'],
		['./migrations/0001_tips.sql', 'schema:tips'],
		['backend', 'api:tips'],
		['qa-2', 'tests:tips'],
		['comments', 'ui:comments'],
		['src/features/home/what.md', 'ui:home']
	])('to %s finds %s', (to, id) => expect(ownerOf(to, tasks, fix)?.id).toBe(id));

	it('to nobody, or to oneself, finds nobody', () => {
		expect(ownerOf('nowhere', tasks, fix)).toBeUndefined();
		expect(ownerOf('src/features/tips/list.page.tsx', [taskOf('ui:tips')], fix)).toBeUndefined();
	});

	it('makes a repair for the owner, who hears who found what, once their own part is done', () => {
		const { task, failure } = handOverTask(taskOf('api:tips'), { id: 'hand-over-1', reason: 'Answer with rows.', from: 'qa-1' });
		expect(task).toMatchObject({
			...{ id: 'hand-over-1', kind: 'fix', role: 'backend', feature: 'tips' },
			...{ writes: taskOf('api:tips').writes, needs: ['contract:tips', 'api:tips'] }
		});
		expect(failure).toMatchObject({
			code: 'HAND_OVER',
			message: 'qa-1 says: Answer with rows.',
			file: 'src/features/tips/contract.ts'
		});
	});
});

describe('the role for a task', () => {
	it('is the team’s own', () => expect(roleFor(standardTeam, { role: 'qa', kind: 'tests' })).toEqual({ role: standardTeam[5] }));
	it('that the team does not have is stood in for, with a code and what to do', () => {
		const { role, problem } = roleFor([{ ...standardTeam[0]!, name: 'bakend' }], { role: 'backend', kind: 'api' });
		expect(role.name).toBe('backend');
		expect(problem).toMatchObject({
			code: 'ROLE_UNKNOWN',
			message: expect.stringMatching(/no role 'backend'; it has 'bakend'.*standard Backend.*team file/)
		});
	});
	it('of a name that nobody knows goes by the kind of work', () =>
		expect(roleFor([], { role: 'wizard', kind: 'tests' }).role.name).toBe('qa'));
});
