import { asText } from './text';

/** What a program did to a file of the project in the engine. */
export interface EngineChange {
	path: string;
	/** Text where it is UTF-8; undefined when the file is gone. */
	content: string | Uint8Array | undefined;
}

type Files = ReadonlyMap<string, string | Uint8Array>;

/**
 * What programs did between two looks at the engine's files (`before`, `after`), as far as the project does not have it already:
 * what agents and the editor write is in `kept` too.
 */
export function engineChanges({ before, after, kept }: { before: Files; after: Files; kept: Files }): EngineChange[] {
	const changes: EngineChange[] = [];
	for (const [path, content] of after)
		if (!isSame(before.get(path), content) && !isSame(kept.get(path), content))
			changes.push({ path, content: typeof content === 'string' ? content : (asText(content) ?? content) });
	for (const path of before.keys()) if (!after.has(path) && kept.has(path)) changes.push({ path, content: undefined });
	return changes;
}

function isSame(one: string | Uint8Array | undefined, other: string | Uint8Array): boolean {
	if (one === undefined) return false;
	const [left, right] = [bytesOf(one), bytesOf(other)];
	if (left.length !== right.length) return false;
	for (let at = 0; at < left.length; at++) if (left[at] !== right[at]) return false;
	return true;
}

function bytesOf(content: string | Uint8Array): Uint8Array {
	return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
