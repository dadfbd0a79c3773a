import { z } from './zod';

/** What a run may use, and what it has used. */

export const budgetLimitsSchema = z.object({
	money: z.number().nullable().default(null),
	tokens: z.number().nullable().default(null),
	timeMs: z.number().nullable().default(null)
});
export type BudgetLimits = z.infer<typeof budgetLimitsSchema>;

export const costSchema = z.object({
	inputTokens: z.number().default(0),
	outputTokens: z.number().default(0),
	/** In US dollars; null when the model's price is unknown. */
	money: z.number().nullable().default(null)
});
export type Cost = z.infer<typeof costSchema>;
