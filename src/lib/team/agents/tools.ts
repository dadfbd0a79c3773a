import { z } from '../../domain/zod';
import { blueprintSchema } from '../../domain/blueprint';
import { changePlanSchema } from '../../domain/change-plan';
import { reviewFindingSchema } from '../../domain/review-finding';
import type { ToolName } from '../../domain/role';

/** The tools that agents may call: their names, what they take, and how they are described to a model. */

const path = z.string().min(1).max(300).describe('Project-relative POSIX path, as in "src/features/orders/repo.ts".');

export const toolSchemas = {
	list_files: z.object({ under: z.string().default('').describe('Only files below this folder.') }),
	read_file: z.object({ path, whole: z.boolean().default(false).describe('A frozen file in full, not just its outline.') }),
	search: z.object({ text: z.string().min(1), under: z.string().default('') }),
	write_file: z.object({ path, content: z.string() }),
	edit_file: z.object({
		path,
		old: z.string().min(1).describe('Text that occurs exactly once in the file.'),
		new: z.string()
	}),
	delete_file: z.object({ path }),
	publish: z.object({ artifact: z.string().describe("One of the names in the task's `publishes`.") }),
	check: z.object({ only: z.enum(['types', 'tests']).optional().describe('Both when left out.') }),
	look: z.object({
		path: z.string().startsWith('/').max(300).describe('A page of the app, as in "/orders".'),
		width: z.number().int().min(320).max(2560).default(1280).describe('In pixels.'),
		as: z.string().optional().describe('A role to sign in as; a visitor when left out.')
	}),
	run: z.object({ command: z.string().min(1).max(500).describe('A program and its arguments; there is no shell.') }),
	ask: z.object({ question: z.string().min(1), default: z.string().default('').describe('What you do if nobody answers.') }),
	hand_over: z.object({
		to: z.string().min(1).describe('The file at fault, else a feature or a role.'),
		reason: z.string().min(1).describe('What is wrong there, and how you know.')
	}),
	finish: z.object({ summary: z.string() }),
	show_blocks: z.object({ names: z.array(z.string().min(1)).min(1).max(12) }),
	submit_blueprint: blueprintSchema,
	submit_change: changePlanSchema,
	report_findings: z.object({ findings: z.array(reviewFindingSchema).max(40).describe('Empty when there is nothing.') })
} as const satisfies Record<ToolName, z.ZodType>;

const descriptions: Record<ToolName, string> = {
	list_files: 'List the project files.',
	read_file: 'Read one file; of a frozen file of the frame, its outline.',
	search: 'Find lines that contain a text, upper or lower case.',
	write_file: 'Create or replace one file. Only files in your write set.',
	edit_file: 'Replace one passage that occurs exactly once.',
	delete_file: 'Delete one file of your write set.',
	publish: 'Say that one of your artifacts is complete, so that others can start.',
	check: 'Check the types, and run the tests of your feature; failures with what was expected and what came.',
	look: 'Open a page of the running app: its accessibility tree, console errors, and a picture if you can see.',
	run: 'Run a command in the project; gives the end of its output. Some need the consent of the person.',
	ask: 'Ask the person and wait for the answer; after a time you get the default.',
	hand_over: 'Give what is outside your write set to whoever owns it. Ends a repair.',
	finish: 'End the task once all is written.',
	show_blocks: 'Show what parameters blocks take and what each of their checks proves. For all that you mean to use, at once.',
	submit_blueprint: 'Submit the blueprint of the app. Ends your task.',
	submit_change: 'Submit what a wish means: what of the blueprint changes, and who writes what. Ends your task.',
	report_findings: 'Report what you found, each with file and line. Ends your task.'
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
