import { AppError } from '../../domain/app-error';
import type { PlannedTask, TaskKind } from '../../domain/task';
import { architect } from './architect';
import { backend } from './backend';
import { dba } from './dba';
import { devops } from './devops';
import { frontend } from './frontend';
import { qa } from './qa';
import { reviewer } from './reviewer';
import type { TeamRole } from '../../domain/role';

/** The team a run works with: the roles that come along, changed and added to by the user. */

export const standardTeam: readonly TeamRole[] = [architect, dba, backend, frontend, devops, qa, reviewer];

/** Who does a kind of work when a task's role is nobody's. */
const BY_KIND: Readonly<Record<TaskKind, TeamRole>> = {
	plan: architect,
	schema: dba,
	api: backend,
	ui: frontend,
	theme: frontend,
	tests: qa,
	scaffold: devops,
	docs: devops,
	gate: reviewer,
	fix: backend,
	change: backend
};

/**
 * The team's role for a task. A team without it, as a team file with a misspelt name makes one, does not stop a run: the standard role
 * of that name, else the one for that kind of work, stands in, and `problem` says so.
 */
export function roleFor(
	team: readonly TeamRole[],
	task: Pick<PlannedTask, 'role' | 'kind'>
): { role: TeamRole; problem?: AppError<'ROLE_UNKNOWN'> } {
	const role = team.find(({ name }) => name === task.role);
	if (role) return { role };
	const standIn = standardTeam.find(({ name }) => name === task.role) ?? BY_KIND[task.kind];
	const problem = new AppError(
		'ROLE_UNKNOWN',
		`The team has no role '${task.role}'; it has ${team.map(({ name }) => `'${name}'`).join(', ') || 'none'}. The standard ${standIn.title} does its work. Correct the name in the team file, or add the role.`,
		{ data: { name: task.role } }
	);
	return { role: standIn, problem };
}
