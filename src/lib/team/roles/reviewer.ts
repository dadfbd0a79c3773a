import { WORKER_TOOLS, type TeamRole } from '../../domain/role';
import { promptOf } from '../prompts/prompts';

export const reviewer: TeamRole = {
	name: 'reviewer',
	title: 'Reviewer',
	tools: [...WORKER_TOOLS],
	persona: promptOf('reviewer').text
};
