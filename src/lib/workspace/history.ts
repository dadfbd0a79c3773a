import type { RunEvent } from '../run/events';
import type { ChangeView } from './run-view';

/** What was changed and by whom, newest first: each finished task with its files, each file edited by hand. */
export function changesOf(events: readonly RunEvent[]): ChangeView[] {
	const changes: ChangeView[] = [];
	const claims = new Map<string, number>();
	for (const event of events) {
		const base = { id: event.id, by: event.from, timeMs: event.time };
		if (event.topic === 'task.claimed' && event.taskId) claims.set(event.taskId, event.seq);
		if (event.topic === 'task.result' && event.payload.files.length > 0)
			changes.push({
				...base,
				summary: event.payload.summary,
				files: event.payload.files,
				firstSeq: claims.get(event.taskId ?? '') ?? event.seq
			});
		const path = handMade(event);
		if (!path) continue;
		const summary = event.topic === 'artifact.superseded' ? 'Removed by hand' : 'Edited by hand';
		const last = changes.at(-1);
		// Each pause in typing saves: that is one edit.
		const isSameEdit = last?.by === 'user' && last.summary === summary && last.files[0] === path;
		if (isSameEdit) changes.pop();
		changes.push({ ...base, summary, files: [path], firstSeq: isSameEdit ? last.firstSeq : event.seq });
	}
	return changes.reverse();
}

/** The file that a person changed. */
function handMade(event: RunEvent): string | undefined {
	if (event.from !== 'user' || (event.topic !== 'artifact.published' && event.topic !== 'artifact.superseded')) return undefined;
	return event.payload.path;
}

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
