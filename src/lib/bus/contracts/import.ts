import { folderFileSchema } from '../../project/folder';
import { z } from '../../domain/zod';
import { contract } from '../contract';

/** How long an import may take, in milliseconds; 5,000 files of 200 MB take seconds. */
const TIMEOUT_MS = 300_000;

/** What workers/import.ts offers. Both answer with the project's id. */
export const importContract = contract({
	/** @throws AppError IMPORT_UNKNOWN, ZIP_UNSAFE, STORAGE_FULL */
	file: { input: [z.instanceof(File)], output: z.string(), timeoutMs: TIMEOUT_MS },
	/** @throws AppError IMPORT_UNKNOWN, ZIP_UNSAFE, STORAGE_FULL */
	folder: { input: [z.string(), z.array(folderFileSchema)], output: z.string(), timeoutMs: TIMEOUT_MS }
});
