import { z } from './zod';

/** What a reviewer who reads code may find, besides what rules find by themselves. */
export const reviewFindingSchema = z.object({
	/** Project-relative path. */
	file: z.string().min(1).max(300).describe('As in "src/features/orders/routes.ts".'),
	/** 1-based. */
	line: z.number().int().min(1),
	rule: z.enum(['access', 'sql', 'secrets', 'html', 'errors', 'logic', 'dead-code', 'duplication']),
	why: z.string().min(1).max(1000).describe('What goes wrong, for whom, and what would mend it.'),
	/** Low ones are noted, not mended. */
	severity: z.enum(['high', 'medium', 'low'])
});
export type ReviewFinding = z.infer<typeof reviewFindingSchema>;
