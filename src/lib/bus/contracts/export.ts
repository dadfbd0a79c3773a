import { exportRequestSchema } from '../../project/export-request';
import { z } from '../../domain/zod';
import { contract } from '../contract';

/** How long an export may take, in milliseconds; an app of 140 files takes about a second. */
const TIMEOUT_MS = 120_000;

/** What workers/export.ts offers. */
export const exportContract = contract({
	/** @throws AppError EXPORT_EMPTY, or what git's library throws */
	make: { input: [exportRequestSchema], output: z.instanceof(Uint8Array), timeoutMs: TIMEOUT_MS }
});
