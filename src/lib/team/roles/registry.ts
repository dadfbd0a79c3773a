import { AppError } from '../../domain/app-error';
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

/** @throws AppError ROLE_UNKNOWN when the team has nobody of that name. */
export function findRole(team: readonly TeamRole[], name: string): TeamRole {
	const role = team.find((one) => one.name === name);
	if (!role) throw new AppError('ROLE_UNKNOWN', `The team has no role '${name}'. Add it in the settings.`, { data: { name } });
	return role;
}
