import type { TeamRole } from '../../domain/role';
import { promptOf } from '../prompts/prompts';

export const architect: TeamRole = {
	name: 'architect',
	title: 'Architect',
	tools: ['show_blocks', 'submit_blueprint', 'ask'],
	persona: promptOf('architect').text
};
