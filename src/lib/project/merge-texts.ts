import { diff3Merge } from 'node-diff3';

/**
 * Both what `mine` and what `theirs` changed of `base`, line by line; undefined where both changed the same lines differently.
 */
export function mergeTexts(mine: string, base: string, theirs: string): string | undefined {
	if (mine === theirs || theirs === base) return mine;
	if (mine === base) return theirs;
	const regions = diff3Merge(mine.split('\n'), base.split('\n'), theirs.split('\n'), { excludeFalseConflicts: true });
	const lines: string[] = [];
	for (const { ok, conflict } of regions) {
		if (conflict) return undefined;
		lines.push(...(ok ?? []));
	}
	return lines.join('\n');
}
