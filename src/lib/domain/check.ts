import { z } from './zod';

/** What the gates look at, and what they find. */

export const gateNames = ['package', 'install', 'types', 'tests', 'boot', 'smoke'] as const;
export const gateNameSchema = z.enum(gateNames);
export type GateName = z.infer<typeof gateNameSchema>;

/** One thing that a gate found wrong. The fingerprint stays the same while the fault is the same. */
export const failureSchema = z.object({
	fingerprint: z.string(),
	gate: gateNameSchema,
	code: z.string(),
	message: z.string(),
	/** Project-relative path, when known. */
	file: z.string().optional(),
	/** 1-based. */
	lineNumber: z.number().int().optional(),
	/** Criterion id, when the failing test names one. */
	criterion: z.string().optional()
});
export type Failure = z.infer<typeof failureSchema>;

/** A check's verdict: what was looked at, how many passed, and each failure. */
export const checkReportSchema = z.object({
	gate: gateNameSchema,
	ok: z.boolean(),
	summary: z.string(),
	passed: z.number().int().default(0),
	failed: z.number().int().default(0),
	durationMs: z.number().default(0),
	failures: z.array(failureSchema).default([]),
	/** The end of the command's output. */
	log: z.string().default(''),
	/** Ids of criteria with a passing test. */
	provenCriteria: z.array(z.string()).default([])
});
export type CheckReport = z.infer<typeof checkReportSchema>;
