import type { RunEvent } from '../../domain/events';
import type { ChangeView } from '../run/run-view';

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
