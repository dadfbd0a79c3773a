import { z } from '../domain/zod';
import { sha256 } from '../domain/sha256';
import { bytesOf, fileContentSchema, type FileContent } from './file-content';

/** What a program did to a file of the project in the engine. */
export const engineChangeSchema = z.object({
	path: z.string(),
	/** Text where it is UTF-8; undefined when the file is gone. */
	content: fileContentSchema.or(z.undefined()),
	/** What the project had when the change was seen; undefined when it had no such file. What is newer by then stays. */
	replaces: fileContentSchema.or(z.undefined())
});
export type EngineChange = z.infer<typeof engineChangeSchema>;

/** A file's SHA-256 in lower case hex; undefined when there is none. */
export async function hashOf(content: FileContent | undefined): Promise<string | undefined> {
	return content === undefined ? undefined : sha256(new Uint8Array(bytesOf(content)));
}

/**
 * Whose file is newer, told by hashes: what the engine has, what the project has, and what both had when they last agreed. A program
 * changed the file if the engine's moved away from there and the project's did not. Where both moved, an agent or the editor was at
 * it meanwhile: the project's version is on its way to the engine, and wins.
 */
export function newerOf({
	engine,
	project,
	agreed
}: Record<'engine' | 'project' | 'agreed', string | undefined>): 'same' | 'engine' | 'project' {
	if (engine === project) return 'same';
	return engine !== agreed && project === agreed ? 'engine' : 'project';
}
