import { WORKER_TOOLS, type TeamRole } from '../../domain/role';
import { promptOf } from '../prompts/prompts';

export const backend: TeamRole = {
	name: 'backend',
	title: 'Backend',
	tools: [...WORKER_TOOLS],
	persona: promptOf('backend').text
};
