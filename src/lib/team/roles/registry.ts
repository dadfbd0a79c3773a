import { z } from 'zod';
import { AppError } from '../../run/app-error';
import { toolSchemas, type ToolName } from '../tools';
import { architect } from './architect';
import { backend } from './backend';
import { dba } from './dba';
import { devops } from './devops';
import { frontend } from './frontend';
import { qa } from './qa';
import { reviewer } from './reviewer';
import type { TeamRole } from './role';

/** The team a run works with: the roles that come along, changed and added to by the user. */

export const standardTeam: readonly TeamRole[] = [architect, dba, backend, frontend, devops, qa, reviewer];

const toolNames = Object.keys(toolSchemas) as [ToolName, ...ToolName[]];
export const teamSchema = z.array(
	z.object({
		name: z.string().regex(/^[a-z][a-z0-9-]*$/),
		title: z.string().min(1),
		persona: z.string().min(1),
		tools: z.array(z.enum(toolNames)).min(1),
		model: z.string().optional()
	})
);

/** A team from its JSON, laid over the standard one. @throws ZodError when it is no team. */
export function importTeam(json: string): TeamRole[] {
	const own: TeamRole[] = teamSchema.parse(JSON.parse(json));
	return [...standardTeam.filter((role) => !own.some((one) => one.name === role.name)), ...own];
}

/** @throws AppError ROLE_UNKNOWN when the team has nobody of that name. */
export function findRole(team: readonly TeamRole[], name: string): TeamRole {
	const role = team.find((one) => one.name === name);
	if (!role) throw new AppError('ROLE_UNKNOWN', `The team has no role '${name}'. Add it in the settings.`, { data: { name } });
	return role;
}
