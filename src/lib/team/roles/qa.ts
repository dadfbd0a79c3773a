import { WORKER_TOOLS, type TeamRole } from '../../domain/role';
import { promptOf } from '../prompts/prompts';

export const qa: TeamRole = {
	name: 'qa',
	title: 'QA',
	tools: [...WORKER_TOOLS],
	persona: promptOf('qa').text
};
