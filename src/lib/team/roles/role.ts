import type { ToolName } from '../tools';

/** A member of the team. Users may edit these and add their own; teams travel as JSON. */
export interface TeamRole {
	/** Kebab-case; also the first line of its system message. */
	name: string;
	title: string;
	/** How it works and what it values, as its model reads it. */
	persona: string;
	tools: ToolName[];
	/** A model of its own; the run's model otherwise. */
	model?: string;
}

export const WORKER_TOOLS: ToolName[] = [
	'list_files',
	'read_file',
	'search',
	'write_file',
	'edit_file',
	'delete_file',
	'publish',
	'ask',
	'finish'
];
