import { z } from 'zod';
import { asText, fileContentSchema, isSameContent, type FileContent } from './file-content';

/** What a program did to a file of the project in the engine. */
export const engineChangeSchema = z.object({
	path: z.string(),
	/** Text where it is UTF-8; undefined when the file is gone. */
	content: fileContentSchema.or(z.undefined())
});
export type EngineChange = z.infer<typeof engineChangeSchema>;

type Files = ReadonlyMap<string, FileContent>;

/**
 * What programs did between two looks at the engine's files (`before`, `after`), as far as the project does not have it already:
 * what agents and the editor write is in `kept` too.
 */
export function engineChanges({ before, after, kept }: { before: Files; after: Files; kept: Files }): EngineChange[] {
	const changes: EngineChange[] = [];
	for (const [path, content] of after)
		if (!isSameContent(before.get(path), content) && !isSameContent(kept.get(path), content))
			changes.push({ path, content: typeof content === 'string' ? content : (asText(content) ?? content) });
	for (const path of before.keys()) if (!after.has(path) && kept.has(path)) changes.push({ path, content: undefined });
	return changes;
}
