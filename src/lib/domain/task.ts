import { z } from './zod';

/** What a plan consists of. */

export const taskKinds = ['plan', 'scaffold', 'theme', 'schema', 'api', 'ui', 'tests', 'docs', 'gate', 'fix', 'change'] as const;
export const taskKindSchema = z.enum(taskKinds);
export type TaskKind = z.infer<typeof taskKindSchema>;

/** A task as planned: what it needs (artifact names), what it publishes, and which files its agent may write. */
export const plannedTaskSchema = z.object({
	id: z.string().min(1),
	title: z.string().min(1),
	role: z.string().min(1),
	kind: taskKindSchema,
	feature: z.string().optional(),
	/** Artifacts (such as 'schema:customers') that must be published before it starts. */
	needs: z.array(z.string()),
	publishes: z.array(z.string()),
	/** Glob patterns (project-relative, `*` and `**`) of the files it may write. */
	writes: z.array(z.string()),
	/** Ids of the acceptance criteria it works for. */
	criteria: z.array(z.string()).default([]),
	/** Rough effort, in arbitrary units; decides which path is longest. */
	estimate: z.number().positive().default(1),
	/** Code lays all of it from the blueprint, without a model. */
	isLaid: z.boolean().optional(),
	/** The request it is for; absent for those of the first. */
	request: z.string().optional()
});
export type PlannedTask = z.infer<typeof plannedTaskSchema>;
