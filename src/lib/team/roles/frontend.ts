import { WORKER_TOOLS, type TeamRole } from '../../domain/role';
import { promptOf } from '../prompts/prompts';

export const frontend: TeamRole = {
	name: 'frontend',
	title: 'Frontend',
	tools: [...WORKER_TOOLS],
	persona: promptOf('frontend').text
};
