import type { Blueprint } from '../../domain/blueprint';
import type { Failure } from '../../domain/check';
import type { PlannedTask } from '../../domain/task';

/**
 * The prompt contract, the same for every model, the built-in one included. The system message holds a line `role: NAME` and the persona
 * below it; the user message the tagged blocks below. What changes least stands first, so that providers keep it between calls.
 */

export interface PromptFile {
	path: string;
	content: string;
	/** What matters of the file to who builds on it, not its exact text. */
	isExtract?: boolean;
}

/** The last words of a colleague about what this task builds on. */
export interface PromptSummary {
	task: string;
	role: string;
	text: string;
}

export interface PromptParts {
	task: PlannedTask;
	/** The person's words; for the architect, who makes the blueprint of them. */
	requirement?: string;
	/** What the person asks of a project that is there. */
	wish?: string;
	/** The agent's part of it. */
	step?: string;
	/** The project as it is: see brief/project-brief.ts. */
	brief?: string;
	/** The blueprint before the change, for the built-in model, which compares. */
	before?: Blueprint;
	/** All paths of the project, for the built-in model. */
	paths?: readonly string[];
	/** What the task needs of the blueprint, as text, or all of it; absent for the architect. */
	blueprint?: string | Blueprint;
	summaries?: readonly PromptSummary[];
	files?: readonly PromptFile[];
	failures?: readonly Failure[];
	/** What people told this agent, latest last. */
	notes?: readonly string[];
}

/** Who the agent is: `role: NAME`, a blank line, the persona. */
export function systemPrompt(role: string, persona: string): string {
	return `role: ${role}\n\n${persona.trim()}`;
}

/** `<requirement> <brief> <paths> <before> <blueprint> <summaries> <file path=".."> <extract path=".."> <failures> <wish> <step> <note> <task>{json}</task>`, those that are there, in this order. */
export function userPrompt(parts: PromptParts): string {
	const { blueprint, summaries = [], files = [], failures = [], notes = [] } = parts;
	const blocks: string[] = [];
	if (parts.requirement !== undefined) blocks.push(`<requirement>${guard(parts.requirement)}</requirement>`);
	if (parts.brief) blocks.push(`<brief>${guard(parts.brief)}</brief>`);
	if (parts.paths) blocks.push(`<paths>${guard(parts.paths.join('\n'))}</paths>`);
	if (parts.before) blocks.push(`<before>${json(parts.before)}</before>`);
	if (blueprint) blocks.push(`<blueprint>${typeof blueprint === 'string' ? guard(blueprint) : json(blueprint)}</blueprint>`);
	if (summaries.length) blocks.push(`<summaries>${guard(summaries.map(summaryLine).join('\n'))}</summaries>`);
	for (const { path, content, isExtract } of files) {
		const tag = isExtract ? 'extract' : 'file';
		blocks.push(`<${tag} path="${path}">${guard(content)}</${tag}>`);
	}
	if (failures.length) blocks.push(`<failures>${failures.map(json).join('\n')}</failures>`);
	if (parts.wish !== undefined) blocks.push(`<wish>${guard(parts.wish)}</wish>`);
	if (parts.step) blocks.push(`<step>${guard(parts.step)}</step>`);
	for (const note of notes) blocks.push(`<note>${guard(note)}</note>`);
	blocks.push(`<task>${json(parts.task)}</task>`);
	return blocks.join('\n\n');
}

/** Words from the person while an agent works, as a message of its own. */
export function notePrompt(note: string): string {
	return `<note>${guard(note)}</note>`;
}

/** The tagged blocks back from a user message; a block that is absent is undefined. JSON blocks are left as text. */
export function readPrompt(text: string): {
	task?: string;
	requirement?: string;
	blueprint?: string;
	failures?: string;
	wish?: string;
	before?: string;
	/** Paths of the files that the project has; undefined where the prompt does not say. */
	paths?: string[];
	files: PromptFile[];
	notes: string[];
} {
	const blockOf = (tag: string) => new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(text)?.[1];
	const words = (tag: string) => {
		const found = blockOf(tag);
		return found === undefined ? undefined : unguard(found);
	};
	return {
		task: blockOf('task'),
		requirement: words('requirement'),
		blueprint: blockOf('blueprint'),
		failures: blockOf('failures'),
		wish: words('wish'),
		before: blockOf('before'),
		paths: words('paths')?.split('\n').filter(Boolean),
		files: [...text.matchAll(/<file path="([^"]*)">([\s\S]*?)<\/file>/g)].map((match) => ({
			path: match[1] ?? '',
			content: unguard(match[2] ?? '')
		})),
		notes: [...text.matchAll(/<note>([\s\S]*?)<\/note>/g)].map((match) => unguard(match[1] ?? ''))
	};
}

const summaryLine = ({ task, role, text }: PromptSummary) => `${task} (${role}): ${text.replace(/\s+/g, ' ').trim()}`;

const TAGS = 'task|requirement|brief|paths|before|blueprint|summaries|file|extract|failures|wish|step|note';

/** Text from outside cannot close a block: `</task>` inside becomes `<\/task>`. */
function guard(text: string): string {
	return text.replace(new RegExp(`</(${TAGS})>`, 'g'), '<\\/$1>').replace(new RegExp(`<(${TAGS})( path="|>)`, 'g'), '<\\$1$2');
}

function unguard(text: string): string {
	return text
		.replace(new RegExp(`<\\\\/(${TAGS})>`, 'g'), '</$1>')
		.replace(new RegExp(`<\\\\(${TAGS})( path="|>)`, 'g'), '<$1$2');
}

/** JSON in which no '<' appears raw, so that no string inside can open or close a block. */
function json(value: unknown): string {
	return JSON.stringify(value).replaceAll('<', '\\u003c');
}
