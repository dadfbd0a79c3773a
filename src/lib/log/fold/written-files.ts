import type { EventOf, RunEvent } from '../../domain/events';
import type { RunState } from '../state';
import { patchAgent } from './agents';
import { artifactOf, fileOf } from './artifacts';
import { changedFile, openRequest, patchRequest } from './requests';

/** Files that are written one after the other, as an import does with thousands: what grows with the project is copied once for all. */

type FileWritten = EventOf<'artifact.published'> & { payload: { path: string } };

/** An event that says no more than that a file was written. */
export function isFileWritten(event: RunEvent): event is FileWritten {
	return event.topic === 'artifact.published' && event.payload.path !== undefined && !event.payload.contract && !event.cost;
}

/** The state after them, as if each had been folded by itself. @param events in order, all newer than the state */
export function withFilesWritten(state: RunState, events: readonly FileWritten[]): RunState {
	const request = openRequest(state);
	const [artifacts, files, changed] = [{ ...state.artifacts }, { ...state.files }, { ...request?.files }];
	let next = state;
	for (const event of events) {
		const { name, path } = event.payload;
		const before = files[path];
		if (event.from !== 'user') changed[path] = changedFile(changed[path], event, before?.sha256 ?? null);
		artifacts[name] = artifactOf(event);
		files[path] = fileOf(before, path, event);
		next = patchAgent(next, event.from, { filesWritten: (next.agents[event.from]?.filesWritten ?? 0) + 1 });
		next = { ...next, lastSeq: event.seq, lastTime: event.time };
	}
	const written = { ...next, artifacts, files };
	return request ? patchRequest(written, request.id, { files: changed }) : written;
}
