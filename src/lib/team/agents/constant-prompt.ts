import type { PlannedTask, TaskKind } from '../../domain/task';
import type { TeamRole } from '../../domain/role';
import { frameGuide, type GuideSection } from '../../frames/fullstack/guide';
import { promptOf, prompts, type Prompt } from '../prompts/prompts';
import { systemPrompt } from './prompts';

/**
 * The system message of a task: what is the same in all runs, the most common first, so that providers keep it between calls.
 * The team's rules, the frame's guide as far as the work needs it, then who the agent is.
 */
export function constantPrompt(task: PlannedTask, role: TeamRole): string {
	const isFix = task.kind === 'fix';
	const persona = isFix ? `${promptOf('fixer').text}\nYou do so as ${role.title}.` : role.persona;
	const rules = task.kind === 'plan' ? '' : promptOf('rules').text;
	const guide = frameGuide(isFix ? sectionsOfWrites(task.writes) : SECTIONS[task.kind]);
	return [rules, guide, systemPrompt(role.name, persona)].filter(Boolean).join('\n\n');
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

const SECTIONS: Readonly<Record<TaskKind, readonly GuideSection[]>> = {
	plan: [],
	scaffold: ['core'],
	theme: ['design'],
	schema: ['core', 'data'],
	api: ['core', 'server'],
	ui: ['core', 'web'],
	tests: ['core', 'tests'],
	docs: [],
	gate: ['core'],
	fix: ['core']
};

/** What a repair has to know depends on what it may write. */
function sectionsOfWrites(writes: readonly string[]): GuideSection[] {
	const sections = writes.filter((pattern) => !pattern.startsWith('!')).flatMap(sectionsOfPattern);
	return ['core', ...sections];
}

function sectionsOfPattern(pattern: string): GuideSection[] {
	if (/\.sql$|\/seed\.ts$/.test(pattern)) return ['data'];
	if (/\.test\.tsx?$/.test(pattern)) return ['tests'];
	if (/\/(contract|repo|routes)\.ts$/.test(pattern)) return ['server'];
	if (pattern.endsWith('palette.css')) return ['design'];
	if (/\.(tsx|css)$|\/\*\.ts$/.test(pattern)) return ['web'];
	return pattern.endsWith('**') ? ['data', 'server', 'web', 'tests'] : [];
}
