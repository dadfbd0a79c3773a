import { z } from './zod';

/** The tools that agents may call, in the order in which a model sees them. */
export const toolNames = [
	'list_files',
	'read_file',
	'search',
	'write_file',
	'edit_file',
	'delete_file',
	'publish',
	'check',
	'look',
	'run',
	'ask',
	'hand_over',
	'finish',
	'show_blocks',
	'submit_blueprint',
	'submit_change',
	'report_findings'
] as const;
export const toolNameSchema = z.enum(toolNames);
export type ToolName = z.infer<typeof toolNameSchema>;

/** A member of the team. Users may edit these and add their own; teams travel as JSON. */
export const teamRoleSchema = z.object({
	/** Kebab-case; also the first line of its system message. */
	name: z.string().min(1),
	title: z.string(),
	/** How it works and what it values, as its model reads it. */
	persona: z.string(),
	tools: z.array(toolNameSchema),
	/** A model of its own; the run's model otherwise. */
	model: z.string().optional()
});
export type TeamRole = z.infer<typeof teamRoleSchema>;

/** What ends a task of architect or reviewer alone. */
const FOR_ONE_ROLE: ReadonlySet<ToolName> = new Set(['show_blocks', 'submit_blueprint', 'submit_change', 'report_findings']);
/** What everybody has who writes files. */
export const WORKER_TOOLS: ToolName[] = toolNames.filter((name) => !FOR_ONE_ROLE.has(name));
/** What an architect has who plans a change; those of the role besides. */
export const CHANGE_PLAN_TOOLS: ToolName[] = ['list_files', 'read_file', 'search', 'ask', 'submit_change'];
/** What a reader has, who changes nothing; whatever the team file gives the role for its repairs. */
export const REVIEW_TOOLS: ToolName[] = ['list_files', 'read_file', 'search', 'report_findings', 'finish'];
