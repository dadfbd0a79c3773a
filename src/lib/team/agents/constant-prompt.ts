import type { PlannedTask } from '../../domain/task';
import type { TeamRole } from '../../domain/role';
import { blocks } from '../../blocks/registry';
import { frames, frameNamed } from '../../frames';
import type { Frame } from '../../frames/frame';
import { promptOf, prompts, type Prompt } from '../prompts/prompts';
import { systemPrompt } from './prompts';

/**
 * The system message of a task: what is the same in all runs, the most common first, so that providers keep it between calls.
 * The team's rules, the frame's guide as far as the work needs it, then who the agent is. Who plans chooses the frame, and its blocks.
 */
export function constantPrompt(task: PlannedTask, role: TeamRole, frame: Frame = frameNamed('fullstack')): string {
	const isFix = task.kind === 'fix';
	const persona = isFix ? `${promptOf('fixer').text}\nYou do so as ${role.title}.` : role.persona;
	const rules = task.kind === 'plan' ? '' : promptOf('rules').text;
	const guide = task.kind === 'plan' ? choices() : frame.guideFor(task);
	return [rules, guide, systemPrompt(role.name, persona)].filter(Boolean).join('\n\n');
}

/** The frames and the blocks, a line each. */
function choices(): string {
	return [
		'Frames (`frame` of the blueprint):',
		...frames.map(({ name, line }) => `- ${name}: ${line}`),
		`Blocks (for ${frames
			.filter(({ isMadeOfPages }) => isMadeOfPages)
			.map(({ name }) => name)
			.join(' and ')}):`,
		...[...blocks.values()].map(({ name, line }) => `- ${name}: ${line}`)
	].join('\n');
}

/** Name and version of the prompts that a task is done by, as in 'rules@2 backend@2'; a persona that the person wrote has no version. */
export function promptVersions(task: PlannedTask, role: TeamRole): string {
	const name = task.kind === 'fix' ? 'fixer' : role.name;
	const prompt = prompts.get(name);
	const isOurs = name === 'fixer' || role.persona === prompt?.text;
	const rules = task.kind === 'plan' ? [] : [stamp(promptOf('rules'))];
	return [...rules, isOurs && prompt ? stamp(prompt) : `${role.name}@own`].join(' ');
}
const stamp = ({ name, version }: Prompt) => `${name}@${version}`;
