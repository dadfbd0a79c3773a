import { z } from '../domain/zod';
import { fileContentSchema } from './file-content';

/** What to make of a project to take away: a zip of its files, one with a `.git` folder, or a bundle to clone from. */
export const exportRequestSchema = z.object({
	kind: z.enum(['zip', 'git-zip', 'bundle']),
	projectId: z.string(),
	runId: z.string(),
	/** The folder in the zip. */
	folder: z.string(),
	/** When it is exported, in milliseconds since 1970: the time of a commit that the log does not know of. */
	timeMs: z.number(),
	/** The files as they are now; those in the database when undefined. */
	files: z.map(z.string(), fileContentSchema).optional()
});
export type ExportRequest = z.infer<typeof exportRequestSchema>;
