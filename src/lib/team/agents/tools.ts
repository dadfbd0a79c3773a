import { z } from '../../domain/zod';
import { blueprintSchema } from '../../domain/blueprint';
import type { ToolName } from '../../domain/role';

/** The tools that agents may call: their names, what they take, and how they are described to a model. */

const path = z.string().min(1).max(300).describe('Project-relative POSIX path, as in "src/features/orders/repo.ts".');

export const toolSchemas = {
	list_files: z.object({ under: z.string().default('').describe('Only files below this folder.') }),
	read_file: z.object({ path }),
	search: z.object({ text: z.string().min(1), under: z.string().default('') }),
	write_file: z.object({ path, content: z.string() }),
	edit_file: z.object({
		path,
		old: z.string().min(1).describe('Text that occurs exactly once in the file.'),
		new: z.string()
	}),
	delete_file: z.object({ path }),
	publish: z.object({ artifact: z.string().describe("One of the names in the task's `publishes`.") }),
	ask: z.object({ question: z.string().min(1), default: z.string().default('').describe('What you do if nobody answers.') }),
	finish: z.object({ summary: z.string() }),
	submit_blueprint: blueprintSchema
} as const satisfies Record<ToolName, z.ZodType>;

const descriptions: Record<ToolName, string> = {
	list_files: 'List the project files.',
	read_file: 'Read one file.',
	search: 'Find lines that contain a text.',
	write_file: 'Create or replace one file. Only files in your write set.',
	edit_file: 'Replace one passage that occurs exactly once.',
	delete_file: 'Delete one file of your write set.',
	publish: 'Say that one of your artifacts is complete, so that others can start.',
	ask: 'Ask the person. Work goes on with the default until they answer.',
	finish: 'End the task once all is written.',
	submit_blueprint: 'Submit the blueprint of the app. Ends your task.'
};

export interface ToolDefinition {
	type: 'function';
	function: { name: string; description: string; parameters: Record<string, unknown> };
}

/** The tools in the form that chat completions take. */
export function toolDefinitions(names: readonly ToolName[]): ToolDefinition[] {
	return names.map((name) => ({
		type: 'function',
		function: {
			name,
			description: descriptions[name],
			parameters: z.toJSONSchema(toolSchemas[name], { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>
		}
	}));
}
