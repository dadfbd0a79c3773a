import type { RunEvent } from '../../domain/events';

/** What files were right before event `seq`: the SHA-256 of each one's text, undefined where there was no such file. */
export function versionsBefore(
	events: readonly RunEvent[],
	paths: readonly string[],
	seq: number
): Map<string, string | undefined> {
	const versions = new Map<string, string | undefined>(paths.map((path) => [path, undefined]));
	for (const event of events) {
		if (event.seq >= seq) break;
		if (event.topic === 'artifact.published' && event.payload.path && versions.has(event.payload.path))
			versions.set(event.payload.path, event.artifactRefs[0]?.sha256);
		if (event.topic === 'artifact.superseded' && event.payload.deleted && event.payload.path && versions.has(event.payload.path))
			versions.set(event.payload.path, undefined);
	}
	return versions;
}

/**
 * What a file held before its last change, to compare with, as the SHA-256 of that text: a row of saves by one hand, or what one task
 * wrote, is one change. 'none' when there was no such file; undefined when the log knows of no change.
 */
export function versionBefore(events: readonly RunEvent[], path: string): { sha256: string } | 'none' | undefined {
	const changes = events.filter(
		(event) =>
			(event.topic === 'artifact.published' || (event.topic === 'artifact.superseded' && event.payload.deleted)) &&
			event.payload.path === path
	);
	const last = changes.at(-1);
	if (!last) return undefined;
	const earlier = changes.findLast((event) => event.from !== last.from || event.taskId !== last.taskId);
	if (earlier?.topic !== 'artifact.published') return 'none';
	return { sha256: earlier.artifactRefs[0]?.sha256 ?? '' };
}
