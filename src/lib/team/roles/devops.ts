import { WORKER_TOOLS, type TeamRole } from '../../domain/role';
import { promptOf } from '../prompts/prompts';

export const devops: TeamRole = {
	name: 'devops',
	title: 'DevOps',
	tools: [...WORKER_TOOLS],
	persona: promptOf('devops').text
};
