import type { Blueprint } from '../../domain/blueprint';
import type { Failure } from '../../domain/check';
import type { PlannedTask } from '../../domain/task';

/**
 * The prompt contract, the same for every model, the built-in one included.
 * System message: a first line `role: NAME`, then the persona. User message: the tagged blocks below.
 */

export interface PromptFile {
	path: string;
	content: string;
}

export interface PromptParts {
	task: PlannedTask;
	requirement: string;
	/** Absent for the architect, who makes it. */
	blueprint?: Blueprint;
	files?: PromptFile[];
	failures?: Failure[];
	/** What people told this agent, latest last. */
	notes?: string[];
}

/** The system message for a role: `role: NAME`, a blank line, the persona. */
export function systemPrompt(role: string, persona: string): string {
	return `role: ${role}\n\n${persona.trim()}`;
}

/** The user message: `<task>{json}</task> <requirement>..</requirement> <blueprint>{json}</blueprint> <file path="..">..</file> <failures>[json]</failures>`. */
export function userPrompt(parts: PromptParts): string {
	const blocks = [`<task>${json(parts.task)}</task>`, `<requirement>${guard(parts.requirement)}</requirement>`];
	if (parts.blueprint) blocks.push(`<blueprint>${json(parts.blueprint)}</blueprint>`);
	for (const file of parts.files ?? []) blocks.push(`<file path="${file.path}">${guard(file.content)}</file>`);
	if (parts.failures?.length) blocks.push(`<failures>${json(parts.failures)}</failures>`);
	for (const note of parts.notes ?? []) blocks.push(`<note>${guard(note)}</note>`);
	return blocks.join('\n\n');
}

/** The tagged blocks back from a user message; a block that is absent is undefined. JSON blocks are left as text. */
export function readPrompt(text: string): {
	task?: string;
	requirement?: string;
	blueprint?: string;
	failures?: string;
	files: PromptFile[];
	notes: string[];
} {
	const one = (tag: string) => new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(text)?.[1];
	const requirement = one('requirement');
	return {
		task: one('task'),
		requirement: requirement === undefined ? undefined : unguard(requirement),
		blueprint: one('blueprint'),
		failures: one('failures'),
		files: [...text.matchAll(/<file path="([^"]*)">([\s\S]*?)<\/file>/g)].map((match) => ({
			path: match[1] ?? '',
			content: unguard(match[2] ?? '')
		})),
		notes: [...text.matchAll(/<note>([\s\S]*?)<\/note>/g)].map((match) => unguard(match[1] ?? ''))
	};
}

const TAGS = 'task|requirement|blueprint|file|failures|note';

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
