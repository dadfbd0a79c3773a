import { z } from './zod';

/** What the gates look at, and what they find. */

export const gateNames = ['package', 'install', 'review', 'types', 'tests', 'boot', 'smoke', 'build'] as const;
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
	criterion: z.string().optional(),
	/** Files that may be to blame, the likeliest first: what the stack, the endpoint or the imports lead to. */
	suspects: z.array(z.string()).optional(),
	/** What was expected and what came, line by line. */
	diff: z.string().optional(),
	/** The source of the test that failed. */
	source: z.string().optional(),
	/** Who was asked already and what they said in the end, as in "qa: The test is right; ...". */
	asked: z.array(z.string()).optional()
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
	/** What failed before the change as well, and is not held against it. */
	known: z.array(failureSchema).optional(),
	/** The project has nothing of that kind to look at: neither passed nor failed. */
	isAbsent: z.boolean().optional(),
	/** The end of the command's output. */
	log: z.string().default(''),
	/** Ids of criteria with a passing test. */
	provenCriteria: z.array(z.string()).default([]),
	/** The feature that alone was looked at, while others were still being written; absent when it was the whole app. */
	scope: z.string().optional()
});
export type CheckReport = z.infer<typeof checkReportSchema>;
