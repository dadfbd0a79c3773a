import { z } from './zod';

/** Faults put in on purpose, to show that a run recovers from them. Each strikes once; a truncated stream once per agent at work. */
export const faultNames = [
	'broken-file',
	'hallucinated-package',
	'killed-agent',
	'truncated-stream',
	'contract-violation'
] as const;
export const faultNameSchema = z.enum(faultNames);
export type FaultName = z.infer<typeof faultNameSchema>;
