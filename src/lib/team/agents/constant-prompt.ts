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
	const persona = personaOf(task, role);
	const isFirst = isFirstPlan(task);
	const rules = isFirst ? '' : promptOf('rules').text;
	const isChosen = isFirst || (task.kind === 'plan' && frame.isMadeOfPages);
	const guide = isChosen ? choices() : frame.guideFor(task);
	return [rules, guide, systemPrompt(role.name, persona)].filter(Boolean).join('\n\n');
}

function personaOf(task: PlannedTask, role: TeamRole): string {
	if (task.kind === 'fix') return `${promptOf('fixer').text}\nYou do so as ${role.title}.`;
	return task.kind === 'plan' && !isFirstPlan(task) ? promptOf('change').text : role.persona;
}

/** The plan of the whole app; one of a change has a request that it is for. */
const isFirstPlan = ({ kind, request }: PlannedTask) => kind === 'plan' && request === undefined;

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
	const isFirst = isFirstPlan(task);
	const name = task.kind === 'fix' ? 'fixer' : task.kind === 'plan' && !isFirst ? 'change' : role.name;
	const prompt = prompts.get(name);
	const isOurs = name !== role.name || role.persona === prompt?.text;
	const rules = isFirst ? [] : [stamp(promptOf('rules'))];
	return [...rules, isOurs && prompt ? stamp(prompt) : `${role.name}@own`].join(' ');
}
const stamp = ({ name, version }: Prompt) => `${name}@${version}`;
