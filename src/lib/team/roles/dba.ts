import { WORKER_TOOLS, type TeamRole } from '../../domain/role';
import { promptOf } from '../prompts/prompts';

export const dba: TeamRole = {
	name: 'dba',
	title: 'Database',
	tools: [...WORKER_TOOLS],
	persona: promptOf('dba').text
};
