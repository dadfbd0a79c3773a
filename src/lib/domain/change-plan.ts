import { blueprintPatchSchema } from './blueprint-patch';
import { z } from './zod';

/** What an architect makes of a wish about a project that is there: what is understood, what of the blueprint changes, who writes what. */

/** One piece of work of one agent. */
export const changeStepSchema = z.object({
	title: z.string().trim().min(1).max(120),
	role: z.string().min(1),
	/** What to do, for an agent who sees the wish, these files and the project's brief. */
	what: z.string().trim().min(1).max(2000),
	/** The files it may write: paths, or patterns for files that do not exist yet. As few as do it. */
	files: z.array(z.string().min(1).max(300)).min(1).max(60),
	/** The feature whose tests tell whether it went well. */
	feature: z.string().optional(),
	/** Ids of the criteria that it works for. */
	criteria: z.array(z.string()).default([]),
	/** Numbers (from 1) of the steps that must be done first. */
	after: z.array(z.number().int().min(1)).default([])
});
export type ChangeStep = z.infer<typeof changeStepSchema>;

/** The kinds: something to build, a question that is answered, a wish for another app, and nothing that could be done. */
export const wishKinds = ['change', 'answer', 'another-app', 'nothing'] as const;

export const changePlanSchema = z.object({
	kind: z.enum(wishKinds),
	/** To the person: what is understood and what it will touch; the answer; or why nothing is done. */
	reply: z.string().trim().min(1).max(4000),
	/** Parts of the wish that nothing is built for, verbatim. */
	notBuilt: z.array(z.string().min(1)).default([]),
	/** Absent where the blueprint stays as it is, and where the project has none. */
	blueprint: blueprintPatchSchema.optional(),
	/** Empty where code lays all of it from the blueprint. */
	steps: z.array(changeStepSchema).max(24).default([])
});
export type ChangePlan = z.infer<typeof changePlanSchema>;
export type ChangePlanInput = z.input<typeof changePlanSchema>;
